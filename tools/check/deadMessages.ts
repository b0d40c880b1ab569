import { posix } from 'node:path'
import { type Check, isTest, lineAt, type Project } from './project.ts'
import { codeIn, importsOf, isNode, type Node, walk } from './source.ts'

export const deadMessages: Check = {
  name: 'dead messages',
  sentence: 'Every message of the interface is used somewhere.',
  run: (project) =>
    [...project.files].flatMap(([file, text]) => {
      if (!/^messages\/en\/[^/]+\.json$/.test(file)) return []
      const says = saidBy(readersOf(project, file))
      return Object.keys(JSON.parse(text) as object)
        .filter((key) => !says(key))
        .map((key) => ({
          file,
          line: lineAt(text, Math.max(0, text.indexOf(JSON.stringify(key)))),
          sentence: `Remove "${key}", or use it: no code says it.`,
        }))
    }),
}

/** The code that may use a catalogue: the folder that reads it, and whoever imports from the file that does. */
function readersOf(project: Project, catalogue: string): [string, string][] {
  const code = codeIn(project, 'src').filter(([path]) => !isTest(path))
  const gates = code.filter(([path, text]) =>
    importsOf(path, text).some(({ target }) => target === catalogue),
  )
  const paths = new Set(gates.map(([path]) => path))
  const folders = gates.map(([path]) => `${posix.dirname(path)}/`)
  return code.filter(
    ([path, text]) =>
      folders.some((folder) => path.startsWith(folder)) ||
      importsOf(path, text).some(({ target }) => target && paths.has(target)),
  )
}

/** Whether any of these files says a key: as it stands, or as a template with gaps (`symptom.${id}`). */
function saidBy(code: [string, string][]): (key: string) => boolean {
  const words = new Set<string>()
  const patterns: RegExp[] = []
  for (const [path, text] of code) {
    walk(path, text, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') {
        words.add(node.value)
        if (/^\w[\w.]*\.$/.test(node.value)) patterns.push(gaps([node.value, '']))
      }
      if (node.type === 'TemplateLiteral') {
        const fixed = quasis(node)
        if (fixed.length === 1) words.add(fixed[0] ?? '')
        else if (/[A-Za-z]/.test(fixed.join(''))) patterns.push(gaps(fixed))
      }
    })
  }
  return (key) => words.has(key) || patterns.some((pattern) => pattern.test(key))
}

function quasis(node: Node): string[] {
  return Array.isArray(node.quasis)
    ? node.quasis.filter(isNode).map((quasi) => String((quasi.value as { cooked?: string }).cooked ?? ''))
    : []
}

function gaps(fixed: string[]): RegExp {
  return new RegExp(`^${fixed.map((text) => RegExp.escape(text)).join('.+')}$`)
}
