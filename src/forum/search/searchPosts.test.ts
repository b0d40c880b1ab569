import fc from 'fast-check'
import { expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import type { FoundPost, PostMark } from '../found/found.ts'
import type { Writer } from '../rules.ts'
import { readableBy, readershipOf } from '../spaces/readable.store.ts'
import { termsOf, tsqueriesOf } from './query.rules.ts'
import { mostFound, type Search, searchPosts } from './search.store.ts'
import { learnWords } from './words.store.ts'

const posts = 4_000

/** Words that every post has, that some have, that only the newest or only the oldest have, and that hardly ever meet. */
async function fill(site: Site, authors: string[]): Promise<void> {
  await site.db`update spaces set readers = 'members' where slug = 'sleep'`
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind, summary) values ('owls', 'Owls', 'twelve_step', '') returning id`
  await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  await site.db`insert into group_members (group_id, member_id, role, joined_at)
    values (${group?.id ?? ''}, ${authors[0] ?? ''}, 'member', ${site.now()})`
  await site.db`
    with place as (select array_agg(id order by id) as ids from spaces),
    made as (
      insert into topics (space_id, author_id, title, body_markdown, body_html, once, last_post_at, created_at, held_at)
      select ids[1 + n % cardinality(ids)], (${authors}::bigint[])[1 + n % 3], 'Topic', 'ever begun' || n, '',
        gen_random_uuid(), at, at, case when n % 11 = 5 then at end
      from place, generate_series(1, 40) n, lateral (select ${site.now()}::timestamptz - n * interval '1 day' as at) t
      returning id)
    insert into replies (topic_id, number, author_id, author_day, body_markdown, body_html, once, created_at, removed_at,
      held_at)
    select ids[1 + n * 7 % 40], n, (${authors}::bigint[])[1 + n % 3], n % 50,
      'ever ' || concat_ws(' ', case when n % 40 = 3 then 'seldom' end, case when n < 300 and n % 14 = 0 then 'lately' end,
        case when n > 2000 and n % 9 = 0 then 'lately' end, case when n > 3900 then 'once' end,
        case when n % 2 = 0 then 'even' else 'odd' end, case when n % 397 = 0 then 'odd even' end,
        case when n % 160 = 3 then 'seldomer' end),
      '', gen_random_uuid(), ${site.now()}::timestamptz - (n / 3) * interval '1 minute',
      case when n % 17 = 0 then now() end, case when n % 19 = 0 then now() end
    from (select array_agg(id) as ids from made) made, generate_series(1, ${posts}) n order by n desc`
}

/** A search, and whose. */
type Asked = Omit<Search, 'readers'> & { reader: Writer | undefined }

/** The same by looking at every post there is. */
async function plainly(site: Site, search: Asked): Promise<string[]> {
  const { queries, spaceId, authorId, days, reader } = search
  const whole = queries.join(' & ')
  const rows = await site.db<{ post: string }[]>`
    select p.topic_id || ' ' || p.number as post from (
      select id as topic_id, 0 as number, author_id, author_day, created_at, title || ' ' || body_markdown as said,
        removed_at is null and held_at is null as is_there from topics
      union all
      select r.topic_id, r.number, r.author_id, r.author_day, r.created_at, r.body_markdown,
        r.removed_at is null and r.held_at is null and t.held_at is null
      from replies r join topics t on t.id = r.topic_id
    ) p join topics t on t.id = p.topic_id join spaces s on s.id = t.space_id left join members m on m.id = p.author_id
    where p.is_there and ${readableBy(site.db, reader)}
      ${whole === '' ? site.db`` : site.db`and words_in_post(p.said) @@ ${whole}::tsquery`}
      ${spaceId ? site.db`and t.space_id = ${spaceId}` : site.db``}
      ${authorId ? site.db`and p.author_id = ${authorId}` : site.db``}
      ${days ? site.db`and m.shows_day and p.author_day between ${days.from} and ${days.to}` : site.db``}
    order by p.created_at desc, p.topic_id desc, p.number desc`
  return rows.map(({ post }) => post)
}

/** All pages, one after the other. */
async function searched(site: Site, { reader, ...search }: Asked): Promise<string[]> {
  const readers = await readershipOf(site.db, reader)
  const found: FoundPost[] = []
  let after: PostMark | undefined
  for (let page = 0; page < 400; page++) {
    const { posts: some, lookedBackTo } = await searchPosts(site.db, { ...search, readers, after })
    const shown = some.length === mostFound ? some.slice(0, -1) : some
    found.push(...shown)
    const last = shown.at(-1)
    if (some.length < mostFound && !lookedBackTo) break
    after = lookedBackTo ?? (last && { at: last.createdAt, topicId: last.topicId, number: last.number })
  }
  return found.map(({ topicId, number }) => `${topicId} ${number}`)
}

test('what is found is what a look at every post finds, in the same order', { timeout: 60_000 }, async ({
  site,
}) => {
  const people = [
    await site.member('wren', { showsDay: true }),
    await site.member('okapi', { showsDay: true }),
    await site.member('newt'),
  ]
  const keeper = await site.member('keeper', { role: 'moderator' })
  await fill(
    site,
    people.map(({ id }) => id),
  )
  const spaces = (await site.db<{ id: string }[]>`select id from spaces order by id`).map(({ id }) => id)
  const readers: (Writer | undefined)[] = [
    undefined,
    ...people.map(({ id }) => ({ id, role: 'member' as const })),
    { id: keeper.id, role: 'moderator' },
  ]
  const search = fc.record({
    terms: fc
      .constantFrom(
        'seldom',
        'lately',
        'once',
        '"odd even"',
        'lately once',
        'seldom ever',
        'begun',
        '"ever seldom"',
        'none',
        'odd even',
      )
      .map(termsOf),
    spaceId: fc.option(fc.constantFrom(...spaces), { nil: undefined, freq: 3 }),
    authorId: fc.option(fc.constantFrom(...people.map(({ id }) => id)), { nil: undefined, freq: 3 }),
    days: fc.option(fc.constantFrom({ from: 3, to: 9 }, { from: 0, to: 9999 }), { nil: undefined, freq: 3 }),
    reader: fc.constantFrom(...readers),
    after: fc.constant(undefined),
    // With so many posts the steps of every day would reach all of them at once.
    reach: fc.constantFrom(
      { few: 400, nearest: 300, common: 15, near: 16_000, fetched: 8_000, far: 40_000 },
      { few: 0, nearest: 300, common: 15, near: 16_000, fetched: 8_000, far: 40_000 },
      { few: 0, nearest: 21, common: 2, near: 60, fetched: 200, far: 150 },
      { few: 50, nearest: 5, common: 1, near: 10, fetched: 4, far: 100 },
    ),
  })
  // What is in few posts is looked for another way, once the list of words knows it.
  while (await learnWords(site.db));
  for (const { terms, ...more } of fc.sample(search, 120)) {
    const one = { ...more, queries: tsqueriesOf(terms), named: terms.flatMap(({ words }) => words) }
    expect(await searched(site, one), JSON.stringify(one)).toEqual(await plainly(site, one))
    const any = { ...one, queries: [one.queries.join(' | ')], anyWillDo: true }
    expect(await searched(site, any), JSON.stringify(any)).toEqual(await plainly(site, any))
  }
  const byDay = {
    queries: [],
    spaceId: undefined,
    authorId: undefined,
    days: { from: 7, to: 8 },
    after: undefined,
  }
  for (const reader of readers)
    expect(await searched(site, { ...byDay, reader })).toEqual(await plainly(site, { ...byDay, reader }))
})

test('what many have is found where the posts lie, what few have in the index', async ({ site }) => {
  const people = [await site.member('wren'), await site.member('okapi'), await site.member('newt')]
  await fill(
    site,
    people.map(({ id }) => id),
  )
  while (await learnWords(site.db));
  // For so few posts it might read them all, and a plan made by another test would.
  await site.db`set local enable_seqscan = off`
  await site.db`discard plans`
  const readers = await readershipOf(site.db, undefined)
  const reach = { few: 60, nearest: 21, common: 2, near: 60, fetched: 1_000, far: 150 }
  /** How many posts a page found, and how often the index of words was asked for it. */
  const asked = async (typed: string) => {
    const terms = termsOf(typed)
    const count = async () =>
      (
        await site.db<{ scans: number }[]>`
          select pg_stat_get_xact_numscans('post_words_search'::regclass)::int as scans`
      )[0]?.scans ?? Number.NaN
    const before = await count()
    const { posts } = await searchPosts(site.db, {
      queries: tsqueriesOf(terms),
      named: terms.flatMap(({ words }) => words),
      spaceId: undefined,
      authorId: undefined,
      days: undefined,
      readers,
      after: undefined,
      reach,
    })
    return { found: posts.length, scans: (await count()) - before }
  }
  expect(await asked('even')).toEqual({ found: mostFound, scans: 0 })
  expect(await asked('seldomer ever')).toEqual({ found: mostFound, scans: 1 })
})
