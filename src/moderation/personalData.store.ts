import type { Database, Transaction } from '../platform/database/index.ts'

/** What a member reported, what was decided about them, and what they said to it. */
export async function exportModeration(db: Database, memberId: string): Promise<unknown> {
  const reports = await db`
    select category, words, reported_at, upheld from reports where reporter_id = ${memberId} order by id`
  const measures = await db`
    select m.kind, m.hides as out_of_sight, m.category, m.reason, m.made_at, m.until, m.undone_at, a.words as appeal, a.made_at as appealed_at,
      a.answer, a.granted
    from measures m left join appeals a on a.measure_id = m.id
    where m.member_id = ${memberId} and (m.kind <> 'ban' or m.seconded_at is not null) order by m.id`
  const duties =
    await db`select starts_at, ends_at from duties where moderator_id = ${memberId} order by starts_at`
  const slowed = await db`
    select topic_id, space_id, minutes, set_at, until, ended_at from slow_modes where set_by = ${memberId} order by id`
  return { slowed: [...slowed], reports: [...reports], decisions: [...measures], duties: [...duties] }
}

/** What was said of others’ posts stays, and nothing says any more who said it. */
export async function forgetModeration(tx: Transaction, memberId: string): Promise<void> {
  // It was about a place as well, which others still write in.
  await tx`
    update slow_modes set measure_id = null where measure_id in (select id from measures where member_id = ${memberId})`
  await tx`delete from measures where member_id = ${memberId}`
  // Nobody waits to be let in any more.
  await tx`delete from moderation_cases where author_id = ${memberId} and category = 'held' and closed_at is null`
  await tx`update moderation_cases set author_id = null where author_id = ${memberId}`
  await tx`update reports set reporter_id = null, words = '' where reporter_id = ${memberId}`
  await tx`delete from duties where moderator_id = ${memberId}`
  await tx`update slow_modes set set_by = null where set_by = ${memberId}`
  await tx`delete from keeper_letters where member_id = ${memberId}`
}
