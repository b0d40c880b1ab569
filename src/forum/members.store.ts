import { memberTag, profilesTag } from '../account/index.ts'
import type { Database, Transaction } from '../platform/database/index.ts'
import { exportGreeter } from './answered/greeters.store.ts'
import { exportWaiting } from './answered/waiting.store.ts'
import { exportFollowing } from './following/people.store.ts'
import { forgetQuotedName } from './quotedNames.store.ts'

/** Signs of life in a group's space, for those who look for a group that is not an empty room. */
export interface GroupActivity {
  groupId: string
  lastPostAt: Temporal.Instant
  postsIn30Days: number
  /**
   * Days since the last dose, as of today, of those who wrote in the last 30 days and show their day. None where only
   * members of the group may read: what they say there is for them.
   */
  days: number[]
}

export async function activityOfGroups(db: Database, now: Temporal.Instant): Promise<GroupActivity[]> {
  const since = now.subtract({ hours: 30 * 24 })
  return db<GroupActivity[]>`
    with recent as (
      select group_id, author_id, author_day, created_at from topics
      where group_id is not null and removed_at is null and held_at is null and created_at > ${since}
      union all
      select t.group_id, r.author_id, r.author_day, r.created_at from replies r join topics t on t.id = r.topic_id
      where t.group_id is not null and r.removed_at is null and r.held_at is null and t.held_at is null
        and r.created_at > ${since}
    ), latest as (
      select distinct on (recent.group_id, recent.author_id) recent.group_id,
        recent.author_day + (${now}::timestamptz::date - recent.created_at::date) as day
      from recent join members m on m.id = recent.author_id
      where recent.author_day is not null and m.shows_day
        and not exists (select from spaces s where s.group_id = recent.group_id and s.readers = 'members')
      order by recent.group_id, recent.author_id, recent.created_at desc
    )
    select t.group_id, max(t.last_post_at) as last_post_at,
      (select count(*)::int from recent where recent.group_id = t.group_id) as posts_in_30_days,
      coalesce((select array_agg(day order by day) from latest where latest.group_id = t.group_id), '{}') as days
    from topics t where t.group_id is not null and t.removed_at is null and t.held_at is null group by t.group_id`
}

/** All that a member wrote, as they wrote it. */
export async function exportPosts(db: Database, memberId: string): Promise<unknown> {
  const topics = await db`
    select t.id, t.title, g.name as group, t.body_markdown as text, t.author_day as day, t.helps_with,
      t.created_at, t.edited_at
    from topics t left join groups g on g.id = t.group_id
    where t.author_id = ${memberId} and t.removed_at is null order by t.created_at, t.id`
  const replies = await db`
    select r.id, r.topic_id, t.title as topic, r.body_markdown as text, r.author_day as day, r.created_at, r.edited_at
    from replies r join topics t on t.id = r.topic_id
    where r.author_id = ${memberId} and r.removed_at is null order by r.created_at, r.id`
  const earlier = await db`
    select v.title, v.body_markdown as text, v.written_at, v.replaced_at from post_versions v
    left join topics t on t.id = v.topic_id left join replies r on r.id = v.reply_id
    where coalesce(t.author_id, r.author_id) = ${memberId} order by v.id`
  const drafts = await db`
    select title, body as text, topic_id, space, kind, notes, helps, needs, saved_at from drafts where member_id = ${memberId} order by id`
  const thanked = await db`
    select topic_id, reply_id, thanked_at from thanks where member_id = ${memberId} order by thanked_at`
  const [closed] = await db`select notes from closed_notes where member_id = ${memberId}`
  return {
    topics: [...topics],
    replies: [...replies],
    earlier: [...earlier],
    drafts: [...drafts],
    thanked: [...thanked],
    closedNotes: closed?.notes ?? [],
    following: await exportFollowing(db, memberId),
    waiting: await exportWaiting(db, memberId),
    greeter: await exportGreeter(db, memberId),
  }
}

/**
 * The words stay readable for those who answered them; nothing says any more whose they were. What stood there before
 * an edit, and what was never sent, goes.
 * @param former what a former member is called
 */
export async function forgetAuthor(tx: Transaction, memberId: string, former: string): Promise<void> {
  await forgetQuotedName(tx, memberId, former)
  await forgetHeld(tx, memberId)
  for (const table of ['post_versions', 'thanks'])
    await tx`
      delete from ${tx(table)} where topic_id in (select id from topics where author_id = ${memberId})
        or reply_id in (select id from replies where author_id = ${memberId})`
  for (const table of ['drafts', 'closed_notes', 'thanks'])
    await tx`delete from ${tx(table)} where member_id = ${memberId}`
  await tx`update topics set author_id = null, author_day = null, author_step = null where author_id = ${memberId}`
  await tx`update replies set author_id = null, author_day = null, author_step = null where author_id = ${memberId}`
  tx.changed(profilesTag, memberTag(memberId))
}

/** Words that are out of sight are no part of a conversation: what nobody answered goes, of the rest an empty place stays. */
async function forgetHeld(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from replies where author_id = ${memberId} and held_at is not null and number is null`
  await tx`
    delete from topics t where author_id = ${memberId} and held_at is not null and not exists (
      select from replies r where r.topic_id = t.id and r.author_id is distinct from t.author_id)`
  await tx`
    update replies set body_markdown = '', body_html = '', notes = '{}', removed_at = held_at
    where author_id = ${memberId} and held_at is not null and removed_at is null`
  await tx`
    update topics set title = '', body_markdown = '', body_html = '', notes = '{}', removed_at = held_at
    where author_id = ${memberId} and held_at is not null and removed_at is null`
}
