import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, openDatabase } from '../src/platform/database/index.ts'
import { describeSchema } from './schema/describe.ts'

// `node tools/schema.ts` writes db/schema.sql from the migrations; with --check it only compares.
const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'db/schema.sql')

const made = await schemaOfMigrations()
if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '')
  const difference = firstDifference(committed.replaceAll('\r\n', '\n'), made)
  if (difference) console.log(difference)
  process.exitCode = difference ? 1 : 0
} else {
  await writeFile(file, made)
  console.log(`db/schema.sql holds ${made.split('\n').length} lines.`)
}

async function schemaOfMigrations(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'newleaf-schema-'))
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { flags: ['fsync=off'] })
  try {
    await migrate(database.db, join(root, 'db/migrations'))
    return await describeSchema(database.db)
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

function firstDifference(committed: string, made: string): string | undefined {
  const old = committed.split('\n')
  const fresh = made.split('\n')
  const at = fresh.findIndex((line, index) => line !== old[index])
  if (at === -1 && old.length === fresh.length) return undefined
  const line = at === -1 ? fresh.length : at
  return `Line ${line + 1} is "${old[line] ?? '(nothing)'}", the migrations make "${fresh[line] ?? '(nothing)'}".`
}
