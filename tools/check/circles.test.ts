import { expect, test } from 'vitest'
import { circles } from './circles.ts'
import { places, tree } from './tree.ts'

const clean = {
  'src/forum/index.ts': "export * from '../groups/index.ts'",
  'src/groups/index.ts': "export * from './store.ts'",
  'src/groups/store.ts': "import type { B } from './rules.ts'\nexport const a: B = 1",
  'src/groups/rules.ts': "import { a } from './store.ts'\nexport type B = typeof a",
}

test('a tree without circles passes, and types may look at each other within a slice', async () => {
  expect(await places(circles, tree(clean))).toEqual([])
})

test('two slices that use each other are a circle, by types too', async () => {
  const broken = {
    ...clean,
    'src/groups/live.ts': "\nimport type { A } from '../forum/index.ts'\nexport type B = A",
  }
  const findings = await circles.run(tree(broken))
  expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['src/groups/live.ts:2'])
  expect(findings[0]?.sentence).toContain('forum -> groups -> forum')
})

test('a sub-slice and its parent that use each other are a circle', async () => {
  const broken = {
    'src/groups/index.ts': "export * from './fit/index.ts'\nexport const a = 1",
    'src/groups/fit/index.ts': "import type { a } from '../index.ts'\nexport type B = typeof a",
  }
  expect(await places(circles, tree(broken))).toEqual(['src/groups/fit/index.ts:1'])
})

test('three files that import each other in a ring are a circle', async () => {
  const broken = {
    'tools/a.ts': "import './b.ts'",
    'tools/b.ts': "export * from './c.ts'",
    'tools/c.ts': "\n\nexport const a = import('./a.ts')",
  }
  expect(await places(circles, tree(broken))).toEqual(['tools/c.ts:3'])
})
