import type { Database, Transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { applyPlan } from './apply.store.ts'
import { renewMeetings } from './compose.store.ts'
import type { Corrections } from './corrections.rules.ts'
import { correctionsOf, putCorrections } from './corrections.store.ts'
import type { FeedMeeting, Line } from './record.ts'
import type { Feed } from './store.ts'

/** One record of a list, as an operator looks at it: taken, or refused by the latest reading. */
export type RecordToCorrect =
  | { refused: false; externalId: string; meetingId: string; details: FeedMeeting; corrections: Corrections }
  | ({ refused: true; externalId: string; name: string; raw: string } & Pick<Line, 'field' | 'why' | 'was'>)

export async function getRecord(db: Database, feedId: string, externalId: string): Promise<RecordToCorrect> {
  const [taken] = await db<{ meetingId: string; details: FeedMeeting }[]>`
    select meeting_id, details from meeting_sources
    where feed_id = ${feedId} and external_id = ${externalId} and gone_at is null`
  if (taken) {
    const corrections = (await correctionsOf(db, [taken.meetingId])).get(taken.meetingId) ?? {}
    return { refused: false, externalId, ...taken, corrections }
  }
  const [refusal] = await db<Omit<Extract<RecordToCorrect, { refused: true }>, 'refused'>[]>`
    select external_id, name, field, why, was, raw from feed_refusals
    where feed_id = ${feedId} and external_id = ${externalId}`
  if (!refusal) throw notFound()
  return { refused: true, ...refusal }
}

/** Shows a meeting as it was corrected; without corrections as its list has it. */
export async function correctMeeting(
  tx: Transaction,
  meetingId: string,
  corrections: Corrections,
  now: Temporal.Instant,
): Promise<void> {
  await putCorrections(tx, meetingId, corrections, now)
  await renewMeetings(tx, [meetingId], { now })
}

/** A record that was refused, and that can be read now that it was corrected, becomes a meeting. */
export async function takeCorrected(
  tx: Transaction,
  feed: Feed,
  meeting: FeedMeeting,
  corrections: Corrections,
  now: Temporal.Instant,
): Promise<string> {
  const plan = { added: [{ meeting }], changed: [], gone: [], renamed: [], same: 0, before: 0 }
  await applyPlan(tx, feed, plan, [meeting], { now, onProgress: async () => {} })
  const [row] = await tx<{ meetingId: string }[]>`select meeting_id from meeting_sources
    where feed_id = ${feed.id} and external_id = ${meeting.externalId}`
  if (!row) throw new Error('The corrected meeting was not kept.')
  await correctMeeting(tx, row.meetingId, corrections, now)
  await tx`delete from feed_refusals where feed_id = ${feed.id} and external_id = ${meeting.externalId}`
  return row.meetingId
}
