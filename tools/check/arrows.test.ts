import { expect, test } from 'vitest'
import { arrows } from './arrows.ts'
import { places, tree } from './tree.ts'

const graph = JSON.stringify({ forum: ['groups'], groups: [], 'groups/fit': ['forum'], home: ['*'] })
const clean = {
  'tools/slices.json': graph,
  'src/config.ts': "import './platform/web.ts'",
  'src/platform/web.ts': 'export const web = 1',
  'src/design/index.ts': "export { web } from '../platform/web.ts'",
  'src/groups/index.ts': "export * from '../design/index.ts'",
  'src/groups/fit/index.ts': "export * from '../../forum/index.ts'",
  'src/forum/index.ts': "// import '../home/index.ts'\nexport const s = \"import '../home/index.ts'\"",
  'src/forum/routes.tsx': "import { web } from '../groups/index.ts'\nexport const a = web",
  'src/forum/routes.test.ts': "import '../testing/site.ts'\nimport '../app.ts'",
  'src/testing/site.ts': "import '../app.ts'",
  'src/home/index.ts': "import '../forum/index.ts'",
  'src/app.ts': "import './forum/routes.tsx'\nimport './platform/web.ts'",
}

test('arrows that point down, and slices that may use each other, pass', async () => {
  expect(await places(arrows, tree(clean))).toEqual([])
})

test('the platform may not know the design, nor the design a slice, nor a slice the app', async () => {
  const broken = {
    ...clean,
    'src/platform/errors.ts': "\nimport { web } from '../design/index.ts'",
    'src/platform/types.ts': "import type { Vars } from '../app.ts'",
    'src/design/layout.tsx': "export const a = () => import('../forum/index.ts')",
    'src/forum/rules.ts': "export type A = import('../app.ts').A",
  }
  expect(await places(arrows, tree(broken))).toEqual([
    'src/platform/errors.ts:2',
    'src/platform/types.ts:1',
    'src/design/layout.tsx:1',
    'src/forum/rules.ts:1',
  ])
})

test('a slice may not use one that its line in the graph does not name', async () => {
  const broken = { ...clean, 'src/groups/views.tsx': "export * from '../forum/index.ts'" }
  expect(await places(arrows, tree(broken))).toEqual(['src/groups/views.tsx:1'])
})

test('a new slice needs its line in the graph', async () => {
  const broken = { ...clean, 'src/rooms/index.ts': 'export const room = 1' }
  expect(await places(arrows, tree(broken))).toEqual(['src/rooms/index.ts'])
})

test('shipped code may not import from the tests', async () => {
  const broken = { ...clean, 'src/forum/store.ts': "import '../testing/site.ts'" }
  expect(await places(arrows, tree(broken))).toEqual(['src/forum/store.ts:1'])
})
