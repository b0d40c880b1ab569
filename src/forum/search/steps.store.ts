/** How a search for words goes back in time, as text: a statement put together of pieces each time is slow to write. */

/** One more than a page has, so that it is known whether there are others. */
export const mostFound = 21

export interface Reach {
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
export const usualReach: Reach = { nearest: 300, common: 15, near: 16_000, fetched: 8_000, far: 40_000 }

export const newest = 'created_at desc, topic_id desc, number desc'
/** Days are looked for only among those who show them. */
export const showsDay = 'exists (select from members m where m.id = p.author_id and m.shows_day)'

interface Narrowed {
  bySpace: boolean
  byDays: boolean
}

const before = new Map<string, string>()

/**
 * From `edge` to `looked` of the statement in `search.store.ts`, which has named what is asked for and the nearest posts.
 * The same for all who ask in the same way.
 */
export function stepsOf(reach: Reach, narrowed: Narrowed): string {
  const key = JSON.stringify([reach, narrowed])
  const steps = before.get(key) ?? putTogether(reach, narrowed)
  before.set(key, steps)
  return steps
}

function putTogether(reach: Reach, { bySpace, byDays }: Narrowed): string {
  const fits = `p.space_id not in (select id from hidden)
    ${bySpace ? 'and p.space_id = (select space_id from asked)' : ''}
    ${byDays ? `and p.author_day between (select from_day from asked) and (select to_day from asked) and ${showsDay}` : ''}`
  const hasWords = 'ts_match_vq(words, (select whole from asked))'
  const columns = 'post, topic_id, number, space_id, author_id, author_day, created_at'
  // A step that has nothing to do costs nothing: its `where` is decided before anything is read.
  const from = (floor: string, below: string) => `
    select ${columns}, ${hasWords} and ${fits} as fits from post_words p
    where p.words @@ (select rare from asked) and ${below} and ${floor}`
  const isOpen = (steps: string) => `(select count(*) from (${steps}) found where fits) < ${mostFound}`
  const belowNear = 'timestamptz_lt(p.created_at, (select floor from near))'
  const belowFar = 'timestamptz_lt(p.created_at, (select floor from far))'
  const first = 'select fits from by_nearest union all select fits from by_near'
  return `
    edge as materialized (
      select created_at, topic_id, number, (select max(post) from nearest) as post
      from nearest order by ${newest} offset ${reach.nearest - 1}),
    by_nearest as materialized (
      select ${columns}, true as fits from nearest p where ${hasWords} and ${fits}),
    near as materialized (
      select posts, ${timeBack('posts')} as floor
      from (select least(${reach.near}, 80 * ${reach.nearest} / (select 1 + count(*) from by_nearest)) as posts) few
      where exists (select from edge) and ${isOpen('select fits from by_nearest')}),
    by_near as materialized (
      ${from(
        'p.created_at >= (select floor from near)',
        `not ((p.created_at, p.topic_id, p.number) >=
          ((select created_at from edge), (select topic_id from edge), (select number from edge)))`,
      )} and exists (select from near)),
    budget as materialized (
      select posts * (${reach.fetched} / (select 1 + count(*) from by_near)) as posts from near),
    far as materialized (
      select least(near_floor, ${timeBack('posts')}) as floor
      from (select floor as near_floor,
          least((select posts from budget), posts * 80 / (select 1 + count(*) from by_near where fits)) as posts
        from near where floor > '-infinity' and ${isOpen(first)}) few),
    by_far as materialized (
      ${from('p.created_at >= (select floor from far)', belowNear)} and (select floor > '-infinity' from far)),
    farthest as materialized (
      select least(floor, ${timeBack(`greatest(${reach.far}, (select posts from budget))`)}) as floor
      from far where floor > '-infinity' and ${isOpen(`${first} union all select fits from by_far`)}
      union all select floor from far where floor = '-infinity'),
    by_farthest as (
      ${from('p.created_at > (select floor from farthest)', belowFar)} and (select floor > '-infinity' from farthest)
      union all
      ${from(
        "exists (select from farthest where floor = '-infinity')",
        `case when (select floor > '-infinity' from far) then ${belowFar} else ${belowNear} end`,
      )}),
    matches as (
      select * from by_nearest union all select * from by_near where fits
      union all select * from by_far where fits union all select * from by_farthest where fits),
    looked as (
      select floor as at, 999999999999999999 as topic_id, 0 as number from farthest where floor > '-infinity')`
}

/** The moment that about so many posts lie between it and the nearest ones. Replies are numbered as they come. */
function timeBack(posts: string): string {
  return `case when (select post - ${posts} from edge) > 0 then (
    select created_at from post_words where post >= (select post - ${posts} from edge) order by post limit 1)
    else '-infinity' end`
}
