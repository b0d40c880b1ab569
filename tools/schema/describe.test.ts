import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/index.ts'
import { describeSchema } from './describe.ts'

let dataDir: string
let database: OpenDatabase

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'newleaf-describe-'))
  database = await openDatabase({ dataDir, databaseUrl: undefined }, { flags: ['fsync=off'] })
  await database.db`create table leaves (
    id bigint generated always as identity primary key, name text not null, fell_on date default now())`
})

afterAll(async () => {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('a table reads as the SQL that would make it', async () => {
  expect(await describeSchema(database.db)).toContain(`
create table leaves (
  id bigint generated always as identity not null,
  name text not null,
  fell_on date default now(),
  constraint leaves_pkey PRIMARY KEY (id)
);`)
})

test('the same schema gives the same text, and every change of it another', async () => {
  const { db } = database
  const texts = [await describeSchema(db)]
  expect(await describeSchema(db)).toBe(texts[0])
  await db`alter table leaves alter name drop not null`
  texts.push(await describeSchema(db))
  await db`create index leaves_by_name on leaves (name) where name > 'a'`
  texts.push(await describeSchema(db))
  await db`alter table leaves add constraint short check (length(name) < 9)`
  texts.push(await describeSchema(db))
  await db`create view fallen as select name from leaves`
  texts.push(await describeSchema(db))
  await db`create function doubled(number integer) returns integer language sql immutable return number * 2`
  texts.push(await describeSchema(db))
  await db`create type colour as enum ('green', 'brown')`
  texts.push(await describeSchema(db))
  expect(new Set(texts).size).toBe(texts.length)
})
