import { handleKeys } from '../../account/index.ts'
import { type Database, transaction } from '../../platform/database/index.ts'
import {
  columnsOfReply,
  columnsOfTopicPost,
  olderReplies,
  olderTopics,
  type Part,
  repliesFor,
  topicsFor,
} from '../found/found.store.ts'
import type { FoundPost, PostMark } from '../found/found.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from '../spaces/readable.store.ts'

export interface Search {
  /** For `to_tsquery`; empty: every post that the filters leave. */
  query: string
  spaceId: string | undefined
  authorId: string | undefined
  /** Days since the last dose on which it was written, of those who show theirs. */
  days: { from: number; to: number } | undefined
  reader: Writer | undefined
  after: PostMark | undefined
  limit: number
}

export interface Found {
  posts: FoundPost[]
  /** Looked at so far back, and no further yet. */
  lookedBackTo?: PostMark
}

/** Above this the planner thinks of several thousand posts: too many to sort while somebody waits. */
const cheap = 15_000
/** So few are sorted in any case, also where the newest posts would have a page of them. */
const few = 200
/** Posts walked through at a time, newest first: the first span is enough for any word that people often use. */
const spans = [4_000, 12_000, 24_000] as const

/**
 * Posts with these words, newest first. Rare words are looked up in the index, and all their posts sorted. Common ones
 * would give half the forum that way: for those the newest posts are read until a page is full. Which is the cheaper
 * way, PostgreSQL's own statistics of words say. Words that are each common but hardly ever meet would make that walk
 * endless: it stops after forty thousand posts, and says so.
 */
export async function searchPosts(db: Database, search: Search): Promise<Found> {
  const posts = await transaction(db, async (tx) => {
    // The planner thinks little of the work of reading the words of a post, and would read those of all topics.
    await tx`set local enable_seqscan = off`
    return (await isCheap(tx, search)) ? sortAll(tx, search) : undefined
  })
  return posts ? { posts } : walkBack(db, search)
}

async function walkBack(db: Database, search: Search): Promise<Found> {
  let after = search.after
  const posts: FoundPost[] = []
  for (const span of spans) {
    const floor = await momentBack(db, after?.at, span)
    posts.push(...(await walk(db, { ...search, after, limit: search.limit - posts.length }, floor)))
    if (posts.length >= search.limit || floor === undefined) return { posts }
    after = { at: floor, topicId: '999999999999999999', number: 0 }
  }
  return after ? { posts, lookedBackTo: after } : { posts }
}

/** What the search asks of a post itself; whether it may be read is looked at only for those that fit. */
function fits(db: Database, { query, authorId, days }: Search, post: Part) {
  return db`${query === '' ? db`true` : db`${post}.search @@ ${query}::tsquery`}
    ${authorId === undefined ? db`` : db`and ${post}.author_id = ${authorId}`}
    ${days ? db`and ${post}.author_day between ${days.from} and ${days.to}` : db``}
    and ${post}.removed_at is null and ${post}.held_at is null`
}

function allMatches(db: Database, search: Search) {
  const { spaceId, after } = search
  return db`select t.created_at, t.id as topic_id, 0 as number, null::bigint as reply_id from topics t
    where ${fits(db, search, db`t`)} ${spaceId === undefined ? db`` : db`and t.space_id = ${spaceId}`}
      and ${olderTopics(db, after)}
    union all
    select r.created_at, r.topic_id, r.number, r.id from replies r
      ${spaceId === undefined ? db`` : db`join topics t on t.id = r.topic_id and t.space_id = ${spaceId}`}
    where ${fits(db, search, db`r`)} and ${olderReplies(db, after)}`
}

/** Whether sorting all is less work than reading the newest posts until a page is full. */
async function isCheap(db: Database, search: Search): Promise<boolean> {
  const [row] = await db<Record<string, unknown>[]>`explain (format json) ${allMatches(db, search)}`
  const plans = Object.values(row ?? {})[0] as [{ Plan: { 'Total Cost': number; 'Plan Rows': number } }]
  const { 'Total Cost': cost, 'Plan Rows': matches } = plans[0].Plan
  if (cost >= cheap) return false
  if (matches <= few) return true
  const [replies] = await db<{ about: number }[]>`
    select reltuples as about from pg_class where oid = 'replies'::regclass`
  return (matches * spans[0]) / (replies?.about ?? 0) < search.limit
}

async function sortAll(db: Database, search: Search): Promise<FoundPost[]> {
  const { reader, limit } = search
  return db<FoundPost[]>`
    with matches as materialized (${allMatches(db, search)})
    select found.* from (select * from matches order by created_at desc, topic_id desc, number desc) n
    cross join lateral (
      select ${columnsOfTopicPost(db)}
      from ${topicsFor(db, reader, db`n.reply_id is null and t.id = n.topic_id ${inView(db, search)}`)}
      union all
      select ${columnsOfReply(db)} from ${repliesFor(db, reader, db`r.id = n.reply_id ${inView(db, search)}`)}
    ) found order by n.created_at desc, n.topic_id desc, n.number desc limit ${limit}`
}

/** Days are looked for only among those who show them; a space by what the topic is in now. */
function inView(db: Database, { spaceId, days }: Search) {
  return db`${days ? db`and m.shows_day` : db``} ${spaceId === undefined ? db`` : db`and t.space_id = ${spaceId}`}`
}

/** The moment that so many replies lie between it and this one; undefined: there are not so many. */
async function momentBack(
  db: Database,
  from: Temporal.Instant | undefined,
  span: number,
): Promise<Temporal.Instant | undefined> {
  const [row] = await db<{ createdAt: Temporal.Instant }[]>`
    select created_at from replies ${from ? db`where created_at <= ${from}` : db``}
    order by created_at desc offset ${span} limit 1`
  return row?.createdAt
}

/** Reads back to the floor and no further. `offset 0` keeps the planner from a plan of its own. */
async function walk(db: Database, search: Search, floor: Temporal.Instant | undefined): Promise<FoundPost[]> {
  const { reader, after, limit } = search
  const since = floor ?? Temporal.Instant.fromEpochMilliseconds(0)
  return db<FoundPost[]>`
    select * from (
      (select ${columnsOfTopicPost(db)} from (
          select * from topics t where created_at > ${since} and ${olderTopics(db, after)}
          order by created_at desc, id desc offset 0
        ) t join spaces s on s.id = t.space_id left join members m on m.id = t.author_id
        where ${fits(db, search, db`t`)} and ${readableBy(db, reader)} ${inView(db, search)}
        order by t.created_at desc, t.id desc limit ${limit})
      union all
      (select ${columnsOfReply(db)} from (
          select * from replies r where created_at > ${since} and ${olderReplies(db, after)}
          order by created_at desc, topic_id desc, number desc offset 0
        ) r join topics t on t.id = r.topic_id join spaces s on s.id = t.space_id
        left join members m on m.id = r.author_id
        where ${fits(db, search, db`r`)} and t.held_at is null and ${readableBy(db, reader)} ${inView(db, search)}
        order by r.created_at desc, r.topic_id desc, r.number desc limit ${limit})
    ) found order by created_at desc, topic_id desc, number desc limit ${limit}`
}

/** The member of this name, however it is spelt. */
export async function findAuthor(db: Database, handle: string): Promise<string | undefined> {
  const [author] = await db<{ id: string }[]>`
    select id from members where handle_key = any(${[...handleKeys(handle), handle.toLowerCase()]}) limit 1`
  return author?.id
}
