import { handleKeys } from '../../account/index.ts'
import { addAllNotices, type Telling } from '../../account/notices/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { asksItself, isToOthers } from '../answered/waiting.store.ts'
import { topicPath } from '../paging.ts'
import { spacePath } from '../spaces/space.ts'
import { breakDays, reasonOf } from './following.rules.ts'

export interface NewReply {
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

type ToldOfReply = Told & Pick<NewReply, 'topicId' | 'authorId'>

/**
 * What follows from replies that everybody can read, in the transaction that wrote them: their authors follow the
 * conversations from now on, who waited is answered, and those who follow are told, once until they have read it.
 * @param replies by different members, those of one topic in the order of their numbers
 */
export async function afterReplies(
  tx: Transaction,
  replies: readonly NewReply[],
  now: Temporal.Instant,
): Promise<void> {
  // Two round trips however many they are, the second with that of the announcements: it is part of the time that
  // every reply takes.
  const tellings = (await followUp(tx, replies, now)).flatMap(tellingsOf)
  tx.alongside(addAllNotices(tx, tellings, now))
  for (const { memberIds, topicId } of tellings)
    if (topicId) for (const id of memberIds) tx.announce(unreadChannel(id), { topicId })
}

async function followUp(
  tx: Transaction,
  replies: readonly NewReply[],
  now: Temporal.Instant,
): Promise<ToldOfReply[]> {
  const authorIds = replies.map(({ authorId }) => authorId)
  const quotes = replies.flatMap(({ id, quotes }) => quotes.flatMap(keysOf).map((key) => [id, key] as const))
  // Marks are locked in the order in which they are written when somebody reads: see `writeReads`. Whoever writes has read
  // what stands above, and hears of what comes below in the same moment.
  return tx<ToldOfReply[]>`
    with reply as (
      select * from unnest(${replies.map(({ id }) => id)}::bigint[], ${replies.map(({ topicId }) => topicId)}::bigint[],
        ${authorIds}::bigint[], ${replies.map(({ number }) => number)}::int[],
        ${replies.map(({ wasHeld, number }) => (wasHeld ? 0 : number))}::int[],
        ${replies.map(({ needs }) => (needs ? 'needs' : 'first'))}::text[]
      ) as reply (id, topic_id, author_id, number, read_number, reason)
    ), waits as (
      insert into waiting_posts (topic_id, reply_id, author_id, reason, asked_at)
      select topic_id, id, author_id, reason, ${now} from reply
      where reason = 'needs' or not (exists (select from topics where author_id = reply.author_id)
        or exists (select from replies r where r.author_id = reply.author_id and r.id <> reply.id))
      on conflict do nothing
    ), quoted as (
      select distinct reply.id as reply_id, reply.topic_id, m.id
      from unnest(${quotes.map(([id]) => id)}::bigint[], ${quotes.map(([, key]) => key)}::text[]) as name (reply_id, key)
        join reply on reply.id = name.reply_id
        join members m on m.handle_key = name.key and m.id <> reply.author_id
    ), answered as (
      update waiting_posts w set answered_at = ${now}, answered_by = reply.id
      from reply join topics t on t.id = reply.topic_id
      where w.topic_id = reply.topic_id and w.author_id <> reply.author_id and w.answered_at is null
        and reply.reason <> 'needs' and not ${asksItself(tx, tx`reply`)} and (${isToOthers(tx, tx`reply`)}
          or exists (select from quoted q where q.reply_id = reply.id and q.id = w.author_id))
    ), concerned as (
      select topic_id, author_id as member_id, id as reply_id from reply
      union
      select k.topic_id, k.member_id, reply.id from reply join topic_marks k on k.topic_id = reply.topic_id
      where k.state = 'followed' and not k.told and k.member_id <> reply.author_id
      union
      select k.topic_id, k.member_id, q.reply_id from quoted q
        join topic_marks k on k.member_id = q.id and k.topic_id = q.topic_id
      where k.state <> 'muted'
      union
      select below.topic_id, reply.author_id, below.id from reply
        join reply below on below.topic_id = reply.topic_id and below.number > reply.number
    ), locked as (
      select from (select distinct topic_id, member_id from concerned) c
        join topic_marks k on k.topic_id = c.topic_id and k.member_id = c.member_id
      order by k.member_id, k.topic_id for update of k
    ), hears as (
      select distinct on (k.member_id, k.topic_id) k.member_id, k.topic_id, k.reply_id, own.id is not null as wrote
      from (select count(*) from locked) first, concerned k join reply on reply.id = k.reply_id
        join topics t on t.id = k.topic_id join spaces s on s.id = t.space_id
        left join reply own on own.topic_id = k.topic_id and own.author_id = k.member_id
      where k.member_id <> reply.author_id and (own.id is null or reply.number > own.number)
        and ${wishesToHear(tx, tx`reply.author_id`)}
      order by k.member_id, k.topic_id, reply.number
    ), told as (
      update topic_marks k set told = true from hears h
      where k.member_id = h.member_id and k.topic_id = h.topic_id and not h.wrote and not k.told
      returning k.member_id, h.reply_id
    ), mark as (
      insert into topic_marks (member_id, topic_id, read_number, state, told)
      select author_id, reply.topic_id, read_number, 'followed', h.reply_id is not null
      from reply left join hears h on h.member_id = author_id and h.topic_id = reply.topic_id order by author_id
      on conflict (member_id, topic_id) do update
      set read_number = greatest(topic_marks.read_number, excluded.read_number),
        told = excluded.told and topic_marks.state <> 'muted',
        state = case when topic_marks.state = 'muted' then 'muted' else 'followed' end
      returning member_id, topic_id, told
    ), hearer as (
      select member_id, reply_id from told
      union all
      select h.member_id, h.reply_id from mark join hears h on h.member_id = mark.member_id and h.topic_id = mark.topic_id
      where mark.told
    ), ${returning(tx, authorIds, now)}
    select reply.topic_id, reply.author_id, ${publicTitle(tx)} as title, t.author_id as topic_author_id, m.handle,
      array(select member_id from hearer where reply_id = reply.id)::text[] as followers,
      array(select id from quoted where reply_id = reply.id)::text[] as quoted,
      array(select follower_id from back where followed_id = reply.author_id)::text[] as awaiting
    from reply join topics t on t.id = reply.topic_id join spaces s on s.id = t.space_id
      join members m on m.id = reply.author_id`
}

/** Why each is told, and whether their open pages hear of it: those who wait for a return follow no topic. */
function tellingsOf(told: ToldOfReply): (Telling & { topicId?: string })[] {
  const { topicId, authorId } = told
  const ofReply = replyKinds.map((kind) => ({
    topicId,
    memberIds: told.followers.filter(
      (id) =>
        (told.quoted.includes(id) ? 'forum-quoted' : reasonOf(told.topicAuthorId, authorId, id)) === kind,
    ),
    notice: {
      kind,
      link: `/forum/following/topics/${topicId}/unread`,
      words: { title: told.title, topic: topicId, name: told.handle },
      about: `topic ${topicId}`,
    },
  }))
  return [...ofReply, returnOf(told, authorId, topicId)]
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
    ), ${topic.isHeld ? tx`back as (select null as follower_id where false)` : returning(tx, [authorId], now)}
    select t.title, t.author_id as topic_author_id, (select handle from members where id = ${authorId}) as handle,
      s.id as space_id, coalesce(g.name, s.name) as space_name, s.slug, g.slug as group_slug,
      array(select k.member_id from space_follows k
        where k.space_id = s.id and k.member_id <> ${authorId} and ${wishesToHear(tx, tx`${authorId}`)})::text[] as followers,
      array(select follower_id from back)::text[] as awaiting
    from topics t join spaces s on s.id = t.space_id left join groups g on g.id = s.group_id where t.id = ${id}`
  if (!told || topic.isHeld) return
  const words = { name: told.spaceName }
  const notice = { kind: 'forum-space', link: spacePath(told), words, about: `space ${told.spaceId}` }
  await addAllNotices(tx, [{ memberIds: told.followers, notice }, returnOf(told, authorId, id)], now)
  for (const follower of told.followers) tx.announce(unreadChannel(follower), { topicId: id })
}

/** What a member's open pages listen to for what is new to them. */
export const unreadChannel = (memberId: string) => `unread:${memberId}`

/** A title that not everybody may read stands in no notice. */
function publicTitle(tx: Transaction) {
  return tx`case when s.readers = 'everybody' then t.title else '' end`
}

/** Of marks or follows `k`: those whose owner may (still) read the space `s`, and has not folded the writer away. */
function wishesToHear(tx: Transaction, author: ReturnType<typeof publicTitle>) {
  return tx`not exists (
      select from folded_members f where f.member_id = k.member_id and f.other_id = ${author})
    and (s.readers = 'everybody' or s.group_id is null or exists (
    select from group_members gm where gm.group_id = s.group_id and gm.member_id = k.member_id))`
}

/** Those who wait for these members' return, when it is one and they let it be told. */
function returning(tx: Transaction, authorIds: string[], now: Temporal.Instant) {
  const before = now.subtract({ hours: breakDays * 24 })
  return tx`
    wrote as (
      update forum_members m set last_wrote_at = ${now}
      from (select member_id, last_wrote_at from forum_members
        where member_id = any(${authorIds}::bigint[]) order by member_id for update) old
      where m.member_id = old.member_id and m.tells_return returning m.member_id, old.last_wrote_at
    ), back as (
      select f.followed_id, f.member_id as follower_id from wrote join return_follows f on f.followed_id = wrote.member_id
      where wrote.last_wrote_at < ${before} and not exists (
        select from folded_members x where x.member_id = f.member_id and x.other_id = f.followed_id)
    )`
}

function returnOf(told: Pick<Told, 'handle' | 'awaiting'>, authorId: string, topicId: string): Telling {
  return {
    memberIds: told.awaiting,
    notice: {
      kind: 'forum-return',
      link: topicPath(topicId),
      words: { name: told.handle },
      about: `return ${authorId}`,
    },
  }
}
