import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { connect as dial } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { isAlive } from './embedded/cluster.ts'
import { migrate, type OpenDatabase, openDatabase } from './index.ts'

const flags = ['fsync=off']
const folders: string[] = []
const opened: OpenDatabase[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newleaf-cluster-'))
  folders.push(folder)
  return folder
}

async function open(dataDir: string, say?: (sentence: string) => void): Promise<OpenDatabase> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { flags, ...(say ? { say } : {}) })
  opened.push(database)
  return database
}

function serverPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('what was written is there at the next start, and the server is gone in between', async () => {
  const folder = newFolder()
  const first = await open(folder)
  await first.db`create table kept (word text)`
  await first.db`insert into kept values ('leaf')`
  const pid = serverPid(folder)
  await first.close()
  expect(isAlive(pid)).toBe(false)
  opened.pop()
  const second = await open(folder)
  expect(await second.db`select word from kept`).toMatchObject([{ word: 'leaf' }])
})

test('nothing that was to be kept gets into the log of the server when it is refused', async () => {
  const folder = newFolder()
  const { db } = await open(folder)
  await db`create table kept (word text unique check (word <> 'lantern'), number bigint)`
  await db`insert into kept values ('cedar', 1)`
  await expect(db`insert into kept values (${'lantern'}, 1)`).rejects.toThrow()
  await expect(db`insert into kept values (${'cedar'}, 1)`).rejects.toThrow()
  await expect(db.unsafe(`insert into kept values ('x', 'thimble')`)).rejects.toThrow()
  const log = readFileSync(join(folder, 'database.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toMatch(/lantern|cedar|thimble/)
})

test('a second start on one data folder refuses with a sentence', async () => {
  const folder = newFolder()
  await open(folder)
  await expect(open(folder)).rejects.toThrow(
    /Another Newleaf \(process \d+\) already runs on the data folder/,
  )
})

test('a start while the one before is still stopping waits for it', async () => {
  const folder = newFolder()
  const first = await open(folder)
  await first.db`create table kept (word text)`
  opened.pop()
  const closing = first.close()
  const second = await open(folder)
  await closing
  expect(await second.db`select * from kept`).toHaveLength(0)
})

test('after kill -9 of the app the next start adopts the server that was left, and loses nothing', async () => {
  const folder = newFolder()
  const program = `
    import { openDatabase } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    const { db } = await openDatabase({ dataDir: ${JSON.stringify(folder)}, databaseUrl: undefined }, { flags: ['fsync=off'] })
    await db\`create table kept (word text)\`
    await db\`insert into kept values ('leaf')\`
    console.log('written')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  const orphan = serverPid(folder)
  expect(isAlive(orphan)).toBe(true)
  const said: string[] = []
  const again = await open(folder, (sentence) => said.push(sentence))
  expect(serverPid(folder)).toBe(orphan)
  expect(said.join()).toContain('still running')
  expect(await again.db`select word from kept`).toMatchObject([{ word: 'leaf' }])
})

test('a server that is killed under us comes back by itself with what was committed', async () => {
  const folder = newFolder()
  const { db } = await open(folder)
  await db`create table kept (word text)`
  await db`insert into kept values ('leaf')`
  process.kill(serverPid(folder), 'SIGKILL')
  let rows: unknown[] = []
  for (let tries = 0; tries < 400 && rows.length === 0; tries++) {
    await pause(200)
    rows = await db`select word from kept`.catch(() => [])
  }
  expect(rows).toMatchObject([{ word: 'leaf' }])
})

test('the server listens on this machine only', async () => {
  const database = await open(newFolder())
  const port = Number(new URL(database.url).port)
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one && !one.internal && one.family === 'IPv4')
  for (const one of outside) {
    const answer = await new Promise((resolve) => {
      const socket = dial({ host: one?.address ?? '', port, timeout: 1000 })
      socket.once('connect', () => resolve('connected'))
      socket.once('error', () => resolve('refused'))
      socket.once('timeout', () => resolve('refused'))
    })
    expect(answer).toBe('refused')
  }
  expect(await database.db`show listen_addresses`).toMatchObject([{ listenAddresses: '127.0.0.1' }])
})

test('it also runs in a folder that only its owner may enter', async () => {
  const outer = newFolder()
  await chmod(outer, 0o700)
  const folder = join(outer, 'deeper')
  await mkdir(folder)
  const { db } = await open(folder)
  expect(await db`select 1 as one`).toMatchObject([{ one: 1 }])
})

test('a migration that was edited after it ran, or came too late, stops the start', async () => {
  const folder = newFolder()
  const { db } = await open(folder)
  const files = join(folder, 'migrations')
  await mkdir(files)
  writeFileSync(join(files, '2.do.first.sql'), 'create table a (id int);')
  await migrate(db, files)
  writeFileSync(join(files, '1.do.late.sql'), 'create table b (id int);')
  await expect(migrate(db, files)).rejects.toThrow(/older than one that already ran[\s\S]*1\.do\.late\.sql/)
  rmSync(join(files, '1.do.late.sql'))
  writeFileSync(join(files, '2.do.first.sql'), 'create table c (id int);')
  await expect(migrate(db, files)).rejects.toThrow(/checksum/)
})

test('migrations that fail half-way leave the schema as it was', async () => {
  const folder = newFolder()
  const { db } = await open(folder)
  const files = join(folder, 'migrations')
  await mkdir(files)
  writeFileSync(join(files, '1.do.good.sql'), 'create table good (id int);')
  writeFileSync(join(files, '2.do.bad.sql'), 'create table bad (id int); select 1 / 0;')
  await expect(migrate(db, files)).rejects.toThrow()
  expect(await db`select 1 from pg_tables where tablename in ('good', 'bad')`).toHaveLength(0)
})
