import { type Database, roundsOn, someOf } from '../platform/database/index.ts'
import { notFound } from '../platform/errors.ts'
import { recentFirst } from './answered/waiting.store.ts'
import { type Mark, numbersOn } from './paging.ts'
import type { NoteKind } from './posts/notes.ts'
import type { PostRef } from './posts/post.ts'
import { isKeeper, type Writer } from './rules.ts'
import { readableBy } from './spaces/readable.store.ts'

export type TopicKind = 'question' | 'story' | 'resource' | 'check_in'

/** A line in a list of conversations. */
export interface TopicSummary {
  id: string
  title: string
  kind: TopicKind
  /** The morning a check-in thread was opened for. */
  checkInOn: Temporal.PlainDate | null
  /** Where it stands: see `spaces/space.ts`. */
  spaceId: string
  slug: string | null
  groupSlug: string | null
  spaceName: string
  /** Null: a former member. */
  authorId: string | null
  authorHandle: string | null
  /** When they wrote; null unless they show it today. */
  authorDay: number | null
  isFirstPost: boolean
  notes: NoteKind[]
  /** The number of the last reply: what pages are counted by. */
  replyCount: number
  /** Numbers that no reply has any more, because it was moved. */
  gapCount: number
  createdAt: Temporal.Instant
  lastPostAt: Temporal.Instant
  answeredAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  removedAt: Temporal.Instant | null
}

export interface Topic extends TopicSummary {
  groupId: string | null
  readers: 'everybody' | 'members'
  /** When its space was retired. */
  retiredAt: Temporal.Instant | null
  isIndexed: boolean
  heldAt: Temporal.Instant | null
  /** What it helped with: see `helped/helps.rules.ts`. */
  helpsWith: string[]
  /** Each member writes once in so many minutes, in it or in its space, until then. */
  slowMinutes: number | null
  slowUntil: Temporal.Instant | null
  /** Where its posts went, and how many pages further on each of its pages is there. */
  mergedInto: string | null
  mergedPages: number | null
}

/** One post on a page: the topic's own text is number 0, and has no id of its own. */
export interface Post {
  id: string | null
  number: number
  authorId: string | null
  authorHandle: string | null
  authorDay: number | null
  bodyHtml: string
  notes: NoteKind[]
  createdAt: Temporal.Instant
  editedAt: Temporal.Instant | null
  removedAt: Temporal.Instant | null
  removedByModerator: boolean
  heldAt: Temporal.Instant | null
  /** Folded away by a moderator, one tap from being read. */
  collapsedAt: Temporal.Instant | null
  /** The topic it was moved to; all that is left here is its address. */
  movedTo: string | null
}

const topicsInLists = 25

export async function getTopic(db: Database, topicId: string): Promise<Topic> {
  return thereIs(await findTopic(db, topicId))
}

export function findTopic(db: Database, topicId: string): Promise<Topic | undefined> {
  return topicsInRounds(db, topicId)
}

const topicsInRounds = roundsOn(async (db, ids: string[]): Promise<(Topic | undefined)[]> => {
  const topics = await db<Topic[]>`
    select ${summary(db)}, s.readers, coalesce(s.retired_at, g.closed_at) as retired_at, s.is_indexed, t.held_at, t.helps_with, t.merged_into, t.merged_pages,
      slow.minutes as slow_minutes, slow.until as slow_until
    from ${topicsWithNames(db)} ${slowness(db)} where t.id = any(${someOf(db, ids)})`
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  return ids.map((id) => byId.get(id))
})

const moments = ['createdAt', 'editedAt', 'removedAt', 'heldAt', 'collapsedAt'] as const
type Moment = (typeof moments)[number]

/** Post as PostgreSQL writes it into JSON: moments in seconds. */
type JsonPost = Omit<Post, Moment> & Record<Moment, number | null>

