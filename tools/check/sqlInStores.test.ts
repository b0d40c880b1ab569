import { expect, test } from 'vitest'
import { sqlInStores } from './sqlInStores.ts'
import { places, tree } from './tree.ts'

const query = 'export const find = (db: any) => db`select 1`'

test('stores and the platform database may speak SQL; comments and English may say select', async () => {
  const clean = {
    'src/forum/store.ts': query,
    'src/forum/replies.store.ts': query,
    'src/forum/store/topics.ts': query,
    'src/platform/database/migrate.ts': query,
    'src/forum/store.test.ts': query,
    'src/forum/routes.tsx': "// db`select 1`\n/* sql`x` */\nexport const s = 'Select a group, then join it'",
    'src/forum/views.tsx': 'export const View = () => <p title="db`select`">it\'s `fine` here</p>',
    'src/platform/jobs.ts': 'export const run = (db: any) => (text: string) => db.unsafe(text)',
    'src/forum/live.ts': `export const key = \`update-\${1}\``,
  }
  expect(await places(sqlInStores, tree(clean))).toEqual([])
})

test('a query elsewhere is found, however its database is called', async () => {
  const broken = {
    'src/forum/routes.tsx': 'export const a = (c: any) => {\n  return c.var.db<{ a: 1 }[]>`select 1`\n}',
    'src/forum/jobs.ts': 'export const a = (tx: any) => tx`\n  delete from topics`',
    'src/forum/live.ts': 'export const a = (q: any) => q`\n  notify forum`',
    'src/home/index.ts': "export const a = (db: any) => db.unsafe('vacuum')",
    'src/home/routes.tsx': "const text = 'SELECT * FROM topics'\nexport { text }",
  }
  expect(await places(sqlInStores, tree(broken))).toEqual([
    'src/forum/routes.tsx:2',
    'src/forum/jobs.ts:1',
    'src/forum/live.ts:1',
    'src/home/index.ts:1',
    'src/home/routes.tsx:1',
  ])
})
