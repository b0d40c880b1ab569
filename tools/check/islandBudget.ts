import { brotliCompressSync } from 'node:zlib'
import type { Check, Finding, Project } from './project.ts'
import { importsOf } from './source.ts'

const budgetFile = 'tools/islands.json'
const builtNames = 'dist/assets/names.json'

interface Budget {
  name: string
  reason: string
  maxBytes: number
}

export const islandBudget: Check = {
  name: 'island budget',
  sentence: 'Every island has a reason and stays within its bytes, counted compressed with all it imports.',
  run(project) {
    const built = read<Record<string, string>>(project, builtNames)
    if (!built)
      return [{ file: builtNames, sentence: 'Build first (npm run build): islands are weighed as built.' }]
    const budgets = read<Budget[]>(project, budgetFile) ?? []
    const scripts = Object.entries(built).flatMap(([key, file]) => {
      // A worker is weighed like an island, under its whole name: `worker/journal/journal`.
      const name = /^(?:island\/(.+)|worker\/.+)$/.exec(key)
      return name ? [{ name: name[1] ?? key, file: `dist/assets/${file}` }] : []
    })
    const islands = scripts.map(({ name, file }) => ({ name, bytes: weigh(project, file) }))
    // `journal/*`: everything of a slice together, what several share counted once.
    for (const { name } of budgets.filter((budget) => budget.name.endsWith('/*'))) {
      const seen = new Set<string>()
      const folder = name.slice(0, -1)
      const files = scripts.filter((one) => one.name.replace(/^worker\//, '').startsWith(folder))
      islands.push({ name, bytes: files.reduce((sum, { file }) => sum + weigh(project, file, seen), 0) })
    }
    return [
      ...islands.flatMap((island) => judge(island, budgets)),
      ...budgets
        .filter((budget) => !islands.some(({ name }) => name === budget.name))
        .map(({ name }) => ({
          file: budgetFile,
          line: lineOf(project, name),
          sentence: `Remove the line of ${name}: there is no such island.`,
        })),
    ]
  },
}

function judge({ name, bytes }: { name: string; bytes: number }, budgets: Budget[]): Finding[] {
  const budget = budgets.find((one) => one.name === name)
  const tell = (sentence: string): Finding[] => [
    { file: `src/${name.replace(/([^/]+)$/, 'islands/$1')}`, sentence },
  ]
  if (!budget) return tell(`Give ${name} (${bytes} bytes) a line in ${budgetFile}: name, reason, maxBytes.`)
  if (!budget.reason.trim()) return tell(`Say in ${budgetFile} why ${name} needs JavaScript.`)
  if (bytes <= budget.maxBytes) return []
  return tell(`Make ${name} lighter: ${bytes} bytes compressed, ${budget.maxBytes} agreed.`)
}

/** The file and, each once, the files that it loads before it runs. */
export function weigh(project: Project, file: string, seen = new Set<string>()): number {
  const text = project.files.get(file)
  if (text === undefined || seen.has(file)) return 0
  seen.add(file)
  const own = brotliCompressSync(text).length
  return importsOf(file, text).reduce(
    (sum, { target }) => sum + (target ? weigh(project, target, seen) : 0),
    own,
  )
}

function read<T>(project: Project, file: string): T | undefined {
  const text = project.files.get(file)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

function lineOf(project: Project, word: string): number {
  const before = (project.files.get(budgetFile) ?? '').split(`"${word}"`)[0] ?? ''
  return before.split('\n').length
}
