import { isStore, isViews } from './places.ts'
import { type Check, type Finding, isTest } from './project.ts'
import { codeIn, importsOf, walk } from './source.ts'

export const stillViews: Check = {
  name: 'still views',
  sentence: 'Views turn data into HTML: no await, no async, no database.',
  run: (project) =>
    codeIn(project, 'src')
      .filter(([path]) => isViews(path) && !isTest(path))
      .flatMap(([path, text]) => {
        const findings: Finding[] = []
        walk(path, text, (node, line) => {
          const waits =
            node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await === true)
          if (waits || node.async === true) {
            findings.push({
              file: path,
              line: line(),
              sentence: 'Fetch this in routes.tsx and pass it to the view.',
            })
          }
        })
        for (const { target, line, typeOnly } of importsOf(path, text)) {
          if (target && isStore(target) && !typeOnly) {
            findings.push({
              file: path,
              line,
              sentence: 'Call the store in routes.tsx and pass its answer to the view.',
            })
          }
        }
        return findings
      }),
}
