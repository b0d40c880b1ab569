import { isStore } from './places.ts'
import { type Check, isTest } from './project.ts'
import { codeIn, dotted, isNode, type Node, walk } from './source.ts'

const databaseNames = new Set(['sql', 'db', 'tx', 'database', 'transaction'])
const beginsLikeSql =
  /^\s*(?:select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+(?:recursive\s+)?\w+\s*(?:\([^)]*\)\s*)?as\s|create\s+(?:table|index|function|unique|extension)|alter\s+table|drop\s+table|truncate\s|notify\s|listen\s|set\s+local\s|copy\s+\w+)/i

// A plain text may say "Select a group"; a query in a plain text says from where.
const plainQuery = /^\s*(?:select\s[\s\S]+\sfrom\s|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s)/i

export const sqlInStores: Check = {
  name: 'SQL in stores',
  sentence: 'SQL stands only in store.ts (or *.store.ts, store/) and in platform/database.',
  run: (project) =>
    codeIn(project, 'src')
      .filter(([path]) => !isStore(path) && !isTest(path))
      .flatMap(([path, text]) => {
        const lines = new Set<number>()
        walk(path, text, (node, line) => {
          if (speaksSql(node) || (passesSql(node) && !path.startsWith('src/platform/'))) lines.add(line())
        })
        return [...lines].map((line) => ({
          file: path,
          line,
          sentence:
            "Move this query into the slice's store.ts and give it a name that promises what it does.",
        }))
      }),
}

function speaksSql(node: Node): boolean {
  if (node.type === 'TaggedTemplateExpression') {
    const name = dotted(node.tag).split('.').at(-1) ?? ''
    return databaseNames.has(name) || beginsLikeSql.test(firstText(node.quasi))
  }
  if (node.type === 'TemplateLiteral') return plainQuery.test(firstText(node))
  return node.type === 'Literal' && typeof node.value === 'string' && plainQuery.test(node.value)
}

/** The platform hands over what a library wrote (the job queue); a slice has no reason to. */
function passesSql(node: Node): boolean {
  return node.type === 'CallExpression' && /\.unsafe$/.test(dotted(node.callee))
}

function firstText(template: unknown): string {
  const quasi = isNode(template) && Array.isArray(template.quasis) ? template.quasis[0] : undefined
  return isNode(quasi) ? String((quasi.value as { raw?: string }).raw ?? '') : ''
}
