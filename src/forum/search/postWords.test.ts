import fc from 'fast-check'
import { expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { collapsePost, holdPost, releasePost } from '../keepers/handling.store.ts'
import { mergeTopics, moveTopic, splitTopic } from '../keeping/keeping.store.ts'
import { forgetAuthor } from '../members.store.ts'
import { changeWords } from '../posts/editing.store.ts'
import { removeReply, removeTopic } from '../writing.store.ts'

/** Of what may be found and what is there to be found, whatever stands in only one of them. */
async function astray(site: Site): Promise<unknown[]> {
  return [
    ...(await site.db`
      with may as (
        select -id as post, id as topic_id, 0 as number, space_id, author_id, author_day, created_at,
          words_in_post(title || ' ' || own_words(body_markdown)) as words
        from topics where removed_at is null and held_at is null
        union all
        select r.id, r.topic_id, r.number, t.space_id, r.author_id, r.author_day, r.created_at,
          words_in_post(own_words(r.body_markdown))
        from replies r join topics t on t.id = r.topic_id
        where r.removed_at is null and r.held_at is null and t.held_at is null
      )
      (select 'missing' as is, * from (select * from may except select * from post_words) one)
      union all (select 'left behind', * from (select * from post_words except select * from may) other)`),
  ]
}

type Db = Site['db']

interface Forum {
  db: Db
  now: Temporal.Instant
  people: TestMember[]
  spaces: string[]
  topics: string[]
  replies: { id: string; topicId: string }[]
}

async function look(site: Site, people: TestMember[]): Promise<Forum> {
  const { db } = site
  const spaces = await db<{ id: string }[]>`select id from spaces where group_id is null order by id`
  const topics = await db<{ id: string }[]>`select id from topics where merged_into is null order by id`
  const replies = await db<{ id: string; topicId: string }[]>`select id, topic_id from replies order by id`
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  return { db, now: site.now(), people, spaces: ids(spaces), topics: ids(topics), replies: [...replies] }
}

const pick = <T>(from: readonly T[], by: number): T => {
  const one = from[by % from.length]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}

const written = (by: number) => ({ markdown: `Said ${by} anew`, html: `<p>Said ${by} anew</p>` })
const refOf = ({ topics, replies }: Forum, by: number) =>
  by % 3 === 0
    ? { topicId: pick(topics, by), replyId: null }
    : { topicId: pick(replies, by).topicId, replyId: pick(replies, by).id }

/** All that can happen to a post after it was written. */
const happenings: Record<string, (forum: Forum, by: number) => Promise<unknown>> = {
  edit: ({ db, ...forum }, by) =>
    changeWords(
      db,
      refOf({ db, ...forum }, by),
      { ...written(by), title: 'Other', notes: [], helps: [] },
      '',
      forum.now,
    ),
  removeReply: (forum, by) => {
    const { id, topicId } = pick(forum.replies, by)
    return removeReply(forum.db, topicId, id, forum.now, { byModerator: by % 2 === 0 })
  },
  removeTopic: ({ db, topics, now }, by) => removeTopic(db, pick(topics, by), now),
  hold: (forum, by) => holdPost(asTransaction(forum.db), refOf(forum, by), forum.now),
  release: (forum, by) => releasePost(asTransaction(forum.db), refOf(forum, by), forum.now),
  fold: (forum, by) => collapsePost(asTransaction(forum.db), refOf(forum, by), true, forum.now),
  move: ({ db, topics, spaces, people, now }, by) => {
    const space = { id: pick(spaces, by + 1), groupId: null }
    return moveTopic(db, pick(topics, by), space, pick(people, by).id, now)
  },
  merge: ({ db, topics, people, now }, by) =>
    mergeTopics(db, pick(topics, by), pick(topics, by + 1), pick(people, by).id, now),
  split: ({ db, replies, people, now }, by) => {
    const { id, topicId } = pick(replies, by)
    const topic = { ...written(by), title: 'Split off', authorId: pick(people, by).id }
    return splitTopic(db, topicId, [id], topic, now)
  },
  leave: ({ db, people }, by) => forgetAuthor(asTransaction(db), pick(people, by).id, 'a former member'),
  deleteReply: ({ db, replies }, by) => db`delete from replies where id = ${pick(replies, by).id}`,
  deleteTopic: ({ db, topics }, by) => db`delete from topics where id = ${pick(topics, by)}`,
}

type Tx = Parameters<typeof holdPost>[0]
/** The test itself is one transaction; what it would announce reaches nobody. */
const asTransaction = (db: Db): Tx =>
  Object.assign(db, { announce: () => {}, changed: () => {}, alongside: () => {} }) as Tx

test('the words of a post follow whatever happens to it', async ({ site }) => {
  const people = await Promise.all(['wren', 'okapi', 'newt'].map((handle) => site.member(handle)))
  for (let i = 0; i < 6; i++) {
    const topic = await postTopic(site, pick(people, i), { title: `Topic ${i}`, body: `Word${i} twice` })
    for (let n = 0; n < 5; n++)
      await site.db`insert into replies (topic_id, number, author_id, author_day, body_markdown, body_html, once, created_at)
        values (${topic.split('/').at(-1) ?? ''}, ${n + 1}, ${pick(people, n).id}, ${n}, ${`Reply ${n} of ${i}`}, '<p>x</p>',
          ${newOnce()}, ${site.now()})`
    await site.db`update topics set reply_count = 5 where id = ${topic.split('/').at(-1) ?? ''}`
  }
  expect(await astray(site)).toEqual([])
  const steps = fc.sample(fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat({ max: 1000 })), 150)
  let happened = 0
  for (const [name, by] of steps) {
    const forum = await look(site, people)
    if (forum.topics.length < 2 || forum.replies.length < 2) break
    await happenings[name]?.(forum, by)
    expect(await astray(site), `${name} ${by}`).toEqual([])
    happened++
  }
  expect(happened).toBeGreaterThan(60)
})

test('a topic that is moved into a space of members is found by members only', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = await postTopic(site, wren, { space: 'open', body: 'An albatross.' })
  await postReply(site, wren, topic, 'My albatross too.')
  await site.db`update spaces set readers = 'members' where slug = 'sleep'`
  const found = (page: string) => page.match(/<mark>albatross<\/mark>/g)?.length ?? 0
  expect(found(await read(site, '/forum/search?q=albatross'))).toBe(2)
  await site.post(`${topic}/move`, { space: 'sleep' }, { as: keeper })
  expect(found(await read(site, '/forum/search?q=albatross'))).toBe(0)
  expect(found(await read(site, '/forum/search?q=albatross', wren))).toBe(2)
})

test('replies to a topic that is held back are found again when it is let in', async ({ site }) => {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren, { body: 'An albatross.' })
  await postReply(site, wren, topic, 'My albatross too.')
  const topicId = topic.split('/').at(-1) ?? ''
  await holdPost(asTransaction(site.db), { topicId, replyId: null }, site.now())
  expect(await read(site, '/forum/search?q=albatross')).toContain('Nothing was found for')
  await releasePost(asTransaction(site.db), { topicId, replyId: null }, site.now())
  // In other letters: what was kept of the first search has not heard of a change past the site.
  expect(await read(site, '/forum/search?q=Albatross')).toContain('<mark>albatross</mark>')
})
