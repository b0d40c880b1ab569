import { handleKeys } from '../../account/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { columnsOfPost, type Part } from '../found/found.store.ts'
import type { FoundPost, PostMark } from '../found/found.ts'
import { type Readership, readableAs } from '../spaces/readable.store.ts'

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

/** One more than a page has, so that it is known whether there are others. */
export const mostFound = 21

interface Reach {
  /** The newest posts are looked at one by one: a word that one in ten of them has fills a page from these. */
  nearest: number
  /** What so many of the nearest have is common: the index would name a good part of all posts for it. */
  common: number
  /** At most so far back the index is asked first; less far where the nearest had some of what is looked for. */
  near: number
  /** Posts fetched for one search: words that are each common but hardly ever meet would have no end. */
  fetched: number
  /** At least so far back everything is looked at; without words, or by one author, no farther at once. */
  far: number
}
const usual: Reach = { nearest: 300, common: 15, near: 16_000, fetched: 8_000, far: 40_000 }

const saidBefore = new WeakMap<Reach, ReturnType<typeof sizesOf>>()

function sizes(db: Database, { reach = usual }: Search) {
  const known = saidBefore.get(reach) ?? sizesOf(db, reach)
  saidBefore.set(reach, known)
  return known
}

/** Numbers stand in the statement itself: PostgreSQL would plan anew each time for some that come later. */
function sizesOf(db: Database, reach: Reach) {
  const say = (size: number) => db.unsafe(String(size)) as unknown as Part
  return {
    found: say(mostFound),
    nearest: say(reach.nearest),
    beforeNearest: say(reach.nearest - 1),
    common: say(reach.common),
    near: say(reach.near),
    fetched: say(reach.fetched),
    far: say(reach.far),
    beforeFar: say(reach.far - 1),
  }
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
  const size = sizes(db, search)
  const hasWords = search.queries.length > 0 && search.authorId === undefined
  const rows = await db<Row[]>`
    with hidden as materialized (select s.id from spaces s where not ${readableAs(db, search.readers)}),
    ${hasWords ? byWords(db, search) : oneByOne(db, search)},
    page as materialized (
      select * from matches order by created_at desc, topic_id desc, number desc limit ${size.found})
    select found.*, looked.at as looked_at, looked.topic_id as looked_topic, looked.number as looked_number
    from (select (select count(*) from page) < ${size.found} as is_last) page_is
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
  const size = sizes(db, search)
  const whole = search.queries.join(' & ')
  const hasWords = db`ts_match_vq(words, ${whole}::tsquery)`
  const columns = db`post, topic_id, number, space_id, author_id, author_day, created_at`
  // A step that has nothing to do costs nothing: its `where` is decided before anything is read.
  const from = (floor: Part, below: Part) => db`
    select ${columns}, ${hasWords} and ${fits(db, search)} as fits from post_words p
    where p.words @@ (select rare from asked) and ${below} and ${floor}`
  const isOpen = (steps: Part) => db`(select count(*) from (${steps}) found where fits) < ${size.found}`
  const belowNear = db`timestamptz_lt(p.created_at, (select floor from near))`
  const belowFar = db`timestamptz_lt(p.created_at, (select floor from far))`
  const first = db`select fits from by_nearest union all select fits from by_near`
  return db`
    nearest as materialized (
      select * from post_words p where ${before(db, search)} order by ${newest(db)} limit ${size.nearest}),
    edge as materialized (
      select created_at, topic_id, number, (select max(post) from nearest) as post
      from nearest order by ${newest(db)} offset ${size.beforeNearest}),
    asked as materialized (
      select coalesce((
        select string_agg(part, ' & ') from unnest(${search.queries}::text[]) part
        where (select count(*) from nearest where ts_match_vq(words, part::tsquery)) < ${size.common}),
        ${whole})::tsquery as rare),
    by_nearest as materialized (
      select ${columns}, true as fits from nearest p
      where ${hasWords} and ${fits(db, search)}),
    near as materialized (
      select posts, ${timeBack(db, db`posts`)} as floor
      from (select least(${size.near}, 80 * ${size.nearest} / (select 1 + count(*) from by_nearest)) as posts) few
      where exists (select from edge) and ${isOpen(db`select fits from by_nearest`)}),
    by_near as materialized (
      ${from(
        db`p.created_at >= (select floor from near)`,
        db`not ((p.created_at, p.topic_id, p.number) >=
          ((select created_at from edge), (select topic_id from edge), (select number from edge)))`,
      )} and exists (select from near)),
    budget as materialized (
      select posts * (${size.fetched} / (select 1 + count(*) from by_near)) as posts from near),
    far as materialized (
      select least(near_floor, ${timeBack(db, db`posts`)}) as floor
      from (select floor as near_floor,
          least((select posts from budget), posts * 80 / (select 1 + count(*) from by_near where fits)) as posts
        from near where floor > '-infinity' and ${isOpen(first)}) few),
    by_far as materialized (
      ${from(db`p.created_at >= (select floor from far)`, belowNear)} and (select floor > '-infinity' from far)),
    farthest as materialized (
      select least(floor, ${timeBack(db, db`greatest(${size.far}, (select posts from budget))`)}) as floor
      from far where floor > '-infinity' and ${isOpen(db`${first} union all select fits from by_far`)}
      union all select floor from far where floor = '-infinity'),
    by_farthest as (
      ${from(db`p.created_at > (select floor from farthest)`, belowFar)} and (select floor > '-infinity' from farthest)
      union all
      ${from(db`exists (select from farthest where floor = '-infinity')`, db`case when (select floor > '-infinity' from far) then ${belowFar} else ${belowNear} end`)}),
    matches as (
      select * from by_nearest union all select * from by_near where fits
      union all select * from by_far where fits union all select * from by_farthest where fits),
    looked as (
      select floor as at, 999999999999999999 as topic_id, 0 as number from farthest where floor > '-infinity')`
}

/** The moment that about so many posts lie between it and the nearest ones. Replies are numbered as they come. */
function timeBack(db: Database, posts: Part) {
  return db`case when (select post - ${posts} from edge) > 0 then (
    select created_at from post_words where post >= (select post - ${posts} from edge) order by post limit 1)
    else '-infinity' end`
}

/** By one author, or on certain days: whether they have the words is seen where they lie. */
function oneByOne(db: Database, search: Search) {
  const { authorId, queries } = search
  const size = sizes(db, search)
  const whole = queries.join(' & ')
  const all = db`from post_words p where ${before(db, search)}
    ${authorId === undefined ? db`` : db`and p.author_id = ${authorId}`} order by ${newest(db)}`
  return db`
    matches as materialized (
      select * from (select * ${all} limit ${size.far}) p
      where ${fits(db, search)} ${whole === '' ? db`` : db`and ts_match_vq(words, ${whole}::tsquery)`}
      limit ${size.found}),
    looked as (
      select created_at as at, topic_id, number from (
        select created_at, topic_id, number ${all} offset ${size.beforeFar} limit 1) p
      where (select count(*) from matches) < ${size.found})`
}

function newest(db: Database) {
  return db`created_at desc, topic_id desc, number desc`
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
            and exists (select from members m where m.id = p.author_id and m.shows_day)`
        : db``
    }`
}

/** The member of this name, however it is spelt. */
export async function findAuthor(db: Database, handle: string): Promise<string | undefined> {
  const [author] = await db<{ id: string }[]>`
    select id from members where handle_key = any(${[...handleKeys(handle), handle.toLowerCase()]}) limit 1`
  return author?.id
}
