import type { Check } from './project.ts'

const ceiling = 300
const counted = /^(?:src|tools|e2e|bench|demo|scripts)\/.+\.(?:tsx?|mjs|js|css)$/

export const fileCeiling: Check = {
  name: 'file ceiling',
  sentence: `No file is longer than ${ceiling} lines.`,
  run: (project) =>
    [...project.files].flatMap(([file, text]) => {
      const lines = text.replace(/\n$/, '').split('\n').length
      if (!counted.test(file) || lines <= ceiling) return []
      return [
        {
          file,
          line: ceiling + 1,
          sentence: `Find the second idea in these ${lines} lines and give it a file.`,
        },
      ]
    }),
}
