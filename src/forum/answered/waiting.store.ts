import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Part } from '../found/found.store.ts'
import type { NoteKind } from '../posts/notes.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from '../spaces/readable.store.ts'
import { askedRecently } from './answered.rules.ts'

/** Somebody who waits for a first answer. */
export interface WaitingPost {
  id: string
  topicId: string
  /** Null: the topic's own text. */
  replyId: string | null
  number: number
  title: string
  authorId: string
  authorHandle: string
  authorDay: number | null
  spaceName: string
  bodyHtml: string
  notes: NoteKind[]
  /** Folded away by a moderator. */
  isFolded: boolean
  reason: 'first' | 'needs'
  askedAt: Temporal.Instant
  claimedBy: string | null
  claimedAt: Temporal.Instant | null
}

/** What is still there to be answered: neither removed nor held back, in a conversation that is open. */
function stillWaiting(db: Database) {
  return db`waiting_posts w join topics t on t.id = w.topic_id join spaces s on s.id = t.space_id
      join members m on m.id = w.author_id left join replies r on r.id = w.reply_id
    where w.answered_at is null and t.held_at is null and t.closed_at is null and t.removed_at is null
      and r.held_at is null and r.removed_at is null and s.retired_at is null
      and not exists (select from groups where id = s.group_id and closed_at is not null)`
}

/** Of those who asked this week the one that waited longest first; below them whoever asked before, the latest first. */
export async function listWaiting(
  db: Database,
  reader: Writer | undefined,
  now: Temporal.Instant,
  limit: number,
): Promise<WaitingPost[]> {
  return db<WaitingPost[]>`
    select w.id, w.topic_id, w.reply_id, coalesce(r.number, 0) as number, t.title, w.author_id,
      m.handle as author_handle,
      case when m.shows_day then case when w.reply_id is null then t.author_day else r.author_day end end as author_day,
      coalesce((select name from groups where id = s.group_id), s.name) as space_name,
      coalesce(r.body_html, t.body_html) as body_html, coalesce(r.notes, t.notes) as notes,
      (case when r.id is null then t.collapsed_at else r.collapsed_at end) is not null as is_folded, w.reason, w.asked_at, w.claimed_by, w.claimed_at
    from ${stillWaiting(db)} and ${readableBy(db, reader)} order by ${recentFirst(db, db`w.asked_at`, now)}, w.id limit ${limit}`
}

/** What nobody knew to answer for months does not stand before what somebody asked an hour ago. */
export function recentFirst(db: Database, askedAt: Part, now: Temporal.Instant) {
  const since = askedRecently(now)
  return db`${askedAt} < ${since}, case when ${askedAt} >= ${since} then ${askedAt} end, ${askedAt} desc`
}

export async function findWaiting(
  db: Database,
  reader: Writer | undefined,
  id: string,
): Promise<
  Pick<WaitingPost, 'id' | 'topicId' | 'number' | 'authorId' | 'claimedBy' | 'claimedAt'> | undefined
> {
  const [post] = await db<WaitingPost[]>`
    select w.id, w.topic_id, coalesce(r.number, 0) as number, w.author_id, w.claimed_by, w.claimed_at
    from ${stillWaiting(db)} and ${readableBy(db, reader)} and w.id = ${id}`
  return post
}

/**
 * Whether what somebody wrote in a topic `t` is an answer to whoever waits there, `w`. In the thread of a morning everybody
 * begins with a line of their own; what they write after that, or said that they would write, is to others.
 * @param reply a row with `author_id`, `topic_id` and `number`
 */
export function isToOthers(db: Database, reply: Part) {
  return db`(t.kind <> 'check_in' or w.claimed_by = ${reply}.author_id or exists (
    select from replies own where own.topic_id = ${reply}.topic_id and own.author_id = ${reply}.author_id
      and own.number < ${reply}.number))`
}

/**
 * Who needs somebody themselves answers nobody with that.
 * @param reply a row with `topic_id`, by which the list is found quickly, and `id`
 */
export function asksItself(db: Database, reply: Part) {
  return db`exists (
    select from waiting_posts own
    where own.topic_id = ${reply}.topic_id and own.reply_id = ${reply}.id and own.reason = 'needs')`
}

