import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate, openDatabase } from '../platform/database/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

/** One PostgreSQL for all tests of a run, thrown away afterwards; each worker copies the migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'newleaf-test-'))
  // What the tests put among the temporary files goes with them: a worker that is stopped cleans up nothing.
  const put = join(folder, 'put')
  mkdirSync(put)
  process.env.TMPDIR = put
  const dataDir = join(folder, 'data')
  const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { flags })
  await migrate(database.db, 'db/migrations')
  // A template may have nobody connected to it, so the workers copy a copy.
  await database.db.unsafe('create database migrated template template0')
  const migrated = new URL(database.url)
  migrated.pathname = '/migrated'
  const copy = await openDatabase({ dataDir, databaseUrl: migrated.href })
  await migrate(copy.db, 'db/migrations')
  await copy.close()
  project.provide('databaseUrl', database.url)
  return async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
