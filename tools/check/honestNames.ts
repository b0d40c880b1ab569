import type { Check } from './project.ts'

const empty = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'misc'])
const ours = /^(?:src|tools|e2e|bench|demo|scripts|content|messages|db)\//

export const honestNames: Check = {
  name: 'honest names',
  sentence: 'No file or folder is called utils, helpers, manager or misc.',
  run: (project) =>
    [...project.files.keys()].flatMap((file) => {
      const said = ours.test(file) ? wordsOf(file).find((word) => empty.has(word)) : undefined
      return said ? [{ file, sentence: `Name it by what it holds: "${said}" says nothing.` }] : []
    }),
}

function wordsOf(path: string): string[] {
  return path
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
}
