import { handleKeys } from '../../account/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { columnsOfPost, type Part } from '../found/found.store.ts'
import type { FoundPost, PostMark } from '../found/found.ts'
import { type Readership, readableAs } from '../spaces/readable.store.ts'
import { knownOf } from './words.store.ts'

export interface Search {
  /** For `to_tsquery`, each of them to stand in the post; none: every post that the filters leave. */
  queries: string[]
  /**
   * The words in them, or how they begin: all of them stand in the post, or with `anyWillDo` one of them. Where few posts
   * have them, these are looked up at once.
   */
  named?: string[]
  anyWillDo?: boolean
  spaceId: string | undefined
  authorId: string | undefined
  /** Days since the last dose on which it was written, of those who show theirs. */
  days: { from: number; to: number } | undefined
  readers: Readership
  after: PostMark | undefined
  /** Words of which it is said which ones some post has, where nothing was found. */
  doubted?: readonly string[]
  /** How far it looks in each of its steps, where that is not as usual. */
  reach?: Reach
}

export interface Found {
  posts: FoundPost[]
  /** Looked at so far back, and no further yet. */
  lookedBackTo?: PostMark
  /** Those of the doubted words that stand somewhere; only where nothing was found. */
  known?: string[]
}

/** One more than a page has, so that it is known whether there are others. */
export const mostFound = 11

interface Reach {
  /** What the list of words says is in no more posts than these is looked for in all of them at once. */
  few: number
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
const usualReach: Reach = { few: 60, nearest: 300, common: 15, near: 16_000, fetched: 8_000, far: 40_000 }

type Row = { [Name in keyof FoundPost]: FoundPost[Name] | null } & {
  lookedAt: Temporal.Instant | null
  lookedTopic: string
  lookedNumber: number
  known: string[] | null
}

/** Posts with these words, newest first. Where it did not look at everything, it says how far back it was. */
export async function searchPosts(db: Database, search: Search): Promise<Found> {
  const hasWords = search.queries.length > 0 && search.authorId === undefined
  const rows = await db<Row[]>`
    select found.*, asked.looked_at, asked.looked_topic, asked.looked_number,
      case when asked.posts = '{}' then ${knownOf(db, search.doubted ?? [])} end as known
    from (${hasWords ? byWords(db, search) : oneByOne(db, search)}) asked
    left join lateral (
      select ${columnsOfPost(db)} from unnest(asked.posts) page (post) join post_words p on p.post = page.post
      join topics t on t.id = p.topic_id and t.space_id = p.space_id
      join spaces s on s.id = t.space_id left join replies r on r.id = p.post
      left join members m on m.id = p.author_id
      where t.held_at is null and r.held_at is null
        and case when p.post < 0 then t.removed_at is null else r.id is not null and r.removed_at is null end
    ) found on true
    order by found.created_at desc, found.topic_id desc, found.number desc`
  const posts = rows.filter((row): row is Row & FoundPost => row.topicId !== null)
  const [first] = rows
  const known = first?.known && { known: first.known }
  if (!first?.lookedAt) return { posts, ...known }
  return {
    posts,
    ...known,
    lookedBackTo: { at: first.lookedAt, topicId: first.lookedTopic, number: first.lookedNumber },
  }
}

/** Step by step back in time: see `posts_with_words` in the schema. */
function byWords(db: Database, search: Search) {
  const { queries, named = [], anyWillDo = false, spaceId = null, days, after, reach = usualReach } = search
  const { few, nearest, common, near, fetched, far } = reach
  return db`
    select posts, looked_at, 0::bigint as looked_topic, 0 as looked_number from posts_with_words(
      ${queries}, ${named}, ${anyWillDo}, array(select id from spaces s where not ${readableAs(db, search.readers)}), ${spaceId},
      ${days?.from ?? null}, ${days?.to ?? null}, ${after?.at ?? 'infinity'}, ${after?.topicId ?? 0}, ${after?.number ?? 0},
      ${mostFound}, ${few}, ${nearest}, ${common}, ${near}, ${fetched}, ${far})`
}

/** By one author, or on certain days: whether they have the words is seen where they lie. */
function oneByOne(db: Database, search: Search) {
  const { authorId, queries } = search
  const { far } = search.reach ?? usualReach
  const whole = queries.join(' & ')
  const all = db`from post_words p where ${before(db, search)}
    ${authorId === undefined ? db`` : db`and p.author_id = ${authorId}`}
    order by created_at desc, topic_id desc, number desc`
  return db`
    with matches as materialized (
      select * from (select * ${all} limit ${plain(db, far)}) p
      where p.space_id not in (select s.id from spaces s where not ${readableAs(db, search.readers)}) and ${fits(db, search)}
        ${whole === '' ? db`` : db`and ts_match_vq(words, ${whole}::tsquery)`}
      limit ${plain(db, mostFound)}),
    looked as (
      select created_at, topic_id, number from (
        select created_at, topic_id, number ${all} offset ${plain(db, far - 1)} limit 1) p
      where (select count(*) from matches) < ${plain(db, mostFound)})
    select array(select post from matches) as posts, looked.created_at as looked_at, looked.topic_id as looked_topic,
      looked.number as looked_number
    from (select) one left join looked on true`
}

/** What is no value: PostgreSQL would plan anew each time for a number of rows that comes with the others. */
function plain(db: Database, rows: number): Part {
  return db.unsafe(String(rows)) as unknown as Part
}

function before(db: Database, { after }: Search) {
  return after
    ? db`(p.created_at, p.topic_id, p.number) < (${after.at}, ${after.topicId}, ${after.number})`
    : db`true`
}

/** Whether it is what was asked for. Days are looked for only among those who show them. */
function fits(db: Database, { spaceId, days }: Search) {
  return db`${spaceId === undefined ? db`true` : db`p.space_id = ${spaceId}`}
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
