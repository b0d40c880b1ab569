import type { Database, Transaction } from '../../platform/database/index.ts'
import { putGroups } from './apply.store.ts'
import { renewMeetings } from './compose.store.ts'
import type { CorrectedField, Corrections } from './corrections.rules.ts'
import type { FeedMeeting } from './record.ts'
import type { Feed, Import } from './store.ts'
import type { ColumnMeaning } from './tables/fields.ts'

export interface FeedSettings {
  address: string | undefined
  zone: string | undefined
  kind: Feed['kind']
  fellowship: string | undefined
  pollHours: number | null
}

/** Keeps what an operator says of a list. Its address is read at the next round, whatever was known of it. */
export async function putSettings(
  tx: Transaction,
  feedId: string,
  settings: FeedSettings,
  now: Temporal.Instant,
): Promise<void> {
  const { address = null, zone = null, kind, fellowship = null, pollHours } = settings
  await tx`update feeds set address = ${address}, zone = ${zone}, kind = ${kind}, fellowship = ${fellowship},
    poll_hours = ${pollHours}, next_poll_at = ${pollHours === null ? null : now},
    failures = 0, etag = null, last_modified = null, body_hash = null
    where id = ${feedId}`
}

/** Keeps what the columns mean. What was read by others means nothing any more. */
export async function putColumns(tx: Transaction, feedId: string, columns: ColumnMeaning[]): Promise<void> {
  await tx`update feeds set columns = ${tx.json(columns as never)}, etag = null, last_modified = null,
    body_hash = null where id = ${feedId}`
}

/** The import that waits for the columns of its table. */
export async function findHeldForColumns(db: Database, feedId: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`select id from imports
    where feed_id = ${feedId} and status = 'held' and held_for = 'columns' order by id desc limit 1`
  return row?.id
}

/** Writes all meetings of a list and their groups anew, after what it is was changed. */
export async function renewFeedMeetings(
  tx: Transaction,
  feedId: string,
  now: Temporal.Instant,
): Promise<void> {
  const [feed] = await tx<Feed[]>`select * from feeds where id = ${feedId}`
  if (!feed) return
  const sources = await tx<{ meetingId: string; details: FeedMeeting }[]>`
    select meeting_id, details from meeting_sources where feed_id = ${feedId} and gone_at is null`
  const meetings = sources.map(({ details }) => details)
  const groups = { feedId, ids: await putGroups(tx, feed, meetings, meetings) }
  const ids = [...new Set(sources.map(({ meetingId }) => meetingId))]
  await renewMeetings(tx, ids, { now, groups })
}

export async function listImports(db: Database, feedId: string, limit: number): Promise<Import[]> {
  return db<
    Import[]
  >`select id, feed_id, status, held_for, source, records, taken, refused, added, changed, gone,
      failure, failure_detail, created_at, finished_at
    from imports where feed_id = ${feedId} order by id desc limit ${limit}`
}

export interface FeedCounts {
  meetings: number
  /** Meetings that another list has too. */
  shared: number
  refused: number
}

export async function countFeed(db: Database, feedId: string): Promise<FeedCounts> {
  const [counts] = await db<FeedCounts[]>`
    select count(*)::int as meetings, count(*) filter (where exists (
        select from meeting_sources other where other.meeting_id = sources.meeting_id
          and other.feed_id <> sources.feed_id and other.gone_at is null))::int as shared,
      (select count(*)::int from feed_refusals where feed_id = ${feedId}) as refused
    from meeting_sources sources where feed_id = ${feedId} and gone_at is null`
  return counts ?? { meetings: 0, shared: 0, refused: 0 }
}

export interface CorrectedRecord {
  externalId: string
  meetingId: string
  name: string
  corrections: Corrections
}

/** What was corrected by hand in a list. */
export async function listCorrected(db: Database, feedId: string, limit: number): Promise<CorrectedRecord[]> {
  const rows = await db<
    (Omit<CorrectedRecord, 'corrections'> & { fields: CorrectedField[]; said: unknown[] })[]
  >`
    select external_id, meeting_id, details ->> 'name' as name,
      array_agg(field order by field) as fields, json_agg(value order by field) as said
    from meeting_sources join meeting_corrections using (meeting_id) where feed_id = ${feedId}
    group by external_id, meeting_id, details order by max(made_at) desc limit ${limit}`
  return rows.map(({ fields, said, ...row }) => ({
    ...row,
    corrections: Object.fromEntries(fields.map((field, index) => [field, said[index]])),
  }))
}

export interface FoundRecord {
  externalId: string
  name: string
  town: string | null
  refused: boolean
}

/** Records of a list by words of their name, those that were refused first. */
export async function findRecords(db: Database, feedId: string, words: string): Promise<FoundRecord[]> {
  const like = `%${words.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`
  return db<FoundRecord[]>`
    select external_id, name, null as town, true as refused from feed_refusals
      where feed_id = ${feedId} and name ilike ${like}
    union all
    (select external_id, details ->> 'name', details ->> 'town', false from meeting_sources
      where feed_id = ${feedId} and gone_at is null and details ->> 'name' ilike ${like}
      order by details ->> 'name' limit 30)
    order by refused desc, name limit 40`
}
