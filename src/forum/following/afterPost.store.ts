import { handleKeys } from '../../account/index.ts'
import { addNotices } from '../../account/notices/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { topicPath } from '../paging.ts'
import { spacePath } from '../spaces/space.ts'
import { breakDays, reasonOf } from './following.rules.ts'

interface NewReply {
  id: string
  topicId: string
  number: number
  authorId: string
  /** Marked as "I need someone". */
  needs: boolean
  /** The names of those it quotes. */
  quotes: string[]
  /** It waited for a moderator: its author is not there, and may not have read what others wrote meanwhile. */
  wasHeld?: boolean
}

interface Told {
  title: string
  handle: string
  topicAuthorId: string | null
  followers: string[]
  quoted: string[]
  awaiting: string[]
}

/**
 * What follows from a reply that everybody can read, in the transaction that wrote it: its author follows the
 * conversation from now on, who waited is answered, and those who follow are told, once until they have read it.
 * One round trip: it is part of the time that every reply takes.
 */
export async function afterReply(tx: Transaction, reply: NewReply, now: Temporal.Instant): Promise<void> {
  const { topicId, authorId, number } = reply
  const [told] = await tx<Told[]>`
    with mark as (
      insert into topic_marks (member_id, topic_id, read_number, state)
      values (${authorId}, ${topicId}, ${reply.wasHeld ? 0 : number}, 'followed')
      on conflict (member_id, topic_id) do update
      set read_number = greatest(topic_marks.read_number, excluded.read_number), told = false,
        state = case when topic_marks.state = 'muted' then 'muted' else 'followed' end
    ), answered as (
      update waiting_posts set answered_at = ${now}
      where topic_id = ${topicId} and author_id <> ${authorId} and answered_at is null
    ), waits as (
      insert into waiting_posts (topic_id, reply_id, author_id, reason, asked_at)
      select ${topicId}, ${reply.id}, ${authorId}, case when ${reply.needs} then 'needs' else 'first' end, ${now}
      where ${reply.needs} or not (exists (select from topics where author_id = ${authorId})
        or exists (select from replies where author_id = ${authorId} and id <> ${reply.id}))
      on conflict do nothing
    ), quoted as (
      select id from members where handle_key = any(${reply.quotes.flatMap(keysOf)}) and id <> ${authorId}
    ), told as (
      update topic_marks k set told = true from topics t, spaces s
      where k.topic_id = ${topicId} and not k.told and k.member_id in (
          select member_id from topic_marks
          where topic_id = ${topicId} and state = 'followed' and not told and member_id <> ${authorId}
          union select m.member_id from quoted q join topic_marks m on m.member_id = q.id
          where m.topic_id = ${topicId} and m.state <> 'muted')
        and t.id = k.topic_id and s.id = t.space_id and ${wishesToHear(tx, authorId)}
      returning k.member_id
    ), ${returning(tx, authorId, now)}
    select ${publicTitle(tx)} as title, t.author_id as topic_author_id,
      (select handle from members where id = ${authorId}) as handle,
      array(select member_id from told)::text[] as followers, array(select id from quoted)::text[] as quoted,
      array(select follower_id from back)::text[] as awaiting
    from topics t join spaces s on s.id = t.space_id where t.id = ${topicId}`
  if (!told) return
  for (const kind of replyKinds) {
    const ids = told.followers.filter(
      (id) =>
        (told.quoted.includes(id) ? 'forum-quoted' : reasonOf(told.topicAuthorId, authorId, id)) === kind,
    )
    await addNotices(
      tx,
      ids,
      {
        kind,
        link: `/forum/following/topics/${topicId}/unread`,
        words: { title: told.title, topic: topicId, name: told.handle },
        about: `topic ${topicId}`,
      },
      now,
    )
    if (ids.length > 0) for (const id of ids) tx.announce(unreadChannel(id), { topicId })
  }
  await tellOfReturn(tx, told.awaiting, { id: authorId, handle: told.handle }, topicId, now)
}

const replyKinds = ['forum-answer', 'forum-quoted', 'forum-back', 'forum-followed'] as const

