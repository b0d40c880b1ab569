import { handleKeys } from '../../account/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { columnsOfPost, type Part } from '../found/found.store.ts'
import type { FoundPost, PostMark } from '../found/found.ts'
import { type Readership, readableAs } from '../spaces/readable.store.ts'
import { mostFound, newest, type Reach, showsDay, stepsOf, usualReach } from './steps.store.ts'

export interface Search {
  /** For `to_tsquery`, each of them to stand in the post; none: every post that the filters leave. */
  queries: string[]
  spaceId: string | undefined
  authorId: string | undefined
  /** Days since the last dose on which it was written, of those who show theirs. */
  days: { from: number; to: number } | undefined
  readers: Readership
  after: PostMark | undefined
  /** How far it looks in each of its steps, where that is not as usual. */
  reach?: Reach
}

export interface Found {
  posts: FoundPost[]
  /** Looked at so far back, and no further yet. */
  lookedBackTo?: PostMark
}

type Row = { [Name in keyof FoundPost]: FoundPost[Name] | null } & {
  lookedAt: Temporal.Instant | null
  lookedTopic: string
  lookedNumber: number
}

/**
 * Posts with these words, newest first, in one statement: what it asks of the index depends on what the nearest posts
 * say. Where it did not look at everything, it says how far back it was.
 */
export async function searchPosts(db: Database, search: Search): Promise<Found> {
  const hasWords = search.queries.length > 0 && search.authorId === undefined
  const rows = await db<Row[]>`
    with hidden as materialized (select s.id from spaces s where not ${readableAs(db, search.readers)}),
    ${hasWords ? byWords(db, search) : oneByOne(db, search)},
    page as materialized (
      select * from matches order by created_at desc, topic_id desc, number desc limit ${plain(db, mostFound)})
    select found.*, looked.at as looked_at, looked.topic_id as looked_topic, looked.number as looked_number
    from (select (select count(*) from page) < ${plain(db, mostFound)} as is_last) page_is
    left join looked on page_is.is_last
    left join lateral (
      select ${columnsOfPost(db)} from page p join topics t on t.id = p.topic_id and t.space_id = p.space_id
      join spaces s on s.id = t.space_id left join replies r on r.id = p.post
      left join members m on m.id = p.author_id
      where t.held_at is null and r.held_at is null
        and case when p.post < 0 then t.removed_at is null else r.id is not null and r.removed_at is null end
    ) found on true
    order by found.created_at desc, found.topic_id desc, found.number desc`
  const posts = rows.filter((row): row is Row & FoundPost => row.topicId !== null)
  const [first] = rows
  if (!first?.lookedAt) return { posts }
  return {
    posts,
    lookedBackTo: { at: first.lookedAt, topicId: first.lookedTopic, number: first.lookedNumber },
  }
}

/**
 * The nearest posts are read, all of them. If that fills no page, the index says which of the posts before have the
 * words that are not common: first of the near ones, then so far back as these let hope for a page, then of all; or of
 * as many as may be fetched. Posts lie in the order of their age, so that of a word's posts only those of that age are
 * fetched. Words are given to the index where nobody sees them while the statement is planned: it would otherwise plan
 * anew for each word, and worse. What must not lead to another index is written as no index can answer it.
 */
function byWords(db: Database, search: Search) {
  const { spaceId, days, reach = usualReach } = search
  const whole = search.queries.join(' & ')
  const steps = stepsOf(reach, { bySpace: spaceId !== undefined, byDays: days !== undefined })
  return db`
    nearest as materialized (
      select * from post_words p where ${before(db, search)} order by ${plain(db, newest)} limit ${plain(db, reach.nearest)}),
    asked as materialized (
      select coalesce((
        select string_agg(part, ' & ') from unnest(${search.queries}::text[]) part
        where (select count(*) from nearest where ts_match_vq(words, part::tsquery)) < ${plain(db, reach.common)}),
        ${whole})::tsquery as rare, ${whole}::tsquery as whole, ${spaceId ?? null}::bigint as space_id,
        ${days?.from ?? null}::int as from_day, ${days?.to ?? null}::int as to_day),
    ${plain(db, steps)}`
}

/** What is no value: PostgreSQL would plan anew each time for a number of rows that comes with the others. */
function plain(db: Database, text: string | number): Part {
  return db.unsafe(String(text)) as unknown as Part
}

/** By one author, or on certain days: whether they have the words is seen where they lie. */
function oneByOne(db: Database, search: Search) {
  const { authorId, queries } = search
  const { far } = search.reach ?? usualReach
  const whole = queries.join(' & ')
  const all = db`from post_words p where ${before(db, search)}
    ${authorId === undefined ? db`` : db`and p.author_id = ${authorId}`} order by ${plain(db, newest)}`
  return db`
    matches as materialized (
      select * from (select * ${all} limit ${plain(db, far)}) p
      where ${fits(db, search)} ${whole === '' ? db`` : db`and ts_match_vq(words, ${whole}::tsquery)`}
      limit ${plain(db, mostFound)}),
    looked as (
      select created_at as at, topic_id, number from (
        select created_at, topic_id, number ${all} offset ${plain(db, far - 1)} limit 1) p
      where (select count(*) from matches) < ${plain(db, mostFound)})`
}

function before(db: Database, { after }: Search) {
  return after
    ? db`(p.created_at, p.topic_id, p.number) < (${after.at}, ${after.topicId}, ${after.number})`
    : db`true`
}

/** Whether this reader may see it, and it is what was asked for. Days are looked for only among those who show them. */
function fits(db: Database, { spaceId, days }: Search) {
  return db`p.space_id not in (select id from hidden)
    ${spaceId === undefined ? db`` : db`and p.space_id = ${spaceId}`}
    ${
      days
        ? db`and p.author_day between ${days.from} and ${days.to}
            and ${plain(db, showsDay)}`
        : db``
    }`
}

/** The member of this name, however it is spelt. */
export async function findAuthor(db: Database, handle: string): Promise<string | undefined> {
  const [author] = await db<{ id: string }[]>`
    select id from members where handle_key = any(${[...handleKeys(handle), handle.toLowerCase()]}) limit 1`
  return author?.id
}
