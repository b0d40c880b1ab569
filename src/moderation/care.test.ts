import { expect } from 'vitest'
import type { Sql } from '../platform/database/index.ts'
import { newOnce, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'
import { moderationJobs } from './jobs.ts'

async function watch(site: Site, at: string): Promise<void> {
  site.setNow(at)
  const send = async () => {}
  for (const job of moderationJobs)
    await job.run({ db: site.db as Sql, config: site.config, now: site.now(), send } as never, {})
}

const told = async (site: Site, as: TestMember, kind: string) =>
  (
    await site.db`select from notices where member_id = ${as.id} and kind = ${kind} and due_at <= ${site.now()}`
  ).length

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

async function decide(site: Site, as: TestMember, fields: Record<string, string>): Promise<void> {
  const words = { category: 'shaming', reason: 'Because.', ...fields }
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  expect((await site.post(path, words, { as })).status).toBe(303)
}

test('a day after a crisis somebody is asked to ask, once; after three days it is late', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  await postTopic(site, wren, { body: 'I want to end my life tonight.', looked: 'crisis' })
  await watch(site, '2026-11-22T12:01:00Z')
  await decide(site, keeper, { kind: 'none' })
  await watch(site, '2026-11-23T12:00:00Z')
  expect(await told(site, keeper, 'moderation-aftercare')).toBe(0)
  await watch(site, '2026-11-23T12:01:00Z')
  await watch(site, '2026-11-23T12:02:00Z')
  expect(await told(site, keeper, 'moderation-aftercare')).toBe(1)
  const late = async () =>
    /<section class="card" id="aftercare">.*?<strong>/s.test(await read(site, '/moderation', keeper))
  await watch(site, '2026-11-25T12:01:00Z')
  expect(await late()).toBe(false)
  await watch(site, '2026-11-25T12:02:00Z')
  expect(await late()).toBe(true)
  const done = `/moderation/aftercare/${await lastId(site, 'moderation_cases')}/done`
  expect((await site.post(done, {}, { as: wren })).status).toBe(404)
  expect((await site.post(done, {}, { as: keeper })).status).toBe(303)
  expect(await late()).toBe(false)
})

test('a moderator is asked how they are like everybody, by another one', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const warden = await site.member('warden', { role: 'moderator' })
  await postTopic(site, keeper, { body: 'I want to end my life tonight.', looked: 'crisis' })
  await watch(site, '2026-11-22T12:01:00Z')
  await decide(site, warden, { kind: 'none' })
  const waits = async (as: TestMember) =>
    (await read(site, '/moderation', as)).includes('<section class="card" id="aftercare">')
  expect([await waits(warden), await waits(keeper)]).toEqual([true, false])
  const done = `/moderation/aftercare/${await lastId(site, 'moderation_cases')}/done`
  await site.post(done, {}, { as: keeper })
  expect(await waits(warden)).toBe(true)
  await site.post(done, {}, { as: warden })
  expect(await waits(warden)).toBe(false)
})

test('of a ban that was refused everybody is told once more: somebody has to decide anew', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const warden = await site.member('warden', { role: 'moderator' })
  const topic = (await postTopic(site, wren)).split('/').at(-1)
  const finch = await site.member('finch')
  await site.post(`/moderation/report?topic=${topic}`, { category: 'shaming' }, { as: finch })
  await watch(site, '2026-11-22T12:01:00Z')
  await site.db`delete from notices`
  await decide(site, keeper, { kind: 'ban' })
  await watch(site, '2026-11-22T12:02:00Z')
  expect(await told(site, keeper, 'moderation-case')).toBe(0)
  const second = `/moderation/decisions/${await lastId(site, 'measures')}/second`
  expect((await site.post(second, { agree: 'no' }, { as: warden })).status).toBe(303)
  await watch(site, '2026-11-22T12:03:00Z')
  for (const one of [keeper, warden]) expect(await told(site, one, 'moderation-case')).toBe(1)
})

