import { expect, test } from 'vitest'
import { pureRules } from './pureRules.ts'
import { places, tree } from './tree.ts'

test('a rule that takes now as an argument passes', async () => {
  const clean = {
    'src/forum/rules.ts':
      "import type { Topic } from './store.ts'\n// Date.now() would lie here\nexport const isOld = (t: Topic, now: Date) => +new Date(0) < +now\nexport const hint = 'never Math.random()'",
    'src/forum/routes.tsx': 'export const a = Date.now() + Math.random()',
    'src/forum/rules.test.ts': "import 'node:fs'\nexport const a = Date.now()",
  }
  expect(await places(pureRules, tree(clean))).toEqual([])
})

test('clock, chance, network, settings and waiting are found', async () => {
  const impure = [
    'Date.now()',
    'Temporal.Now.instant()',
    'new Date()',
    'performance.now()',
    'Math.random()',
    'crypto.randomUUID()',
    "fetch('/x')",
    'process.env.PORT',
    'globalThis.Math.random()',
    'async () => 1',
  ]
  for (const code of impure) {
    const broken = tree({ 'src/forum/rules.ts': `export const a = () =>\n  ${code}` })
    expect(await places(pureRules, broken), code).toEqual(['src/forum/rules.ts:2'])
  }
})

test('imports that reach outside are found', async () => {
  for (const from of [
    'node:fs',
    'postgres',
    './store.ts',
    '../platform/clock.ts',
    '../platform/database/index.ts',
  ]) {
    const broken = tree({ 'src/forum/quiet.rules.ts': `import a from '${from}'\nexport { a }` })
    expect(await places(pureRules, broken), from).toEqual(['src/forum/quiet.rules.ts:1'])
  }
})
