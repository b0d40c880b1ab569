import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '../connect.ts'
import { findPrograms, type Programs, start } from './programs.ts'
import { chooseRunAs, giveTo, type RunAs } from './runAs.ts'

/** A PostgreSQL in a data folder, running. */
export interface Cluster {
  url: string
  pid: number
  /** It ran already: left behind by a Newleaf that was killed, or in use by one that still runs. */
  found: boolean
}

const user = 'newleaf'
const startSeconds = 60
/** How often a server that is alive and does not answer is asked again, a fifth of a second apart. */
const silentTries = 25

/**
 * A refused statement is told to us, who say what failed without saying whose. Its own log would hold the row that
 * was refused, with the handle and the passphrase hash, or the words that were no number.
 */
const nothingPrivateInItsLog = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]

interface Places {
  database: string
  password: string
  log: string
}

function placesIn(dataDir: string): Places {
  return {
    database: join(dataDir, 'database'),
    password: join(dataDir, 'database.password'),
    log: join(dataDir, 'database.log'),
  }
}

/**
 * Finds the PostgreSQL of this data folder running, or starts it (making it first when there is none).
 * It listens on 127.0.0.1 only, on a free port, with a password that only this folder holds.
 * @param flags further settings, such as `fsync=off` for tests
 * @param port the port it had before, so that open connections find it again
 */
export async function startCluster(dataDir: string, flags: string[] = [], port?: number): Promise<Cluster> {
  const places = placesIn(dataDir)
  const running = await findCluster(dataDir)
  if (running) return running
  const programs = findPrograms()
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  const runAs = await chooseRunAs([dataDir, programs.home])
  if (!existsSync(join(places.database, 'PG_VERSION'))) await create(places, programs, runAs)
  await giveTo(places.database, runAs)
  const launchOn = (on: number) => launch(dataDir, places, programs, runAs, flags, on)
  // A port that is free now may go to an outgoing connection of any program before the database listens on it.
  return port
    ? await launchOn(port)
    : await launchOn(await freePort()).catch(async () => launchOn(await freePort()))
}

/** The PostgreSQL that runs on this data folder, or undefined. Waits for one that is just starting. */
export async function findCluster(dataDir: string): Promise<Cluster | undefined> {
  const { database, password } = placesIn(dataDir)
  let silent = 0
  for (let tries = 0; tries < startSeconds * 5; tries++) {
    const lines = (await readFile(join(database, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    if (!pid || !isAlive(pid)) return undefined
    if (port && lines[7]?.trim() === 'ready') {
      const url = addressOf(port, await readFile(password, 'utf8'))
      if (await answers(url, database)) return { url, pid, found: true }
      // Either it is just going down, or a stranger was given the number of ours after a reboot.
      if (silent++ > silentTries) return undefined
    }
    await pause(200)
  }
  return undefined
}

/** Stops it as an operator would ("fast": work under way is rolled back, everything committed is kept). */
export async function stopCluster(dataDir: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const { pgCtl } = findPrograms()
    const child = start(
      pgCtl,
      ['stop', '-m', 'fast', '-D', placesIn(dataDir).database],
      {},
      { stdio: 'ignore' },
    )
    await new Promise((resolve) => child.once('exit', resolve))
  } else if (isAlive(pid)) {
    process.kill(pid, 'SIGINT')
  }
  for (let tries = 0; tries < 600 && isAlive(pid); tries++) await pause(50)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function create(places: Places, programs: Programs, runAs: RunAs): Promise<void> {
  // Half of an earlier attempt: without PG_VERSION it never held anything.
  await rm(places.database, { recursive: true, force: true })
  const password = randomBytes(24).toString('base64url')
  await writeFile(places.password, password, { mode: 0o600 })
  const making = `${places.database}.new`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { recursive: true, mode: 0o700 })
  const passwordFile = join(making, '..', `database.password.${process.pid}`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    await giveTo(making, runAs)
    await giveTo(passwordFile, runAs)
    const words = [
      '-D',
      making,
      '-U',
      user,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ]
    words.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C')
    const child = start(programs.initdb, words, runAs, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr?.on('data', (text) => {
      said += text
    })
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
    if (code !== 0) throw new Error(`PostgreSQL could not make its folder ${places.database}: ${said.trim()}`)
    await rename(making, places.database)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(making, { recursive: true, force: true })
  }
}

async function launch(
  dataDir: string,
  places: Places,
  programs: Programs,
  runAs: RunAs,
  flags: string[],
  port: number,
): Promise<Cluster> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    ...nothingPrivateInItsLog,
    ...flags,
  ]
  const words = ['-D', places.database, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const log = await open(places.log, 'a', 0o600)
  // A session of its own: Ctrl-C in a terminal reaches Newleaf, which finishes its requests first.
  const child = start(programs.postgres, words, runAs, { detached: true, stdio: ['ignore', log.fd, log.fd] })
  await log.close()
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  child.unref()
  for (let tries = 0; tries < startSeconds * 20 && !ended; tries++) {
    const found = await readReady(places.database, port)
    if (found)
      return { url: addressOf(port, await readFile(places.password, 'utf8')), pid: found, found: false }
    await pause(50)
  }
  // Another start was quicker than ours: its server is the one to use.
  const other = await findCluster(dataDir)
  if (other) return other
  throw new Error(`PostgreSQL did not start on ${places.database}. Its own words are in ${places.log}.`)
}

async function readReady(database: string, port: number): Promise<number | undefined> {
  const lines = (await readFile(join(database, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[3]) === port && lines[7]?.trim() === 'ready' ? Number(lines[0]) : undefined
}

async function answers(url: string, database: string): Promise<boolean> {
  const db = connect(url, { connections: 1, name: 'newleaf looking', withoutLists: true })
  try {
    const [row] = await db<{ dataDirectory: string }[]>`show data_directory`
    return row?.dataDirectory === database
  } catch {
    return false
  } finally {
    await db.end({ timeout: 1 })
  }
}

function addressOf(port: number, password: string): string {
  return `postgres://${user}:${encodeURIComponent(password.trim())}@127.0.0.1:${port}/postgres`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
