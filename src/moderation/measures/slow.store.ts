import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Slow } from './slow.rules.ts'

/** A topic, or a whole space. */
export type SlowPlace = { topicId: string } | { spaceId: string }

export interface SlowHere extends Slow {
  lastPostAt: Temporal.Instant | null
}

/** Where somebody wants to write: whether it is slow there, and when they last wrote where it is. */
export async function listSlowFor(
  db: Database,
  memberId: string,
  place: { topicId: string | null; spaceId: string | null },
  now: Temporal.Instant,
): Promise<SlowHere[]> {
  return db<SlowHere[]>`
    select s.minutes, s.until, greatest(
      (select max(r.created_at) from replies r join topics t on t.id = r.topic_id
        where r.author_id = ${memberId} and (t.id = s.topic_id or t.space_id = s.space_id)),
      (select max(t.created_at) from topics t
        where t.author_id = ${memberId} and (t.id = s.topic_id or t.space_id = s.space_id))) as last_post_at
    from slow_modes s
    where s.ended_at is null and s.until > ${now}
      and (s.topic_id = ${place.topicId} or s.space_id = ${place.spaceId})`
}

/** The slow mode of exactly this place. */
export async function findSlow(
  db: Database,
  place: SlowPlace,
  now: Temporal.Instant,
): Promise<Slow | undefined> {
  const [slow] = await db<Slow[]>`
    select minutes, until from slow_modes where ${at(db, place)} and ended_at is null and until > ${now}
    order by id desc limit 1`
  return slow
}

/** Takes the place of what was set there before. */
export async function setSlow(
  tx: Transaction,
  place: SlowPlace,
  slow: Slow & { setBy: string; measureId: string | null },
  now: Temporal.Instant,
): Promise<void> {
  await endSlow(tx, place, now)
  const topicId = 'topicId' in place ? place.topicId : null
  const spaceId = 'spaceId' in place ? place.spaceId : null
  await tx`
    insert into slow_modes (topic_id, space_id, minutes, set_by, measure_id, set_at, until)
    values (${topicId}, ${spaceId}, ${slow.minutes}, ${slow.setBy}, ${slow.measureId}, ${now}, ${slow.until})`
}

/** @param measureId only what this decision set. @returns whether something ended */
export async function endSlow(
  tx: Transaction,
  place: SlowPlace,
  now: Temporal.Instant,
  measureId?: string,
): Promise<boolean> {
  const ended = await tx`
    update slow_modes set ended_at = ${now}
    where ${at(tx, place)} and ended_at is null ${measureId ? tx`and measure_id = ${measureId}` : tx``}
    returning until > ${now} as was_on`
  return ended.some(({ wasOn }) => wasOn)
}

function at(db: Database, place: SlowPlace) {
  return 'topicId' in place ? db`topic_id = ${place.topicId}` : db`space_id = ${place.spaceId}`
}
