import { isRules, isStore } from './places.ts'
import { type Check, type Finding, isTest } from './project.ts'
import { codeIn, dotted, importsOf, type Node, walk } from './source.ts'

export const pureRules: Check = {
  name: 'pure rules',
  sentence: 'Rules are pure: no clock, no chance, no network, no database; what they need is an argument.',
  run: (project) =>
    codeIn(project, 'src')
      .filter(([path]) => isRules(path) && !isTest(path))
      .flatMap(([path, text]) => {
        const findings: Finding[] = []
        walk(path, text, (node, line) => {
          const sentence = whyImpure(node)
          if (sentence) findings.push({ file: path, line: line(), sentence })
        })
        for (const { specifier, target, line, typeOnly } of importsOf(path, text)) {
          if (typeOnly) continue
          const reachesOut = /^(?:node:|postgres$|hono)/.test(specifier) || isOutside(target)
          if (reachesOut) {
            findings.push({
              file: path,
              line,
              sentence: `Do without ${specifier}: a rule gets facts and gives a decision.`,
            })
          }
        }
        return findings
      }),
}

function isOutside(target: string | undefined): boolean {
  return target !== undefined && (isStore(target) || /^src\/platform\/(?:clock|bus|jobs)\./.test(target))
}

function whyImpure(node: Node): string | undefined {
  if (node.type === 'AwaitExpression' || node.async === true)
    return 'Wait in routes.tsx; a rule answers at once.'
  if (node.type === 'NewExpression' && dotted(node.callee) === 'Date' && isEmpty(node.arguments))
    return 'Take the time as an argument `now`.'
  if (node.type === 'CallExpression' && dotted(node.callee) === 'fetch')
    return 'Fetch in routes.tsx or jobs.ts and pass the answer.'
  if (node.type !== 'MemberExpression') return undefined
  const name = dotted(node).replace(/^globalThis\./, '')
  if (/^(?:Date\.now|Temporal\.Now|performance\.now)$/.test(name))
    return 'Take the time as an argument `now`.'
  if (/^(?:Math\.random|crypto\.(?:getRandomValues|randomUUID))$/.test(name))
    return 'Take chance as an argument.'
  if (/^process\.(?:env|hrtime|argv)$/.test(name)) return 'Take the setting as an argument.'
  return undefined
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0
}