/** After an answer was removed: those whom nobody else has answered wait again, from when they asked. */
export async function waitAgain(
  tx: Transaction,
  topicIds: readonly string[],
  since: Temporal.Instant | null,
): Promise<void> {
  await tx`
    update waiting_posts w set (answered_at, answered_by) = (
      select a.created_at, a.id from replies a join topics t on t.id = a.topic_id
      where a.topic_id = w.topic_id and a.removed_at is null and a.held_at is null
        and a.author_id is distinct from w.author_id
        and a.number > coalesce((select number from replies where id = w.reply_id), 0)
        and not ${asksItself(tx, tx`a`)} and (a.id = w.answered_by or ${isToOthers(tx, tx`a`)})
      order by a.number limit 1)
    where topic_id = any(${[...topicIds]}::bigint[])
      and (${since}::timestamptz is null or asked_at > ${since}::timestamptz)`
}

/** A reply that waits for a moderator asks for an answer too, once it can be read. */
export async function askWhenLetIn(
  tx: Transaction,
  reply: { id: string; topicId: string; authorId: string; needs: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const { id, topicId, authorId, needs } = reply
  await tx`
    insert into waiting_posts (topic_id, reply_id, author_id, reason, asked_at)
    select ${topicId}, ${id}, ${authorId}, case when ${needs} then 'needs' else 'first' end, ${now}
    where ${needs} or not (exists (select from topics where author_id = ${authorId})
      or exists (select from replies where author_id = ${authorId} and id <> ${id}))
    on conflict do nothing`
}

/** What others wrote while nobody could read it was no answer to it. */
export async function waitFromNow(tx: Transaction, replyId: string): Promise<void> {
  await tx`update waiting_posts set answered_at = null, answered_by = null where reply_id = ${replyId}`
}

/** Times in seconds. */
export interface AnswerTimes {
  posts: number
  /** Within which half, and nine of ten, of all of them were answered; null: not so many are. */
  median: number | null
  ninetieth: number | null
  /** Those still without an answer, and how long the first of them has waited. */
  waiting: number
  longest: number
}

/**
 * How long those waited who asked since then. Who still waits is one of them, and counts as not answered: leaving them
 * out would make a week in which nobody was answered look perfect, and their time so far is no answer either.
 */
export async function measureAnswers(
  db: Database,
  since: Temporal.Instant,
  now: Temporal.Instant,
): Promise<AnswerTimes> {
  const [times] = await db<AnswerTimes[]>`
    with waits as (
      select extract(epoch from w.answered_at - w.asked_at)::float8 as seconds, null::float8 as so_far
      from waiting_posts w where w.asked_at > ${since} and w.answered_at is not null
      union all
      select 'infinity', extract(epoch from ${now} - w.asked_at)::float8
      from ${stillWaiting(db)} and w.asked_at > ${since}
    )
    select count(*)::int as posts, nullif(percentile_disc(0.5) within group (order by seconds), 'infinity') as median,
      nullif(percentile_disc(0.9) within group (order by seconds), 'infinity') as ninetieth,
      count(so_far)::int as waiting, coalesce(max(so_far), 0) as longest from waits`
  return times ?? { posts: 0, median: null, ninetieth: null, waiting: 0, longest: 0 }
}

export interface Due {
  id: string
  topicId: string
  title: string
  authorId: string
  groupId: string | null
  readers: 'everybody' | 'members'
}

/**
 * Those who waited so long that somebody is to be reminded, marked as reminded in the same transaction: on several
 * nodes at once each is taken by one.
 */
export async function takeDue(
  tx: Transaction,
  whom: 'greeters' | 'hosts',
  askedBefore: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Due[]> {
  const mark = whom === 'greeters' ? tx`reminded_at` : tx`hosts_reminded_at`
  return tx<Due[]>`
    with due as (
      select w.id, w.topic_id, t.title, w.author_id, s.group_id, s.readers
      from ${stillWaiting(tx)} and w.asked_at <= ${askedBefore} and w.${mark} is null
      order by w.asked_at limit 100 for update of w skip locked
    )
    update waiting_posts w set ${mark} = ${now} from due where due.id = w.id returning due.*`
}

export async function exportWaiting(db: Database, memberId: string): Promise<unknown> {
  const asked = await db`
    select topic_id, reply_id, reason, asked_at, answered_at from waiting_posts
    where author_id = ${memberId} order by asked_at`
  const claimed = await db`
    select topic_id, reply_id, claimed_at from waiting_posts where claimed_by = ${memberId} order by claimed_at`
  return { asked: [...asked], writingTo: [...claimed] }
}
