import { expect, test } from 'vitest'
import { frontDoors } from './frontDoors.ts'
import { places, tree } from './tree.ts'

const clean = {
  'src/groups/index.ts': "export { a } from './store.ts'",
  'src/groups/store.ts': 'export const a = 1',
  'src/groups/fit/index.ts': "import { a } from '../index.ts'\nexport const b = a",
  'src/groups/kinds/names.ts': "import { a } from '../store.ts'\nexport const c = a",
  'src/forum/routes.tsx':
    "import { a } from '../groups/index.ts'\nimport { b } from '../groups/fit/index.ts'\nexport { a, b }",
  'src/forum/routes.test.ts': "import '../testing/site.ts'",
  'src/testing/site.ts': 'export const site = 1',
  'src/app.ts': "import './forum/routes.tsx'\nimport './groups/index.ts'",
}

test('index.ts, and for the table of contents routes.tsx, are the doors', async () => {
  expect(await places(frontDoors, tree(clean))).toEqual([])
})

test('no other file of a slice can be reached from outside', async () => {
  const broken = {
    ...clean,
    'src/forum/store.ts': "import { a } from '../groups/store.ts'\nexport { a }",
    'src/forum/live.ts': "\nimport type { a } from '../groups/store.ts'",
    'src/home/index.ts': "import '../forum/routes.tsx'",
    'src/server.ts': "const store = await import('./groups/store.ts')",
  }
  expect(await places(frontDoors, tree(broken))).toEqual([
    'src/forum/store.ts:1',
    'src/forum/live.ts:2',
    'src/home/index.ts:1',
    'src/server.ts:1',
  ])
})

test('a folder with an index of its own is a slice to its parent too', async () => {
  const broken = {
    ...clean,
    'src/groups/fit/rules.ts': "import { a } from '../store.ts'\nexport { a }",
    'src/groups/views.tsx': "export * from './fit/rules.ts'",
  }
  expect(await places(frontDoors, tree(broken))).toEqual([
    'src/groups/fit/rules.ts:1',
    'src/groups/views.tsx:1',
  ])
})
