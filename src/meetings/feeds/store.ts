import type { GroupKind } from '../../groups/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Plan } from './plan.ts'
import type { Line, Reading } from './record.ts'

export interface Feed {
  id: string
  name: string
  address: string | null
  format: Reading['format'] | null
  zone: string | null
  kind: GroupKind
  lastImportAt: Temporal.Instant | null
}

export interface Import {
  id: string
  feedId: string
  feedName: string
  status: 'waiting' | 'running' | 'done' | 'failed'
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
}

const isBarren = (db: Database) => db`
  not exists (select from meetings where feed_id = feeds.id) and not exists (
    select from imports where feed_id = feeds.id and status in ('waiting', 'running'))`

export async function listFeeds(db: Database): Promise<FeedSummary[]> {
  return db<FeedSummary[]>`
    select feeds.*, (select count(*)::int from meetings where feed_id = feeds.id and status <> 'ended') as meetings,
      (select max(id) from imports where feed_id = feeds.id) as last_import_id,
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
      changed, gone, same, nothing_removed_of, done, total, failure, failure_detail, imports.created_at, finished_at
    from imports join feeds on feeds.id = feed_id where imports.id = ${id}`
  if (!found) throw notFound()
  return found
}

export async function readUpload(db: Database, importId: string): Promise<string | undefined> {
  const [row] = await db<{ content: string | null }[]>`select content from imports where id = ${importId}`
  return row?.content ?? undefined
}

/** Seen from outside while the import's own transaction is under way. */
export async function noteProgress(
  db: Database,
  importId: string,
  done: number,
  total: number,
): Promise<void> {
  await db`update imports set status = 'running', done = ${done}, total = ${total}
    where id = ${importId} and status in ('waiting', 'running')`
}

/** Not of one that another process has meanwhile brought to its end. */
export async function noteFailure(
  db: Database,
  importId: string,
  failure: { sentence: string; detail: string; at: Temporal.Instant },
): Promise<void> {
  await db`update imports set status = 'failed', failure = ${failure.sentence}, failure_detail = ${failure.detail},
    finished_at = ${failure.at}, content = null where id = ${importId} and status in ('waiting', 'running')`
}

const keptImports = 10

/** The report of an import, in the transaction that makes its changes. */
export async function noteReport(
  tx: Transaction,
  importId: string,
  reading: Reading,
  plan: Plan,
  at: Temporal.Instant,
): Promise<void> {
  const refused = reading.lines.filter((line) => line.action === 'refused')
  const refusedRecords = new Set(refused.map((line) => line.record))
  const mended = new Set(
    reading.lines.map((line) => line.record).filter((record) => !refusedRecords.has(record)),
  )
  await tx`update imports set status = 'done', records = ${reading.records}, taken = ${reading.meetings.length},
    mended = ${mended.size}, refused = ${refused.length}, added = ${plan.added.length},
    changed = ${plan.changed.length}, gone = ${plan.goneIds.length}, same = ${plan.same},
    nothing_removed_of = ${plan.nothingRemovedOf ?? null}, finished_at = ${at}, content = null
    where id = ${importId}`
  await addLines(tx, importId, reading.lines)
  await tx`update feeds set last_import_at = ${at}, format = ${reading.format}
    where id = (select feed_id from imports where id = ${importId})`
  await tx`delete from imports using imports newer where newer.id = ${importId} and imports.feed_id = newer.feed_id
    and imports.id not in (
      select id from imports kept where kept.feed_id = newer.feed_id order by id desc limit ${keptImports})`
}

async function addLines(tx: Transaction, importId: string, lines: Line[]): Promise<void> {
  for (let start = 0; start < lines.length; start += 1000) {
    const rows = lines.slice(start, start + 1000).map((line, index) => ({ ...line, position: start + index }))
    await tx`insert into import_lines (import_id, position, action, record, name, field, why, was, became)
      select ${importId}, position, action, record, name, field, why, was, became
      from jsonb_to_recordset(${tx.json(rows)}) as line(position int, action text, record int, name text,
        field text, why text, was text, became text)`
  }
}

export async function listLines(
  db: Database,
  importId: string,
  action: Line['action'],
  paging: { limit: number; offset: number },
): Promise<Line[]> {
  return db<Line[]>`select action, record, name, field, why, was, became from import_lines
    where import_id = ${importId} and action = ${action} order by position
    limit ${paging.limit} offset ${paging.offset}`
}

export interface LineCount {
  action: Line['action']
  field: string
  why: Line['why']
  lines: number
}

export async function countLines(db: Database, importId: string): Promise<LineCount[]> {
  return db<LineCount[]>`select action, field, why, count(*)::int as lines from import_lines
    where import_id = ${importId} group by action, field, why order by action desc, lines desc, field`
}
