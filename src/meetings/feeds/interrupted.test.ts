import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { connect, type Sql, transaction } from '../../platform/database/index.ts'
import { waitForFeed } from './apply.store.ts'
import { findInterrupted, importText, runWaitingImport } from './import.ts'
import { addImport, getImport, noteProgress, putFeed } from './store.ts'

// Several processes at one import: they commit, so they get a database that no other test sees.
const url = new URL(inject('databaseUrl'))
const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const draft = { name: 'Harbour', address: undefined, zone: 'Europe/Dublin', kind: undefined }
const record = { name: 'Quiet Room', day: 1, time: '19:00', location: 'Library' }
const content = JSON.stringify([
  { ...record, slug: 'a' },
  { ...record, slug: 'b', day: 9 },
])
const asked = { now, allowPrivate: false }
let db: Sql

beforeAll(async () => {
  const maker = connect(url.href, { connections: 1 })
  await maker.unsafe('create database feed_interrupted template migrated')
  await maker.end()
  url.pathname = '/feed_interrupted'
  db = connect(url.href)
})
beforeEach(async () => {
  await db`delete from feeds`
})
// The driver waits for a connection that was cut in a transaction.
afterAll(() => db.end({ timeout: 1 }))

async function killedImport(what: { source: string; content: string | null }, address?: string) {
  const feed = await putFeed(db, { ...draft, address })
  const importId = await addImport(db, feed, what)
  await noteProgress(db, importId, 500, 2098)
  return { feed, importId }
}

/** Another process at the same feed, until told to end. */
async function holdElsewhere(feedId: string) {
  const held = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  const over = transaction(db, async (tx) => {
    await waitForFeed(tx, feedId)
    held.resolve()
    await told.promise
  })
  await held.promise
  return async () => {
    told.resolve()
    await over
  }
}

test('an upload that was killed half-way is found and brought to its end', async () => {
  const { importId } = await killedImport({ source: 'a.json', content })
  expect(await findInterrupted(db, now)).toEqual([importId])
  await runWaitingImport(db, importId, asked)
  expect(await getImport(db, importId)).toMatchObject({ status: 'done', added: 1, refused: 1, failure: null })
  expect(await findInterrupted(db, now)).toEqual([])
})

test('begun in several processes at once, it is brought in once', async () => {
  const { importId } = await killedImport({ source: 'a.json', content })
  await Promise.all([1, 2, 3].map(() => runWaitingImport(db, importId, asked)))
  expect(await getImport(db, importId)).toMatchObject({ status: 'done', added: 1, same: 0, failure: null })
  expect(await db`select 1 from meetings`).toHaveLength(1)
})

test('it waits for whoever is still at the feed, and does not fail', async () => {
  const { feed, importId } = await killedImport({ source: 'a.json', content })
  const release = await holdElsewhere(feed.id)
  const running = runWaitingImport(db, importId, asked)
  await expect
    .poll(() => db`select 1 from pg_locks where locktype = 'advisory' and not granted`)
    .toHaveLength(1)
  expect(await getImport(db, importId)).toMatchObject({ status: 'running' })
  await release()
  await running
  expect(await getImport(db, importId)).toMatchObject({ status: 'done', added: 1 })
})

test('an address is read again; a file of the command is not there any more', async () => {
  const address = 'https://feed.example/meetings.json'
  const ofAddress = await killedImport({ source: address, content: null }, address)
  const ofFile = await killedImport({ source: 'harbour.json', content: null })
  expect(await findInterrupted(db, now)).toEqual([ofAddress.importId])
  expect(await getImport(db, ofFile.importId)).toMatchObject({ status: 'failed', failure: 'import.fault' })
})

test('a command that is under way while the site starts is left alone', async () => {
  const { feed, importId } = await killedImport({ source: 'harbour.json', content: null })
  const release = await holdElsewhere(feed.id)
  expect(await findInterrupted(db, now)).toEqual([])
  expect(await getImport(db, importId)).toMatchObject({ status: 'running' })
  await release()
})

test('an older reading never comes after a newer one', async () => {
  const { importId } = await killedImport({ source: 'a.json', content })
  const newer = JSON.stringify([{ ...record, slug: 'a', time: '20:00' }])
  await importText(db, draft, { source: 'b.json', text: newer }, { now })
  expect(await findInterrupted(db, now)).toEqual([])
  await runWaitingImport(db, importId, asked)
  expect(await getImport(db, importId)).toMatchObject({ status: 'failed', failure: 'import.superseded' })
  expect(await db`select time from meetings`).toEqual([{ time: '20:00' }])
})

test('a fault of ours ends it too, instead of leaving it under way for ever', async () => {
  const { importId } = await killedImport({ source: 'a.json', content })
  await db`alter table import_lines rename to elsewhere`
  await expect(runWaitingImport(db, importId, asked)).rejects.toThrow('import_lines')
  await db`alter table elsewhere rename to import_lines`
  expect(await getImport(db, importId)).toMatchObject({ status: 'failed', failure: 'import.fault' })
})

test('a database that goes away in the middle leaves it to be tried again', async () => {
  const { feed, importId } = await killedImport({ source: 'a.json', content })
  const release = await holdElsewhere(feed.id)
  const running = runWaitingImport(db, importId, asked)
  const outcome = running.catch((fault: unknown) => fault)
  await expect
    .poll(
      () => db`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted`,
    )
    .toHaveLength(1)
  expect(await outcome).toBeInstanceOf(Error)
  await release()
  expect(await getImport(db, importId)).toMatchObject({ status: 'running', failure: null })
  await runWaitingImport(db, importId, asked)
  expect(await getImport(db, importId)).toMatchObject({ status: 'done', added: 1 })
})
