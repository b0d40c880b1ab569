import { brotliCompressSync } from 'node:zlib'
import type { Check, Finding, Project } from './project.ts'

const budgetFile = 'tools/islands.json'
const manifestFile = 'dist/.vite/manifest.json'

interface Budget {
  name: string
  reason: string
  maxBytes: number
}

/** Vite's manifest: what was built from which source. */
interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
}

export const islandBudget: Check = {
  name: 'island budget',
  sentence: 'Every island has a reason and stays within its bytes, counted compressed with all it imports.',
  run(project) {
    const manifest = read<Record<string, Chunk>>(project, manifestFile)
    if (!manifest)
      return [
        { file: manifestFile, sentence: 'Build first (npm run build): the islands are weighed as built.' },
      ]
    const budgets = read<Budget[]>(project, budgetFile) ?? []
    const islands = Object.entries(manifest).flatMap(([key, chunk]) => {
      const name = chunk.isEntry && islandName(chunk.src ?? key)
      return name ? [{ name, source: chunk.src ?? key, bytes: weigh(project, manifest, key) }] : []
    })
    return [
      ...islands.flatMap((island) => judge(island, budgets)),
      ...budgets.flatMap((budget) =>
        islands.some(({ name }) => name === budget.name)
          ? []
          : [
              {
                file: budgetFile,
                line: lineOf(project, budget.name),
                sentence: `Remove the line of ${budget.name}: there is no such island.`,
              },
            ],
      ),
    ]
  },
}

function judge(island: { name: string; source: string; bytes: number }, budgets: Budget[]): Finding[] {
  const budget = budgets.find(({ name }) => name === island.name)
  const { source: file, bytes, name } = island
  if (!budget)
    return [
      { file, sentence: `Give ${name} (${bytes} bytes) a line in ${budgetFile}: name, reason, maxBytes.` },
    ]
  if (!budget.reason.trim()) return [{ file, sentence: `Say in ${budgetFile} why ${name} needs JavaScript.` }]
  if (bytes <= budget.maxBytes) return []
  return [{ file, sentence: `Make ${name} lighter: ${bytes} bytes compressed, ${budget.maxBytes} agreed.` }]
}

function islandName(source: string): string | undefined {
  const [, slice, name] = /^src\/(.+)\/islands\/(.+)\.tsx?$/.exec(source) ?? []
  return slice && name ? `${slice}/${name}` : undefined
}

function weigh(
  project: Project,
  manifest: Record<string, Chunk>,
  key: string,
  seen = new Set<string>(),
): number {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return 0
  seen.add(key)
  const own = brotliCompressSync(project.files.get(`dist/${chunk.file}`) ?? '').length
  return (chunk.imports ?? []).reduce((sum, next) => sum + weigh(project, manifest, next, seen), own)
}

function read<T>(project: Project, file: string): T | undefined {
  const text = project.files.get(file)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

function lineOf(project: Project, word: string): number {
  const before = (project.files.get(budgetFile) ?? '').split(`"${word}"`)[0] ?? ''
  return before.split('\n').length
}