/** A topic and one page of its posts in one flat query: all that a page costs that nobody has read before. */
export async function getTopicPage(
  db: Database,
  topicId: string,
  page: number,
): Promise<{ topic: Topic; posts: Post[]; hasHeld: boolean }> {
  const { first, last } = numbersOn(page)
  const [found] = await db<(Topic & { posts: JsonPost[]; hasHeld: boolean })[]>`
    select t.id, t.title, t.kind, t.check_in_on, t.space_id, s.slug, t.group_id, g.slug as group_slug,
      coalesce(g.name, s.name) as space_name, s.readers, coalesce(s.retired_at, g.closed_at) as retired_at, s.is_indexed, t.held_at, t.author_id,
      m.handle as author_handle, case when m.shows_day then t.author_day end as author_day, t.is_first_post,
      t.notes, t.reply_count, t.gap_count, t.created_at, t.last_post_at, t.answered_at, t.closed_at, t.removed_at,
      t.merged_into, t.merged_pages, t.helps_with, slow.minutes as slow_minutes, slow.until as slow_until,
      exists (select from replies where topic_id = t.id and held_at is not null) as has_held,
      (select coalesce(json_agg(json_build_object('id', p.id::text, 'number', p.number,
          'authorId', p.author_id::text, 'authorHandle', a.handle,
          'authorDay', case when a.shows_day then p.author_day end, 'notes', p.notes,
          'bodyHtml', p.body_html, 'createdAt', extract(epoch from p.created_at),
          'editedAt', extract(epoch from p.edited_at), 'removedAt', extract(epoch from p.removed_at),
          'removedByModerator', p.removed_by_moderator, 'heldAt', extract(epoch from p.held_at),
          'collapsedAt', extract(epoch from p.collapsed_at), 'movedTo', p.moved_to::text
        ) order by p.number), '[]')
        from (
          select null::bigint as id, 0 as number, t.author_id, t.author_day, t.body_html, t.notes, t.created_at,
            t.edited_at, t.removed_at, t.removed_by_moderator, t.held_at, t.collapsed_at, null::bigint as moved_to
          where ${page === 1}
          union all
          select id, number, author_id, author_day, body_html, notes, created_at, edited_at, removed_at,
            removed_by_moderator, held_at, collapsed_at, null
          from replies where topic_id = t.id and number between ${first} and ${last}
          union all
          select r.id, w.number, null, null, '', '{}', r.created_at, null, null, false, null, null, r.topic_id
          from moved_replies w join replies r on r.id = w.reply_id
          where w.topic_id = t.id and w.number between ${first} and ${last}
        ) p left join members a on a.id = p.author_id
      ) as posts
    from topics t join spaces s on s.id = t.space_id left join members m on m.id = t.author_id
      left join groups g on g.id = t.group_id ${slowness(db)}
    where t.id = ${topicId}`
  const { posts, hasHeld, ...topic } = thereIs(found)
  return { topic, posts: posts.map(postOf), hasHeld }
}

function postOf(post: JsonPost): Post {
  const read = Object.fromEntries(moments.map((moment) => [moment, momentOf(post[moment])]))
  return { ...post, ...(read as Pick<Post, Moment>) }
}

function momentOf(seconds: number | null): Temporal.Instant | null {
  return seconds === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000))
}

function thereIs<T extends Topic>(topic: T | undefined): T {
  if (!topic || (topic.removedAt && topic.replyCount === 0 && !topic.mergedInto)) throw notFound()
  return topic
}

/** A reply without a place that others can read. */
export interface HeldReply {
  id: string
  handle: string | null
}

/** The replies that wait for a moderator, or were taken out of sight: of their author, and for moderators all of them. */
export async function listHeldReplies(db: Database, topicId: string, reader: Writer): Promise<HeldReply[]> {
  return db<HeldReply[]>`
    select r.id, m.handle from replies r left join members m on m.id = r.author_id
    where r.topic_id = ${topicId} and r.held_at is not null and r.removed_at is null
      ${isKeeper(reader) ? db`` : db`and r.author_id = ${reader.id}`}
    order by r.id`
}

/** The newest replies that anybody may read, newest first: where they stand and when they came. */
export async function listLastReplies(
  db: Database,
  topicId: string,
  limit: number,
): Promise<{ id: string; number: number; createdAt: Temporal.Instant }[]> {
  return db<{ id: string; number: number; createdAt: Temporal.Instant }[]>`
    select id, number, created_at from replies
    where topic_id = ${topicId} and number is not null and held_at is null and removed_at is null
    order by number desc limit ${limit}`
}

export async function findReply(db: Database, topicId: string, replyId: string): Promise<Post | undefined> {
  const [reply] = await db<Post[]>`
    select ${post(db)} from replies r left join members m on m.id = r.author_id
    where r.id = ${replyId} and r.topic_id = ${topicId}`
  return reply
}