test('an appeal is not forgotten: who may answer it is reminded before the seven days are over', async ({
  site,
}) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const warden = await site.member('warden', { role: 'moderator' })
  const topic = (await postTopic(site, wren)).split('/').at(-1)
  await site.post(
    `/moderation/report?topic=${topic}`,
    { category: 'shaming' },
    { as: await site.member('finch') },
  )
  await decide(site, keeper, { kind: 'collapse' })
  const page = `/moderation/decisions/${await lastId(site, 'measures')}`
  await site.post(`${page}/appeal`, { words: 'Nobody was shamed.' }, { as: wren })
  await watch(site, '2026-11-27T11:59:00Z')
  expect(await told(site, warden, 'moderation-appeal-waits')).toBe(0)
  await watch(site, '2026-11-27T12:00:00Z')
  await watch(site, '2026-11-27T12:01:00Z')
  expect(await told(site, warden, 'moderation-appeal-waits')).toBe(1)
  for (const other of [keeper, wren]) expect(await told(site, other, 'moderation-appeal-waits')).toBe(0)
  expect(await read(site, '/moderation', warden)).not.toContain('later than we say')
  site.setNow('2026-11-29T12:01:00Z')
  expect(await read(site, '/moderation', warden)).toContain('later than we say')
})

test('nobody is on duty who is no moderator any more', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const shift = { date: '2026-11-22', time: '11:00', hours: '4' }
  expect((await site.post('/moderation/rota', shift, { as: keeper })).status).toBe(303)
  expect(await read(site, '/moderation/rota')).toContain('A moderator is on duty now.')
  await site.db`update members set role = 'member' where id = ${keeper.id}`
  expect(await read(site, '/moderation/rota')).toContain('No moderator is on duty right now.')
})

test('who is on duty later is not told as if they were there', async ({ site }) => {
  const now = await site.member('keeper', { role: 'moderator' })
  const later = await site.member('warden', { role: 'moderator' })
  for (const [as, time] of [
    [now, '11:00'],
    [later, '13:00'],
  ] as const)
    await site.post('/moderation/rota', { date: '2026-11-22', time, hours: '2' }, { as })
  const topic = (await postTopic(site, await site.member('wren'))).split('/').at(-1)
  await site.post(
    `/moderation/report?topic=${topic}`,
    { category: 'shaming' },
    { as: await site.member('finch') },
  )
  await watch(site, '2026-11-22T12:01:00Z')
  expect([await told(site, now, 'moderation-case'), await told(site, later, 'moderation-case')]).toEqual([
    1, 0,
  ])
})

test('whose first post waited hears that it was let in, and finds it', async ({ site }) => {
  const okapi = await site.member('okapi', { isNew: true })
  await site.db`update members set proved_work = false where id = ${okapi.id}`
  const keeper = await site.member('keeper', { role: 'moderator' })
  const words = { title: 'Day one', body: 'I am on day one.', once: newOnce() }
  await site.post('/forum/new', words, { as: okapi })
  await read(site, '/moderation', keeper)
  await decide(site, keeper, { kind: 'none' })
  const notices = await read(site, '/account/notices', okapi)
  const [, link = ''] = /href="(\/forum\/\d+)"[^>]*>A moderator has read what you wrote/.exec(notices) ?? []
  expect(await read(site, link)).toContain('I am on day one.')
})

test('a case that was taken twice in a hurry is still taken, until it is given back', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const warden = await site.member('warden', { role: 'moderator' })
  const topic = (await postTopic(site, wren)).split('/').at(-1)
  await site.post(
    `/moderation/report?topic=${topic}`,
    { category: 'shaming' },
    { as: await site.member('finch') },
  )
  const page = `/moderation/cases/${await lastId(site, 'moderation_cases')}`
  for (let times = 0; times < 2; times++)
    expect((await site.post(`${page}/claim`, { take: 'yes' }, { as: keeper })).status).toBe(303)
  expect((await site.post(`${page}/claim`, { take: 'no' }, { as: warden })).status).toBe(409)
  expect(await read(site, page, warden)).toContain('On the desk of')
  expect(await read(site, page, keeper)).toMatch(/name="take" value="no"/)
  await site.post(`${page}/claim`, { take: 'no' }, { as: keeper })
  expect((await site.post(`${page}/claim`, { take: 'yes' }, { as: warden })).status).toBe(303)
})
