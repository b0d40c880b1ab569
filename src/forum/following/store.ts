import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Mark } from '../paging.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from '../spaces/readable.store.ts'
import type { TopicState } from './following.rules.ts'

/** A conversation with something new for a member. */
export interface UnreadTopic {
  id: string
  title: string
  spaceName: string
  authorHandle: string | null
  replyCount: number
  lastPostAt: Temporal.Instant
  readNumber: number
  state: TopicState
  /** Opened by the house in the morning. */
  isHouses: boolean
}

interface Wanted {
  /** Followed ones, or everything that is new since they last said they had caught up. */
  from: 'followed' | 'everywhere'
  reader: Writer
  since: Temporal.Instant
  after: Mark | undefined
  limit: number
}

/** What is new since a member was here, the liveliest first. */
export async function listUnread(db: Database, wanted: Wanted): Promise<UnreadTopic[]> {
  const { from, reader, since, after, limit } = wanted
  return db<UnreadTopic[]>`
    select t.id, t.title, coalesce((select name from groups where id = s.group_id), s.name) as space_name,
      m.handle as author_handle, t.reply_count, t.last_post_at, coalesce(k.read_number, -1) as read_number,
      coalesce(k.state, 'seen') as state, t.kind = 'check_in' as is_houses
    from topics t join spaces s on s.id = t.space_id left join members m on m.id = t.author_id
      ${from === 'followed' ? db`join` : db`left join`} topic_marks k on k.topic_id = t.id and k.member_id = ${reader.id}
    where t.removed_at is null and t.held_at is null and ${readableBy(db, reader)}
      and t.reply_count > coalesce(k.read_number, -1)
      ${from === 'followed' ? db`and k.state = 'followed'` : db`and k.state is distinct from 'muted' and t.last_post_at > ${since}`}
      ${after ? db`and (t.last_post_at, t.id) < (${after.at}, ${after.id})` : db``}
    order by t.last_post_at desc, t.id desc limit ${limit}`
}

/** Those of some conversations that have something new for a member, as in the list of everything new. */
export async function listNewAmong(
  db: Database,
  memberId: string,
  topicIds: string[],
  since: Temporal.Instant,
): Promise<Pick<UnreadTopic, 'id' | 'replyCount' | 'readNumber'>[]> {
  return db<UnreadTopic[]>`
    select t.id, t.reply_count, coalesce(k.read_number, -1) as read_number
    from topics t left join topic_marks k on k.topic_id = t.id and k.member_id = ${memberId}
    where t.id = any(${topicIds}::bigint[]) and t.reply_count > coalesce(k.read_number, -1)
      and k.state is distinct from 'muted' and t.last_post_at > ${since}`
}

/** A row of the list as it is now, for the pages of one member that are open. */
export async function findUnread(
  db: Database,
  reader: Writer,
  topicId: string,
): Promise<UnreadTopic | undefined> {
  const [topic] = await db<UnreadTopic[]>`
    select t.id, t.title, coalesce((select name from groups where id = s.group_id), s.name) as space_name,
      m.handle as author_handle, t.reply_count, t.last_post_at, coalesce(k.read_number, -1) as read_number,
      coalesce(k.state, 'seen') as state, t.kind = 'check_in' as is_houses
    from topics t join spaces s on s.id = t.space_id left join members m on m.id = t.author_id
      left join topic_marks k on k.topic_id = t.id and k.member_id = ${reader.id}
    where t.id = ${topicId} and t.removed_at is null and t.held_at is null and ${readableBy(db, reader)}`
  return topic
}

export interface Followed {
  caughtUpAt: Temporal.Instant | null
  joinedAt: Temporal.Instant
  tellsReturn: boolean
}

export async function getFollowing(db: Database, memberId: string): Promise<Followed> {
  const [row] = await db<Followed[]>`
    select f.caught_up_at, m.created_at as joined_at, coalesce(f.tells_return, false) as tells_return
    from members m left join forum_members f on f.member_id = m.id where m.id = ${memberId}`
  if (!row) throw new Error('The member is gone.')
  return row
}

export async function markCaughtUp(tx: Transaction, memberId: string, now: Temporal.Instant): Promise<void> {
  // Locked in one order by whoever marks several, and before what is known of the member: see `afterReplies`.
  await tx`
    with locked as (
      select k.topic_id from topic_marks k join topics t on t.id = k.topic_id
      where k.member_id = ${memberId} and k.read_number < t.reply_count order by k.topic_id for update of k)
    update topic_marks k set read_number = t.reply_count, told = false from locked, topics t
    where k.member_id = ${memberId} and k.topic_id = locked.topic_id and t.id = k.topic_id`
  await tx`insert into forum_members (member_id, caught_up_at) values (${memberId}, ${now})
    on conflict (member_id) do update set caught_up_at = excluded.caught_up_at`
}

/** @returns what is kept of this member and topic */
export async function findMark(
  db: Database,
  memberId: string,
  topicId: string,
): Promise<{ state: TopicState; readNumber: number } | undefined> {
  const [mark] = await db<{ state: TopicState; readNumber: number }[]>`
    select state, read_number from topic_marks where member_id = ${memberId} and topic_id = ${topicId}`
  return mark
}

export async function changeState(
  tx: Transaction,
  memberId: string,
  topicId: string,
  state: TopicState,
): Promise<void> {
  // Followed from now on: what was there before is taken as read.
  await tx`
    insert into topic_marks (member_id, topic_id, read_number, state)
    select ${memberId}, id, reply_count, ${state} from topics where id = ${topicId}
    on conflict (member_id, topic_id) do update set state = excluded.state, told = false`
}

/** A reply to point at: the first from this number on, for those before it may have been moved away. */
export async function findReplyFrom(
  db: Database,
  topicId: string,
  number: number,
): Promise<{ id: string; number: number } | undefined> {
  const [reply] = await db<{ id: string; number: number }[]>`
    select id, number from replies where topic_id = ${topicId} and number >= ${number} order by number limit 1`
  return reply
}