const keysOf = (handle: string) => [...handleKeys(handle), handle.toLowerCase()]

interface NewTopic {
  id: string
  authorId: string
  /** Their first, or marked as "I need someone". */
  waitsFor: 'first' | 'needs' | undefined
  /** Waits for a moderator: nobody is told of it. */
  isHeld: boolean
}

/** The same for a new topic: those who follow its space are told, once until they have looked. */
export async function afterTopic(tx: Transaction, topic: NewTopic, now: Temporal.Instant): Promise<void> {
  const { id, authorId, waitsFor } = topic
  const [told] = await tx<
    (Omit<Told, 'quoted'> & {
      spaceId: string
      spaceName: string
      slug: string | null
      groupSlug: string | null
    })[]
  >`
    with mark as (
      insert into topic_marks (member_id, topic_id, read_number, state) values (${authorId}, ${id}, 0, 'followed')
      on conflict do nothing
    ), waits as (
      insert into waiting_posts (topic_id, author_id, reason, asked_at)
      select ${id}, ${authorId}, ${waitsFor ?? null}, ${now} where ${waitsFor !== undefined}
      on conflict do nothing
    ), ${topic.isHeld ? tx`back as (select null as follower_id where false)` : returning(tx, authorId, now)}
    select t.title, t.author_id as topic_author_id, (select handle from members where id = ${authorId}) as handle,
      s.id as space_id, coalesce(g.name, s.name) as space_name, s.slug, g.slug as group_slug,
      array(select k.member_id from space_follows k
        where k.space_id = s.id and k.member_id <> ${authorId} and ${wishesToHear(tx, authorId)})::text[] as followers,
      array(select follower_id from back)::text[] as awaiting
    from topics t join spaces s on s.id = t.space_id left join groups g on g.id = s.group_id where t.id = ${id}`
  if (!told || topic.isHeld) return
  const words = { name: told.spaceName }
  const notice = { kind: 'forum-space', link: spacePath(told), words, about: `space ${told.spaceId}` }
  await addNotices(tx, told.followers, notice, now)
  for (const follower of told.followers) tx.announce(unreadChannel(follower), { topicId: id })
  await tellOfReturn(tx, told.awaiting, { id: authorId, handle: told.handle }, id, now)
}

/** What a member's open pages listen to for what is new to them. */
export const unreadChannel = (memberId: string) => `unread:${memberId}`

/** A title that not everybody may read stands in no notice. */
function publicTitle(tx: Transaction) {
  return tx`case when s.readers = 'everybody' then t.title else '' end`
}

/** Of marks or follows `k`: those whose owner may (still) read the space `s`, and has not folded the writer away. */
function wishesToHear(tx: Transaction, authorId: string) {
  return tx`not exists (
      select from folded_members f where f.member_id = k.member_id and f.other_id = ${authorId})
    and (s.readers = 'everybody' or s.group_id is null or exists (
    select from group_members gm where gm.group_id = s.group_id and gm.member_id = k.member_id))`
}

/** Those who wait for this member's return, when it is one and they let it be told. */
function returning(tx: Transaction, authorId: string, now: Temporal.Instant) {
  const before = now.subtract({ hours: breakDays * 24 })
  return tx`
    wrote as (
      update forum_members m set last_wrote_at = ${now}
      from (select last_wrote_at from forum_members where member_id = ${authorId} for update) old
      where m.member_id = ${authorId} and m.tells_return returning old.last_wrote_at
    ), back as (
      select f.member_id as follower_id from wrote join return_follows f on f.followed_id = ${authorId}
      where wrote.last_wrote_at < ${before} and not exists (
        select from folded_members x where x.member_id = f.member_id and x.other_id = ${authorId})
    )`
}

async function tellOfReturn(
  tx: Transaction,
  followers: string[],
  member: { id: string; handle: string },
  topicId: string,
  now: Temporal.Instant,
): Promise<void> {
  const words = { name: member.handle }
  await addNotices(
    tx,
    followers,
    { kind: 'forum-return', link: topicPath(topicId), words, about: `return ${member.id}` },
    now,
  )
}
