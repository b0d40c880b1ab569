import { join } from 'node:path'
import Postgrator from 'postgrator'
import postgres from 'postgres'
import type { Sql, Types } from './connect.ts'

/** Any number that all nodes agree on: two nodes that start together migrate one after the other. */
const migrationLock = 7_140_001

/**
 * Brings the schema to the newest version. All pending files run in one transaction, so that a kill
 * in the middle leaves the version from before. Throws when a file that already ran was edited.
 */
export async function migrate(db: Sql, folder: string): Promise<string[]> {
  return await db.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${migrationLock})`
    const postgrator = new Postgrator({
      driver: 'pg',
      migrationPattern: join(folder, '*.sql').replaceAll('\\', '/'),
      schemaTable: 'schema_version',
      newline: 'LF',
      execQuery: async (query) => ({ rows: (await tx.unsafe(query)).map(asPostgratorReads) }),
      execSqlScript: async (script) => {
        await tx.unsafe(script)
      },
    })
    const applied = await postgrator.migrate()
    await refuseSkipped(tx, postgrator)
    return applied.map((migration) => migration.filename)
  })
}

/** Postgrator reads snake_case columns; our connection gives camelCase. */
function asPostgratorReads(row: postgres.Row): postgres.Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [postgres.fromCamel(key), value]))
}

/** Postgrator passes over a file older than the newest that ran; a schema with a hole must not start. */
async function refuseSkipped(tx: postgres.TransactionSql<Types>, postgrator: Postgrator): Promise<void> {
  const ran = new Set(
    (await tx<{ version: string }[]>`select version from schema_version`).map((r) => r.version),
  )
  const skipped = (await postgrator.getMigrations()).filter((file) => !ran.has(String(file.version)))
  if (skipped.length > 0)
    throw new Error(
      `These migrations are older than one that already ran, and were not run: ${skipped.map((f) => f.filename).join(', ')}. Give them a newer number.`,
    )
}
