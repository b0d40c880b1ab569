import { expect } from 'vitest'
import { newOnce, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

async function decided(site: Site, kind: string) {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = await postTopic(site, wren)
  const words = { category: 'shaming', words: 'It hurt me.' }
  await site.post(`/moderation/report?topic=${topic.split('/').at(-1)}`, words, { as: finch })
  const decision = { kind, category: 'shaming', reason: 'A taper is no weakness.' }
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  expect((await site.post(path, decision, { as: keeper })).status).toBe(303)
  return { wren, finch, keeper, topic }
}

async function leave(site: Site, as: TestMember): Promise<void> {
  const secret = { passphrase: 'lantern cedar morning thimble' }
  expect((await site.post('/account/delete', secret, { as })).status).toBe(303)
}

const count = async (site: Site, table: string) => (await site.db`select from ${site.db(table)}`).length

test('what was decided about a member, and their appeal, go with them; the log stays whole', async ({
  site,
}) => {
  const { wren } = await decided(site, 'note')
  const page = `/moderation/decisions/${await lastId(site, 'measures')}`
  await site.post(`${page}/appeal`, { words: 'I spoke of my own.' }, { as: wren })
  expect([await count(site, 'measures'), await count(site, 'appeals')]).toEqual([1, 1])
  await leave(site, wren)
  expect([await count(site, 'measures'), await count(site, 'appeals')]).toEqual([0, 0])
  expect(await site.db`select author_id from moderation_cases`).toEqual([{ authorId: null }])
  expect(await read(site, '/moderation/log')).toContain('A word to the author')
})

test('what a member said of others stays, without their words and without them', async ({ site }) => {
  const { finch } = await decided(site, 'note')
  await leave(site, finch)
  expect([...(await site.db`select reporter_id, category, words from reports`)]).toEqual([
    { reporterId: null, category: 'shaming', words: '' },
  ])
})

test('a moderator who leaves takes their shifts and their letter along; what they decided holds', async ({
  site,
}) => {
  const { wren, keeper } = await decided(site, 'suspend')
  await site.post('/moderation/rota', { date: '2026-11-22', time: '11:00', hours: '4' }, { as: keeper })
  await leave(site, keeper)
  expect([await count(site, 'duties'), await count(site, 'keeper_letters')]).toEqual([0, 0])
  const words = { title: 'Again', body: 'Words.', once: newOnce() }
  expect((await site.post('/forum/new', words, { as: wren })).status).toBe(403)
})

test('what is out of sight goes altogether when its author leaves, and waits in no queue', async ({
  site,
}) => {
  const { wren, finch, keeper, topic } = await decided(site, 'hold')
  // One that was never let in, one that somebody answered before it was taken out of sight.
  await site.db`update members set proved_work = false, vouched_at = null where id = ${wren.id}`
  await site.db`update topics set created_at = '2026-11-01T12:00:00Z'`
  const other = await postTopic(site, finch, { title: 'Still there' })
  await site.post(`${other}/replies`, { body: 'My second words.', once: newOnce() }, { as: wren })
  await site.db`
    insert into topics (space_id, author_id, title, body_markdown, body_html, once, last_post_at, created_at, held_at, reply_count)
    select space_id, author_id, 'Answered', 'My third words.', '', gen_random_uuid(), last_post_at, created_at, held_at, 1
    from topics where author_id = ${wren.id}`
  await site.db`
    insert into replies (topic_id, number, author_id, body_markdown, body_html, once, created_at)
    select id, 1, ${finch.id}, 'I read you.', '', gen_random_uuid(), created_at from topics where title = 'Answered'`
  await read(site, '/moderation', keeper)
  await leave(site, wren)
  expect((await site.get(topic, { as: keeper })).status).toBe(404)
  const words = await site.db<{ words: string }[]>`
    select body_markdown as words from topics union all select body_markdown from replies order by words`
  expect(words.map((row) => row.words)).toEqual(['', 'I read you.', 'My legs will not stop.'])
  expect(await read(site, '/moderation', keeper)).toContain('Nothing waits')
})

test('a conversation that was slowed down stays slow when the writer it was about leaves', async ({
  site,
}) => {
  const { wren, finch, topic } = await decided(site, 'slow')
  await leave(site, wren)
  expect(await read(site, topic, finch)).toContain('each member writes once in 30 minutes')
})
