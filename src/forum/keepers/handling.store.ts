import { takeBackTitles } from '../../account/notices/index.ts'
import { touchGroup } from '../../groups/index.ts'
import { isHiddenByDecision, isUndecided } from '../../moderation/measures/index.ts'
import { type Database, type Transaction, transaction } from '../../platform/database/index.ts'
import { asksItself, waitFromNow } from '../answered/waiting.store.ts'
import { afterReplies, afterTopic } from '../following/afterPost.store.ts'
import { quotedHandles } from '../following/quoted.rules.ts'
import type { PostRef } from '../posts/post.ts'
import { spacesTag } from '../spaces/spaces.store.ts'
import { listsTag, listTags, lockConversation, topicTag } from '../writing.store.ts'

/** A post as those see it who keep the place safe: also while it waits, and with what stands around it. */
export interface KeptPost extends PostRef {
  /** 0: the topic's own text. Null: a reply that waits and has no place yet. */
  number: number | null
  title: string
  authorId: string | null
  authorHandle: string | null
  /** Opened by the job of the morning, and by nobody who could have left. */
  isHouses: boolean
  bodyHtml: string
  createdAt: Temporal.Instant
  editedAt: Temporal.Instant | null
  heldAt: Temporal.Instant | null
  collapsedAt: Temporal.Instant | null
  removedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
}

export async function findKeptPost(
  db: Database,
  { topicId, replyId }: PostRef,
): Promise<KeptPost | undefined> {
  const [post] = replyId
    ? await db<KeptPost[]>`
        select ${reply(db)} from replies r join topics t on t.id = r.topic_id left join members m on m.id = r.author_id
        where r.id = ${replyId} and r.topic_id = ${topicId}`
    : await db<KeptPost[]>`
        select t.id as topic_id, null::bigint as reply_id, 0 as number, t.title, t.author_id,
          m.handle as author_handle, t.kind = 'check_in' as is_houses, t.body_html, t.created_at, t.edited_at, t.held_at, t.collapsed_at, t.removed_at, t.closed_at
        from topics t left join members m on m.id = t.author_id where t.id = ${topicId}`
  return post
}

/** The posts before and after, in their order, without the post itself. */
export async function listAround(db: Database, post: KeptPost, each: number): Promise<KeptPost[]> {
  // What waits stands at the end.
  const number = post.number ?? 1_000_000_000
  const before = await db<KeptPost[]>`
    select ${reply(db)} from replies r join topics t on t.id = r.topic_id left join members m on m.id = r.author_id
    where r.topic_id = ${post.topicId} and r.number < ${number} order by r.number desc limit ${each}`
  const after = await db<KeptPost[]>`
    select ${reply(db)} from replies r join topics t on t.id = r.topic_id left join members m on m.id = r.author_id
    where r.topic_id = ${post.topicId} and r.number > ${number} order by r.number limit ${each}`
  const first =
    before.length < each && number > 0 ? await findKeptPost(db, { ...post, replyId: null }) : undefined
  return [...(first ? [first] : []), ...before.toReversed(), ...after]
}

function reply(db: Database) {
  return db`r.topic_id, r.id as reply_id, r.number, t.title, r.author_id, m.handle as author_handle, false as is_houses, r.body_html,
    r.created_at, r.edited_at, r.held_at, r.collapsed_at, r.removed_at, t.closed_at`
}

/**
 * Posts that wait and that no moderator was asked about yet, the one that waited longest first. Of somebody who has left,
 * nothing waits any more.
 */
export async function listHeld(
  db: Database,
  limit: number,
): Promise<(PostRef & { authorId: string | null })[]> {
  return db<(PostRef & { authorId: string | null })[]>`
    select topic_id, reply_id, author_id from (
      select id as topic_id, null::bigint as reply_id, author_id, held_at from topics
      where held_at is not null and removed_at is null and author_id is not null
      union all
      select topic_id, id, author_id, held_at from replies
      where held_at is not null and removed_at is null and author_id is not null
    ) post where ${isUndecided(db)} order by held_at limit ${limit}`
}

/** Nobody but its author and the moderators reads it from now on. */
export async function holdPost(tx: Transaction, ref: PostRef, now: Temporal.Instant): Promise<void> {
  if (ref.replyId) {
    await lockConversation(tx, ref.topicId)
    await tx`update replies set held_at = ${now} where id = ${ref.replyId} and held_at is null`
  } else {
    await tx`update topics set held_at = ${now} where id = ${ref.topicId} and held_at is null`
    await takeBackTitles(tx, [ref.topicId])
  }
  announce(tx, ref)
}

/**
 * Lets it in. What nobody could read until now is told as if it had just been written: to those who follow, in the
 * queue of those who wait for an answer, and to open pages. What was only out of sight for a while is not told twice.
 */
export async function releasePost(tx: Transaction, ref: PostRef, now: Temporal.Instant): Promise<void> {
  const { topicId, replyId } = ref
  if (replyId) await releaseReply(tx, topicId, replyId, now)
  else await releaseTopic(tx, topicId, now)
  announce(tx, ref)
}

/**
 * What only waits to be let in does not wait when it speaks of a crisis. What a moderator took out of sight stays there.
 * After `lockToLetIn`.
 */