/** A reply, or the topic's own text. */
export async function findPost(db: Database, { topicId, replyId }: PostRef): Promise<Post | undefined> {
  if (replyId) return findReply(db, topicId, replyId)
  const [first] = await db<Post[]>`
    select null as id, 0 as number, r.author_id, m.handle as author_handle,
      case when m.shows_day then r.author_day end as author_day, r.body_html, r.notes, r.created_at, r.edited_at,
      r.removed_at, r.removed_by_moderator, r.held_at, r.collapsed_at, null as moved_to
    from topics r left join members m on m.id = r.author_id where r.id = ${topicId}`
  return first
}

/** The topic a reply stands in by now. */
export async function findTopicOf(db: Database, replyId: string): Promise<string | undefined> {
  const [reply] = await db<{ topicId: string }[]>`select topic_id from replies where id = ${replyId}`
  return reply?.topicId
}

/** What a list is of: one space, or all that this reader (undefined: a guest) may see. */
interface ListOf {
  spaceId?: string | undefined
  groupId?: string | undefined
  reader?: Writer | undefined
  after?: Mark | undefined
  limit?: number
}

/** Newest activity first; of the mornings’ threads the newest of each space, and those in which somebody wrote. */
export async function listTopics(db: Database, from: ListOf = {}): Promise<TopicSummary[]> {
  return db<TopicSummary[]>`
    select ${summary(db)} from ${topicsWithNames(db)}
    where t.removed_at is null and t.held_at is null and ${readableBy(db, from.reader)} ${within(db, from)}
      and not (t.kind = 'check_in' and t.reply_count = 0 and exists (
        select from topics l where l.space_id = t.space_id and l.check_in_on > t.check_in_on))
      ${from.after ? db`and (t.last_post_at, t.id) < (${from.after.at}, ${from.after.id})` : db``}
    order by t.last_post_at desc, t.id desc limit ${from.limit ?? topicsInLists}`
}

export async function listTopicsOfGroup(
  db: Database,
  groupId: string,
  limit: number,
  reader?: Writer,
): Promise<TopicSummary[]> {
  return listTopics(db, { groupId, limit, reader })
}

/** First posts that nobody else has answered: of this week’s the one that waited longest first, then older ones. */
export async function listWaitingTopics(
  db: Database,
  now: Temporal.Instant,
  limit: number,
  of: Pick<ListOf, 'spaceId' | 'reader'> = {},
): Promise<TopicSummary[]> {
  return db<TopicSummary[]>`
    select ${summary(db)} from ${topicsWithNames(db)}
    where t.id in (select topic_id from waiting_posts where reply_id is null and answered_at is null)
      and t.closed_at is null and t.removed_at is null
      and t.held_at is null and t.author_id is not null and s.retired_at is null and g.closed_at is null
      and ${readableBy(db, of.reader)} ${within(db, of)}
    order by ${recentFirst(db, db`t.created_at`, now)}, t.id limit ${limit}`
}

function within(db: Database, { spaceId, groupId }: ListOf) {
  if (spaceId !== undefined) return db`and t.space_id = ${spaceId}`
  return groupId === undefined ? db`` : db`and t.group_id = ${groupId}`
}

/** The columns of a line in a list, from the tables below. */
export function summary(db: Database) {
  return db`t.id, t.title, t.kind, t.check_in_on, t.space_id, s.slug, t.group_id, g.slug as group_slug,
    coalesce(g.name, s.name) as space_name, t.author_id, m.handle as author_handle,
    case when m.shows_day then t.author_day end as author_day, t.is_first_post, t.notes, t.reply_count, t.gap_count,
    t.created_at, t.last_post_at, t.answered_at, t.closed_at, t.removed_at`
}

export function topicsWithNames(db: Database) {
  return db`topics t join spaces s on s.id = t.space_id left join members m on m.id = t.author_id
    left join groups g on g.id = t.group_id`
}

function slowness(db: Database) {
  return db`left join lateral (
    select minutes, until from slow_modes
    where ended_at is null and (topic_id = t.id or space_id = t.space_id) order by until desc limit 1) slow on true`
}

/** The columns of a reply `r` by a member `m`. */
export function post(db: Database) {
  return db`r.id, r.number, r.author_id, m.handle as author_handle,
    case when m.shows_day then r.author_day end as author_day, r.body_html, r.notes, r.created_at,
    r.edited_at, r.removed_at, r.removed_by_moderator, r.held_at, r.collapsed_at, null as moved_to`
}
