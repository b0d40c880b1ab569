import { expect, test } from 'vitest'
import { fileCeiling } from './fileCeiling.ts'
import { honestNames } from './honestNames.ts'
import { migrations } from './migrations.ts'
import { places, tree } from './tree.ts'

const lines = (count: number) => 'x\n'.repeat(count)

test('a file of 300 lines passes and one of 301 does not, tests and styles included', async () => {
  const clean = {
    'src/a.ts': lines(300),
    'tools/a.ts': lines(1),
    'messages/en/a.json': lines(900),
    'dist/a.js': lines(900),
  }
  expect(await places(fileCeiling, tree(clean))).toEqual([])
  const broken = {
    'src/a.test.ts': lines(301),
    'src/forum/style.css': lines(400),
    'bench/main.ts': lines(302),
  }
  expect(await places(fileCeiling, tree(broken))).toEqual([
    'src/a.test.ts:301',
    'src/forum/style.css:301',
    'bench/main.ts:301',
  ])
})

test('names that say nothing are found as whole words only', async () => {
  const clean = { 'src/forum/miscarriage.ts': '', 'src/help/index.ts': '', 'src/design/utility.css': '' }
  expect(await places(honestNames, tree(clean))).toEqual([])
  const broken = {
    'src/forum/utils.ts': '',
    'src/helpers/index.ts': '',
    'src/forum/sessionManager.ts': '',
    'tools/date-util.ts': '',
    'src/forum/misc.css': '',
  }
  expect(await places(honestNames, tree(broken))).toEqual(Object.keys(broken))
})

test('migrations are named by day, number, slice and change, each number once', async () => {
  const clean = {
    'src/forum/index.ts': '',
    'db/migrations/2026112240.do.forum_tables.sql': '',
    'db/schema.sql': '',
  }
  expect(await places(migrations, tree(clean))).toEqual([])
  const broken = {
    ...clean,
    'db/migrations/2026112240.do.forum_more.sql': '',
    'db/migrations/2026112241.undo.forum_more.sql': '',
    'db/migrations/2026133101.do.forum_later.sql': '',
    'db/migrations/2026112242.do.rooms_tables.sql': '',
  }
  expect(await places(migrations, tree(broken))).toEqual(Object.keys(broken).slice(3))
})