export async function letInFromDark(tx: Transaction, ref: PostRef, now: Temporal.Instant): Promise<void> {
  if (!(await isHiddenByDecision(tx, ref))) await releasePost(tx, ref, now)
}

/** The first post of a topic, for what its author wrote below it. */
export async function letInFirstPost(db: Database, topicId: string, now: Temporal.Instant): Promise<void> {
  const ref = { topicId, replyId: null }
  await transaction(db, async (tx) => {
    await lockToLetIn(tx, ref)
    await letInFromDark(tx, ref, now)
  })
}

/** In the order of all who touch several: the case, whose decision is waited for, the topic, and then the reply. */
export async function lockToLetIn(tx: Transaction, { topicId, replyId }: PostRef): Promise<void> {
  await tx`
    select from moderation_cases
    where topic_id = ${topicId} and reply_id is not distinct from ${replyId}::bigint and closed_at is null for share`
  await lockConversation(tx, topicId)
}

async function releaseTopic(tx: Transaction, topicId: string, now: Temporal.Instant): Promise<void> {
  const [topic] = await tx<{ isNew: boolean; authorId: string | null; groupId: string | null }[]>`
    with waiting as (select id, held_at = created_at as is_new from topics where id = ${topicId} and held_at is not null)
    update topics t set held_at = null from waiting w where t.id = w.id
    returning w.is_new, t.author_id, t.group_id`
  if (!topic?.isNew) return
  if (topic.authorId)
    await afterTopic(tx, { id: topicId, authorId: topic.authorId, waitsFor: undefined, isHeld: false }, now)
  await wakeGroup(tx, topic.groupId, now)
}

/** A reply that has no place yet takes the next one. */
async function releaseReply(
  tx: Transaction,
  topicId: string,
  replyId: string,
  now: Temporal.Instant,
): Promise<void> {
  const [topic] = await tx<{ groupId: string | null }[]>`
    select group_id from topics where id = ${topicId} for no key update`
  const [placed] = await tx<{ isNew: boolean; number: number; authorId: string | null; markdown: string }[]>`
    with waiting as (
      select id, topic_id, number is null as is_new, author_id, created_at from replies
      where id = ${replyId} and topic_id = ${topicId} and held_at is not null
    ), topic as (
      update topics t set
        reply_count = reply_count + 1, last_post_at = greatest(last_post_at, w.created_at),
        answered_at = coalesce(answered_at,
          case when t.author_id is distinct from w.author_id and not ${asksItself(tx, tx`w`)} then w.created_at end)
      from waiting w where t.id = ${topicId} and w.is_new returning reply_count
    )
    update replies r set held_at = null, changed_at = ${now}, number = coalesce(r.number, (select reply_count from topic))
    from waiting w where r.id = w.id returning w.is_new, r.number, r.author_id, r.body_markdown as markdown`
  if (!placed?.isNew) return
  const { number, authorId } = placed
  const quotes = quotedHandles(placed.markdown)
  if (authorId)
    await afterReplies(
      tx,
      [{ id: replyId, topicId, number, authorId, needs: false, quotes, wasHeld: true }],
      now,
    )
  await waitFromNow(tx, replyId)
  await wakeGroup(tx, topic?.groupId ?? null, now)
  tx.announce(topicTag(topicId), { replyId, isNew: true })
}

async function wakeGroup(tx: Transaction, groupId: string | null, now: Temporal.Instant): Promise<void> {
  if (!groupId) return
  await touchGroup(tx, groupId, now)
  tx.changed(...listTags(groupId))
}

/** Nobody answers any more. What was closed before stays closed by whoever did that. */
export async function lockTopic(tx: Transaction, topicId: string, at: Temporal.Instant): Promise<void> {
  await tx`update topics set closed_at = ${at} where id = ${topicId} and closed_at is null`
  announce(tx, { topicId, replyId: null })
}

/**
 * Opens what was closed at exactly this moment, and nothing that somebody closed before or since.
 * @param until closed all the same, by another decision of that moment
 */
export async function unlockTopic(
  tx: Transaction,
  topicId: string,
  lockedAt: Temporal.Instant,
  until: Temporal.Instant | null,
): Promise<void> {
  await tx`update topics set closed_at = ${until} where id = ${topicId} and closed_at = ${lockedAt}`
  announce(tx, { topicId, replyId: null })
}

/** Folds it away, one tap from being read, or opens it again. */
export async function collapsePost(
  tx: Transaction,
  ref: PostRef,
  isFolded: boolean,
  now: Temporal.Instant,
): Promise<void> {
  const at = isFolded ? now : null
  if (ref.replyId)
    await tx`update replies set collapsed_at = ${at}, changed_at = ${now} where id = ${ref.replyId}`
  else await tx`update topics set collapsed_at = ${at} where id = ${ref.topicId}`
  announce(tx, ref)
}

/** Its pages say from now on how fast one writes there. @param topicId null: in a whole space */
export function changePace(tx: Transaction, topicId: string | null): void {
  if (topicId) tx.changed(topicTag(topicId))
  else tx.changed(spacesTag)
}

function announce(tx: Transaction, { topicId, replyId }: PostRef): void {
  if (replyId) tx.announce(topicTag(topicId), { replyId })
  tx.changed(topicTag(topicId), listsTag)
}
