import { type Check, type Finding, isTest, lineAt } from './project.ts'
import { codeIn, dotted, isNode, type Node, walk } from './source.ts'

const sentence = 'Serve it from our own origin: a page of ours asks nobody else.'
const foreign = /^\s*(?:https?:|wss?:)?\/\/(?!localhost|127\.0\.0\.1)/i
const loads = new Set([
  'src',
  'srcset',
  'srcSet',
  'poster',
  'action',
  'formaction',
  'formAction',
  'data',
  'manifest',
])
const calls = /^(?:(?:window|self|globalThis)\.)?(?:fetch|importScripts|navigator\.sendBeacon)$/
const constructs = /^(?:(?:window|self|globalThis)\.)?(?:EventSource|WebSocket|Worker|SharedWorker|Request)$/

export const foreignOrigins: Check = {
  name: 'no foreign origin',
  sentence: 'Nothing in the code makes a browser or the server ask a foreign origin of its own accord.',
  run: (project) => [
    ...codeIn(project, 'src')
      .filter(([path]) => !isTest(path))
      .flatMap(([file, text]) => {
        const findings: Finding[] = []
        walk(file, text, (node, line) => {
          if (asksAbroad(node)) findings.push({ file, line: line(), sentence })
        })
        return findings
      }),
    ...[...project.files].flatMap(([file, text]) => [
      ...(/^src\/.+\.css$/.test(file)
        ? matches(file, text, /(?:url\(\s*|@import\s+)["']?(?:https?:)?\/\//gi)
        : []),
      ...(/^content\/.+\.md$/.test(file) ? matches(file, text, /!\[[^\]]*\]\(\s*<?(?:https?:)?\/\//gi) : []),
    ]),
  ],
}

function asksAbroad(node: Node): boolean {
  if (node.type === 'CallExpression')
    return calls.test(dotted(node.callee)) && foreign.test(firstText(node.arguments))
  if (node.type === 'NewExpression')
    return constructs.test(dotted(node.callee)) && foreign.test(firstText(node.arguments))
  if (node.type === 'ImportExpression') return foreign.test(textOf(node.source))
  if (node.type === 'ImportDeclaration') return foreign.test(textOf(node.source))
  if (node.type !== 'JSXOpeningElement' || !Array.isArray(node.attributes)) return false
  const element = isNode(node.name) ? String(node.name.name) : ''
  return node.attributes.filter(isNode).some((attribute) => {
    const name = isNode(attribute.name) ? String(attribute.name.name) : ''
    const leads =
      loads.has(name) || (name === 'href' && (element === 'link' || element === 'use' || element === 'image'))
    return leads && foreign.test(textOf(attribute.value))
  })
}

function firstText(list: unknown): string {
  return Array.isArray(list) ? textOf(list[0]) : ''
}

function textOf(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : ''
  if (node.type === 'JSXExpressionContainer') return textOf(node.expression)
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return ''
  const [first] = node.quasis.filter(isNode)
  return String((first?.value as { cooked?: string } | undefined)?.cooked ?? '')
}

function matches(file: string, text: string, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].map(({ index }) => ({ file, line: lineAt(text, index + 1), sentence }))
}
