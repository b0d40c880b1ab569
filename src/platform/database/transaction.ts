import type postgres from 'postgres'
import type { Sql, Types } from './connect.ts'

/** What a store reads with: a pool, or a transaction under way. */
export type Database = Sql | postgres.TransactionSql<Types>

interface Announcing {
  /** Sends a message to every node when this transaction commits, and never when it does not. */
  announce(channel: string, message: object): void
  /**
   * Drops the cached pages and fragments that carry one of these tags, on every node, on commit. A tag that begins
   * with `=` has a version in the database as well, which stored pages are compared with.
   */
  changed(...tags: string[]): void
  /** Is awaited with the announcements, and makes none any more: for what nothing after it needs the result of. */
  alongside(work: Promise<unknown>): void
}

export type Transaction = postgres.TransactionSql<Types> & Announcing

/** The one PostgreSQL channel all our messages travel on; a node listens once. */
export const notifyChannel = 'newleaf'

/** PostgreSQL refuses a payload of 8,000 bytes or more. */
const payloadBytes = 7_900

/** An import changes a thousand groups, and a thousand tags do not fit into one announcement. */
function inPayloads(tags: string[]): string[][] {
  const payloads: string[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const tag of tags) {
    bytes += Buffer.byteLength(tag) + 5
    if (bytes > payloadBytes - 100) {
      payloads.push([])
      bytes = Buffer.byteLength(tag) + 5
    }
    payloads.at(-1)?.push(tag)
  }
  return payloads
}

type Dropper = (tags: string[]) => void
const droppers = new Set<Dropper>()

/** The page cache of this node asks to be told at once, so that an author never reads the page from before. */
export function onTagsChanged(drop: Dropper): () => void {
  droppers.add(drop)
  return () => droppers.delete(drop)
}

/**
 * When the connection is gone, postgres.js (3.4.9) still writes ROLLBACK to it, and that throws outside of every
 * promise and ends the process. Its `begin` rejects by itself when a connection closes, so we leave it to that.
 */
function unlessLost(error: unknown): Promise<never> {
  return isConnectionLost(error) ? new Promise<never>(() => {}) : Promise.reject(error)
}

/** Whether the database went away in the middle of it: no fault of what was asked, and worth another try. */
export function isConnectionLost(error: unknown): boolean {
  const code = String((error as { code?: unknown } | undefined)?.code)
  // 57P: the server says that it is going down.
  return /^(?:CONNECTION_(?:CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE|57P0\d)$/.test(code)
}

/** Nothing was wrong with what was asked: the line was cut, or PostgreSQL ended one of two who waited for each other. */
export function isWorthAnotherTry(error: unknown): boolean {
  return isConnectionLost(error) || (error as { code?: unknown } | undefined)?.code === '40P01'
}

/**
 * Runs `work` in one transaction (or, inside one, in a savepoint) and gives its result.
 * Whatever throws inside rolls everything back, announcements included.
 */
export async function transaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tags = new Set<string>()
  const run = async (sql: postgres.TransactionSql<Types>) => {
    const messages: string[] = []
    const going: Promise<unknown>[] = []
    let isSaid = false
    const announcing: Announcing = {
      announce: (channel, message) => {
        if (isSaid) throw new Error(`An announcement to ${channel} came too late.`)
        messages.push(JSON.stringify({ channel, message }))
      },
      changed: (...changed) => {
        if (isSaid) throw new Error(`The change of ${changed.join()} came too late.`)
        for (const tag of changed) tags.add(tag)
      },
      alongside: (work) => {
        // Seen when all are awaited; until then no failure without a listener.
        work.catch(() => {})
        going.push(work)
      },
    }
    const result = await work(Object.assign(sql, announcing))
    isSaid = true
    const versioned = [...tags].filter((tag) => tag.startsWith('=')).sort()
    for (const some of inPayloads([...tags]))
      messages.push(JSON.stringify({ channel: 'tags', message: { tags: some } }))
    for (const payload of messages) {
      if (Buffer.byteLength(payload) > payloadBytes)
        throw new Error(`An announcement of ${payload.length} characters is too long.`)
    }
    // One round trip: it is part of the time that every write takes.
    if (messages.length > 0)
      going.push(sql`
        with versions as (
          insert into tag_versions (tag) select unnest(${versioned}::text[])
          on conflict (tag) do update set version = tag_versions.version + 1
        )
        select pg_notify(${notifyChannel}, payload) from unnest(${messages}::text[]) as payload`)
    await Promise.all(going)
    return result
  }
  const guarded = (sql: postgres.TransactionSql<Types>) => run(sql).catch(unlessLost)
  const result = await ('begin' in db ? db.begin(guarded) : db.savepoint(guarded))
  if (tags.size > 0) for (const drop of droppers) drop([...tags])
  return result as T
}
