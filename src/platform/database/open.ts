import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Sql } from './connect.ts'
import { type Cluster, findCluster, isAlive, startCluster, stopCluster } from './embedded/cluster.ts'
import { type FolderLock, lockFolder } from './embedded/lock.ts'

export interface OpenDatabase {
  db: Sql
  /** Lines of their own for searches: see `searchLines`. */
  searchDb: Sql
  url: string
  close(): Promise<void>
}

interface Wanted {
  dataDir: string
  databaseUrl: string | undefined
}

interface Options {
  /** `own`: this process serves the site and nobody else may. `share`: use a running one beside the site. */
  as?: 'own' | 'share'
  flags?: string[]
  /** Told in a sentence what happens with the embedded server. */
  say?: (sentence: string) => void
}

/**
 * So many searches are under way at once, and no more: what waits for its turn waits here and not on the lines of
 * everybody who reads and writes. Few lines are also quick ones, since each of them has at hand what a search touches.
 */
const searchLines = 2

/**
 * Opens the database: the one DATABASE_URL names, else the embedded one in the data folder, started if needed.
 * Closing stops the embedded server if this process is the one that keeps it. Throws sentences for the operator.
 */
export async function openDatabase(wanted: Wanted, options: Options = {}): Promise<OpenDatabase> {
  const { as = 'own', flags = [], say = () => {} } = options
  if (wanted.databaseUrl) {
    const lines = linesTo(wanted.databaseUrl)
    await reach(lines.db, wanted.databaseUrl)
    return lines
  }
  if (as === 'share') {
    const running = await findCluster(wanted.dataDir)
    if (running) return linesTo(running.url, 3)
  }
  return await keepCluster(wanted.dataDir, flags, say)
}

/** None of them is opened before somebody asks for something. */
function linesTo(url: string, connections?: number): OpenDatabase {
  const db = connect(url, connections === undefined ? {} : { connections })
  const searchDb = connect(url, { connections: searchLines, name: 'newleaf searches' })
  const close = async () => {
    await Promise.all([db.end({ timeout: 5 }), searchDb.end({ timeout: 5 })])
  }
  return { db, searchDb, url, close }
}

/** Holds the data folder and keeps its PostgreSQL alive until closed. */
async function keepCluster(
  dataDir: string,
  flags: string[],
  say: (sentence: string) => void,
): Promise<OpenDatabase> {
  let { cluster, lock } = await holdFolder(dataDir, flags)
  if (cluster.found) say('The database of an earlier start was still running; it is used again.')
  const lines = linesTo(cluster.url)
  let mending = false
  const watch = setInterval(async () => {
    if (mending || isAlive(cluster.pid)) return
    mending = true
    try {
      say('The database stopped by itself; it is started again.')
      const port = Number(new URL(cluster.url).port)
      cluster = await startCluster(dataDir, flags, port)
      await lock.release().catch(() => {})
      lock = await lockFolder(cluster.url, dataDir)
    } catch (error) {
      say(`The database could not be started again: ${error instanceof Error ? error.message : error}`)
    } finally {
      mending = false
    }
  }, 1000)
  watch.unref()
  return {
    ...lines,
    close: async () => {
      clearInterval(watch)
      await lines.close()
      // Held to the end: a start in this moment waits instead of using a server that is going down.
      await stopCluster(dataDir, cluster.pid)
      await lock.release().catch(() => {})
    },
  }
}

/** What a connection says when its server goes down under it. */
const goingDown = [
  '57P01',
  '57P03',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNREFUSED',
  'ECONNRESET',
]

/** Starts or finds the server and takes the folder; begins again when the one before was just stopping. */
async function holdFolder(dataDir: string, flags: string[]): Promise<{ cluster: Cluster; lock: FolderLock }> {
  for (let tries = 0; ; tries++) {
    const cluster = await startCluster(dataDir, flags)
    try {
      return { cluster, lock: await lockFolder(cluster.url, dataDir) }
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (!goingDown.includes(code) || tries >= 40) throw error
      await pause(250)
    }
  }
}

/** Throws a sentence when the operator's own database does not answer. Its password stays out of it. */
async function reach(db: Sql, url: string): Promise<void> {
  try {
    await db`select 1`
  } catch (error) {
    await db.end({ timeout: 1 })
    const { hostname, port } = new URL(url)
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The database of DATABASE_URL (${hostname}:${port || 5432}) cannot be used: ${why}`)
  }
}
