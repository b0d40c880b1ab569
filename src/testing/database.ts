import { inject } from 'vitest'
import { connect, type Database, type Sql } from '../platform/database/index.ts'

/** This worker's own copy of the migrated database; made once, kept clean by rolling back every test. */
export async function openTestDatabase(connections = 4): Promise<Sql> {
  const url = new URL(inject('databaseUrl'))
  const name = `test_${process.env.VITEST_POOL_ID ?? '1'}`
  const maker = connect(url.href, { connections: 1 })
  try {
    const [found] = await maker`select 1 from pg_database where datname = ${name}`
    if (!found) await maker.unsafe(`create database ${name} template migrated`)
  } finally {
    await maker.end()
  }
  url.pathname = `/${name}`
  return connect(url.href, { connections })
}

class RollBack extends Error {}

/** Runs a test in a transaction that never commits. */
export async function inRollback(db: Sql, work: (tx: Database) => Promise<void>): Promise<void> {
  await db
    .begin(async (tx) => {
      await work(tx)
      throw new RollBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error
    })
}
