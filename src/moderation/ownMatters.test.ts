import { expect } from 'vitest'
import type { Sql } from '../platform/database/index.ts'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'
import { moderationJobs } from './jobs.ts'

async function lastId(site: Site, table: 'moderation_cases' | 'measures'): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`
  return row?.id ?? ''
}

async function decide(site: Site, as: TestMember, kind: string): Promise<void> {
  const words = { kind, category: 'sourcing', reason: 'Leave the shop out.' }
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  expect((await site.post(path, words, { as })).status).toBe(303)
}

/** A moderator wrote something that another member reported. */
async function reported(site: Site) {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const other = await site.member('warden', { role: 'moderator' })
  const operator = await site.member('owner', { role: 'operator' })
  const topic = await postTopic(site, keeper)
  const finch = await site.member('finch')
  const words = { category: 'sourcing', words: '' }
  await site.post(`/moderation/report?topic=${topic.split('/').at(-1)}`, words, { as: finch })
  return { keeper, other, operator, topic }
}

test('a moderator neither answers their own appeal nor finds it in the queue', async ({ site }) => {
  const { keeper, other, operator } = await reported(site)
  await decide(site, other, 'collapse')
  const page = `/moderation/decisions/${await lastId(site, 'measures')}`
  await site.post(`${page}/appeal`, { words: 'There was no shop in it.' }, { as: keeper })
  expect(await read(site, '/moderation', keeper)).not.toContain('There was no shop')
  expect(await read(site, page, keeper)).not.toContain(`action="${page}/answer"`)
  const granted = { granted: 'yes', answer: 'I am right.' }
  expect((await site.post(`${page}/answer`, granted, { as: keeper })).status).toBe(403)
  expect((await site.post(`${page}/answer`, granted, { as: operator })).status).toBe(303)
})

test('a moderator neither refuses their own ban nor sees it before it begins', async ({ site }) => {
  const { keeper, other, operator } = await reported(site)
  await decide(site, operator, 'ban')
  const page = `/moderation/decisions/${await lastId(site, 'measures')}`
  expect((await site.get(page, { as: keeper })).status).toBe(404)
  expect((await site.post(`${page}/second`, { agree: 'no' }, { as: keeper })).status).toBe(403)
  expect((await site.post(`${page}/second`, { agree: 'yes' }, { as: other })).status).toBe(303)
})

test('a moderator does not read what was said of their own words', async ({ site }) => {
  const { keeper, other } = await reported(site)
  const page = `/moderation/cases/${await lastId(site, 'moderation_cases')}`
  expect((await site.get(page, { as: keeper })).status).toBe(403)
  expect((await site.get(page, { as: other })).status).toBe(200)
})

test('a moderator neither finds their own words in the queue nor is told of them, alone on duty or not', async ({
  site,
}) => {
  const { keeper, other } = await reported(site)
  const shift = { date: '2026-11-22', time: '11:00', hours: '4' }
  await site.post('/moderation/rota', shift, { as: keeper })
  const send = async () => {}
  for (const job of moderationJobs)
    await job.run({ db: site.db as Sql, config: site.config, now: site.now(), send } as never, {})
  const page = `/moderation/cases/${await lastId(site, 'moderation_cases')}`
  expect(await read(site, '/moderation', keeper)).not.toContain(page)
  expect(await read(site, '/account/notices', keeper)).not.toContain(page)
  expect(await read(site, '/moderation', other)).toContain(page)
  expect(await read(site, '/account/notices', other)).toContain(page)
})

test('a moderator does not take the case of their own words away from others', async ({ site }) => {
  const { keeper } = await reported(site)
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/claim`
  expect((await site.post(path, {}, { as: keeper })).status).toBe(403)
})

for (const kind of ['read_only', 'suspend', 'ban'])
  test(`a post that waits is not let in by a decision about its author: ${kind}`, async ({ site }) => {
    const keeper = await site.member('keeper', { role: 'moderator' })
    const warden = await site.member('warden', { role: 'moderator' })
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await postReply(site, wren, topic, 'Write to me about it.')
    await site.db`update replies set held_at = ${site.now()}, number = null`
    await site.db`update topics set reply_count = 0`
    await read(site, '/moderation', keeper)
    await decide(site, keeper, kind)
    expect(await read(site, topic)).not.toContain('Write to me')
    // Decided is decided: it does not come back to the queue, unless the decision is taken back.
    await read(site, '/moderation', keeper)
    expect(await site.db`select from moderation_cases where closed_at is null`).toHaveLength(0)
    if (kind !== 'ban') return
    const page = `/moderation/decisions/${await lastId(site, 'measures')}`
    await site.post(`${page}/second`, { agree: 'no' }, { as: warden })
    expect(await read(site, '/moderation', keeper)).toContain('Waits to be let in')
  })

test('who may not write for now does not write by changing what stands there', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  const words = { category: 'sourcing', words: '' }
  await site.post(`/moderation/report?topic=${topic.split('/').at(-1)}`, words, { as: keeper })
  await decide(site, keeper, 'suspend')
  const edit = { title: 'Day 3', body: 'Cheap bags at my shop.', once: newOnce() }
  const answer = await site.post(`${topic}/edit`, edit, { as: wren })
  expect(answer.status).toBe(403)
  const page = await answer.text()
  expect(page).toContain('Cheap bags at my shop.</textarea>')
  expect(page).toContain('/moderation/decisions/')
  expect(await read(site, topic)).not.toContain('Cheap bags')
  // Taking one's words away is always possible.
  expect((await site.post(`${topic}/remove`, {}, { as: wren })).status).toBe(303)
})

test('words that were changed are looked at like new ones', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  expect(await read(site, '/moderation', keeper)).toContain('Nothing waits')
  await site.post(`${topic}/edit`, { title: 'Day 3', body: 'I want to end my life tonight.' }, { as: wren })
  expect(await read(site, '/moderation', keeper)).toContain('severity-1')
})

test('a new member puts no link into words that are there already', async ({ site }) => {
  const wren = await site.member('wren', { isNew: true })
  const topic = await postTopic(site, wren)
  const edit = { title: 'Day 3', body: 'See https://shop.example.net for more.' }
  const answer = await site.post(`${topic}/edit`, edit, { as: wren })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('for more.</textarea>')
  expect(await read(site, topic, wren)).not.toContain('shop.example.net')
})
