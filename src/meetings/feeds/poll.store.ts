import { createHash } from 'node:crypto'
import type { Database } from '../../platform/database/index.ts'
import type { Fetched } from './fetch.ts'
import { nextPoll } from './schedule.rules.ts'
import type { Feed } from './store.ts'

export function bodyHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

export async function listDue(db: Database, now: Temporal.Instant): Promise<string[]> {
  const rows = await db<{ id: string }[]>`select id from feeds
    where poll_hours is not null and address is not null and next_poll_at <= ${now} order by next_poll_at limit 50`
  return rows.map((row) => row.id)
}

/** Takes a feed that is due, so that no other node reads it too; undefined when somebody was faster. */
export async function claimDue(db: Database, id: string, now: Temporal.Instant): Promise<Feed | undefined> {
  const [feed] = await db<Feed[]>`update feeds
    set tried_at = ${now}, next_poll_at = ${now}::timestamptz + make_interval(hours => poll_hours)
    where id = ${id} and poll_hours is not null and next_poll_at <= ${now} returning *`
  return feed
}

/** The address answered with content. */
export async function noteFetched(
  db: Database,
  feedId: string,
  { text, etag, lastModified }: Fetched,
  now: Temporal.Instant,
): Promise<void> {
  await db`update feeds set tried_at = ${now}, worked_at = ${now}, failures = 0, failure = null,
    failure_detail = null, etag = ${etag}, last_modified = ${lastModified}, body_hash = ${bodyHash(text)}
    where id = ${feedId}`
}

/** The address answered that nothing changed. */
export async function noteUnchanged(db: Database, feedId: string, now: Temporal.Instant): Promise<void> {
  await db`update feeds set worked_at = ${now}, failures = 0, failure = null, failure_detail = null
    where id = ${feedId}`
}

export async function notePollFailure(
  db: Database,
  feed: Feed,
  failure: { sentence: string; detail: string },
  now: Temporal.Instant,
): Promise<void> {
  const failures = feed.failures + 1
  // What was read and could not be understood is read again in full.
  await db`update feeds set failures = ${failures}, failure = ${failure.sentence},
    failure_detail = ${failure.detail}, next_poll_at = ${nextPoll(now, feed.pollHours ?? 24, failures)},
    etag = null, last_modified = null, body_hash = null
    where id = ${feed.id}`
}

/** The first rows of a table, to choose its columns by. */
export async function noteSample(db: Database, feedId: string, sample: string): Promise<void> {
  await db`update feeds set sample = ${sample.toWellFormed().replaceAll('\0', '')} where id = ${feedId}`
}
