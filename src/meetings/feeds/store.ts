import type { GroupKind } from '../../groups/index.ts'
import { type Database, transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { FeedFormat } from './record.ts'
import type { ColumnMeaning } from './tables/fields.ts'

export interface Feed {
  id: string
  name: string
  address: string | null
  format: FeedFormat | null
  zone: string | null
  kind: GroupKind
  fellowship: string | null
  lastImportAt: Temporal.Instant | null
  /** Null: when somebody asks. */
  pollHours: number | null
  nextPollAt: Temporal.Instant | null
  triedAt: Temporal.Instant | null
  workedAt: Temporal.Instant | null
  failures: number
  failure: string | null
  failureDetail: string | null
  etag: string | null
  lastModified: string | null
  bodyHash: string | null
  columns: ColumnMeaning[] | null
  sample: string | null
}

export interface Import {
  id: string
  feedId: string
  feedName: string
  status: 'waiting' | 'running' | 'held' | 'left' | 'done' | 'failed'
  heldFor: 'large' | 'shrunk' | 'columns' | null
  decision: 'apply' | 'keep' | null
  source: string
  records: number
  taken: number
  mended: number
  refused: number
  added: number
  changed: number
  gone: number
  same: number
  nothingRemovedOf: number | null
  joined: number
  renamed: number
  linesLeftOut: number
  done: number
  total: number
  failure: string | null
  failureDetail: string | null
  createdAt: Temporal.Instant
  finishedAt: Temporal.Instant | null
}

export interface FeedDraft {
  name: string
  address: string | undefined
  zone: string | undefined
  kind: GroupKind | undefined
}

/** The feed of that name, made or brought up to date; what is not said anew stays as it was. */
export async function putFeed(db: Database, draft: FeedDraft): Promise<Feed> {
  const { name, address = null, zone = null, kind = null } = draft
  const [feed] = await db<Feed[]>`
    insert into feeds (name, address, zone, kind) values (${name}, ${address}, ${zone}, coalesce(${kind}, 'twelve_step'))
    on conflict (name) do update set address = coalesce(${address}, feeds.address),
      zone = coalesce(${zone}, feeds.zone), kind = coalesce(${kind}, feeds.kind)
    returning *`
  if (!feed) throw new Error(`The feed ${name} could not be kept.`)
  return feed
}

export async function getFeed(db: Database, id: string): Promise<Feed> {
  const [feed] = await db<Feed[]>`select * from feeds where id = ${id}`
  if (!feed) throw notFound()
  return feed
}

export interface FeedSummary extends Feed {
  meetings: number
  lastImportId: string | null
  /** Nothing ever came of it: it never had a meeting, and none is on its way. */
  barren: boolean
  /** Imports that wait for the operator. */
  waits: number
}

const isBarren = (db: Database) => db`
  not exists (select from meeting_sources where feed_id = feeds.id) and not exists (
    select from imports where feed_id = feeds.id and status in ('waiting', 'running', 'held'))`

export async function listFeeds(db: Database): Promise<FeedSummary[]> {
  return db<FeedSummary[]>`
    select feeds.*, (select count(*)::int from meeting_sources where feed_id = feeds.id and gone_at is null) as meetings,
      (select max(id) from imports where feed_id = feeds.id) as last_import_id,
      (select count(*)::int from imports where feed_id = feeds.id and status = 'held') as waits,
      ${isBarren(db)} as barren
    from feeds order by feeds.name`
}

/** Takes a feed of which nothing came away, with its reports; false when it is not so. */
export async function removeBarrenFeed(db: Database, id: string): Promise<boolean> {
  const { count } = await db`delete from feeds where id = ${id} and ${isBarren(db)}`
  return count > 0
}

export async function addImport(
  db: Database,
  feed: Feed,
  what: { source: string; content: string | null },
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into imports (feed_id, source, content) values (${feed.id}, ${what.source}, ${what.content}) returning id`
  if (!row) throw new Error('The import could not be noted.')
  return row.id
}

export async function getImport(db: Database, id: string): Promise<Import> {
  const [found] = await db<Import[]>`
    select imports.id, feed_id, feeds.name as feed_name, status, source, records, taken, mended, refused, added,
      changed, gone, same, nothing_removed_of, joined, renamed, lines_left_out, held_for, decision, done, total,
      imports.failure, imports.failure_detail, imports.created_at, finished_at
    from imports join feeds on feeds.id = feed_id where imports.id = ${id}`
  if (!found) throw notFound()
  return found
}

export async function readUpload(db: Database, importId: string): Promise<string | undefined> {
  const [row] = await db<{ content: string | null }[]>`select content from imports where id = ${importId}`
  return row?.content ?? undefined
}

/** What a page that shows this import listens to. */
export function importChannel(importId: string): string {
  return `import:${importId}`
}

/** Seen from outside while the import's own transaction is under way. */
export async function noteProgress(
  db: Database,
  importId: string,
  done: number,
  total: number,
): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`update imports set status = 'running', done = ${done}, total = ${total}
      where id = ${importId} and status in ('waiting', 'running')`
    tx.announce(importChannel(importId), {})
  })
}

/** Not of one that another process has meanwhile brought to its end. */
export async function noteFailure(
  db: Database,
  importId: string,
  failure: { sentence: string; detail: string; at: Temporal.Instant },
): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`update imports set status = 'failed', failure = ${failure.sentence}, failure_detail = ${failure.detail},
      finished_at = ${failure.at}, content = null where id = ${importId} and status in ('waiting', 'running')`
    tx.announce(importChannel(importId), {})
  })
}
