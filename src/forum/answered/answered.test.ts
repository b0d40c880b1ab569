import { describe, expect } from 'vitest'
import type { Sql } from '../../platform/database/index.ts'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { greetersNow } from '../index.ts'
import { greeterAfter, greeterState, isClaimedBy } from './answered.rules.ts'
import { remind } from './jobs.ts'
import { regular } from './testing/regular.ts'

const queue = '/forum/waiting'

async function greeter(site: Site, handle: string): Promise<TestMember> {
  const member = await site.member(handle)
  expect((await site.post(`${queue}/greeter`, { act: 'join' }, { as: member })).status).toBe(303)
  return member
}

async function runReminders(site: Site): Promise<void> {
  const { db, config } = site
  await remind.run(
    { db: db as Sql, config, now: site.now(), log: undefined as never, send: async () => {} },
    {},
  )
}

const noticesOf = async (site: Site, member: TestMember) =>
  (
    await site.db<{ kind: string }[]>`select kind from notices where member_id = ${member.id} order by id`
  ).map(({ kind }) => kind)

const idsWaiting = async (site: Site) =>
  (await site.db<{ id: string }[]>`select id from waiting_posts order by id`).map(({ id }) => id)

describe('the queue', () => {
  test('holds a newcomer’s first post until somebody else answers, the longest wait first', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { title: 'First words' })
    site.setNow('2026-11-22T12:40:00Z')
    await postTopic(site, await site.member('robin'), { title: 'Later words' })
    let page = await read(site, queue)
    expect(page.indexOf('First words')).toBeLessThan(page.indexOf('Later words'))
    expect(page).toContain('waiting for 40 minutes')
    await postReply(site, wren, topic, 'Nobody?')
    expect(await read(site, queue)).toContain('First words')
    await postReply(site, await regular(site, 'okapi'), topic, 'Here.')
    page = await read(site, queue)
    expect(page).not.toContain('First words')
    expect(page).toContain('Later words')
  })

  test('holds any post that is marked, and a first post that is a reply', async ({ site }) => {
    const okapi = await site.member('okapi')
    const topic = await postTopic(site, okapi, { title: 'An old one' })
    const robin = await site.member('robin')
    await postReply(site, robin, topic, 'I came across this.')
    const saidOf = async (words: string) =>
      (await read(site, queue)).split('<li ').find((item) => item.includes(words)) ?? ''
    expect(await saidOf('I came across this.')).toContain('first time here')
    // Whoever has answered before is not here for the first time.
    await postTopic(site, robin, { title: 'My own' })
    expect(await saidOf('My own')).toContain('first conversation')
    const second = await postTopic(site, okapi, { title: 'Again', needs: 'yes' })
    const page = await read(site, queue)
    expect(page).toContain('Again')
    expect(page).toContain('needs someone')
    await postTopic(site, okapi, { title: 'Only telling' })
    expect(await read(site, queue)).not.toContain('Only telling')
    expect(await read(site, second, okapi)).toContain('name="needs"')
  })

  test('says to somebody who needs someone where their words are now, and first what does not have to wait', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    await postTopic(site, wren, { title: 'Long ago' })
    const fields = { title: 'Tonight', body: 'Please.', needs: 'yes', once: newOnce() }
    const sent = await site.post('/forum/new', fields, { as: wren })
    const topic = await read(site, sent.headers.get('location') ?? '', wren)
    expect(topic).toContain('members who welcome newcomers look first.')
    const words = { body: 'Still here.', needs: 'yes', once: newOnce() }
    const path = (sent.headers.get('location') ?? '').split('?')[0]
    const reply = await site.post(`${path}/replies`, words, { as: wren })
    expect(await read(site, reply.headers.get('location') ?? '', wren)).toContain(
      'welcome newcomers look first',
    )
    const nobody = 'No greeter has said'
    const own = await read(site, queue, wren)
    expect(own.indexOf(nobody)).toBeLessThan(own.indexOf('Tonight'))
    expect(own.split(nobody)).toHaveLength(2)
    const others = await read(site, queue)
    expect(others.indexOf(nobody)).toBeGreaterThan(others.indexOf('Tonight'))
  })

  test('says no longer that somebody waits once they have been answered, also where they load the same page', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    await postTopic(site, wren, { title: 'Long ago' })
    const fields = { title: 'Tonight', body: 'Please.', needs: 'yes', once: newOnce() }
    const sent = (await site.post('/forum/new', fields, { as: wren })).headers.get('location') ?? ''
    expect(await read(site, sent, wren)).toContain('data-until-answer')
    await postReply(site, await site.member('okapi'), sent.split('?')[0] ?? '', 'I am here.')
    expect(await read(site, sent, wren)).not.toContain('data-until-answer')
  })

  test('leaves out what was removed, closed or is not for this reader', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { title: 'Not for all' })
    await site.db`update spaces set readers = 'members'`
    expect(await read(site, queue)).not.toContain('Not for all')
    expect(await read(site, queue, wren)).toContain('Not for all')
    await site.post(`${topic}/remove`, {}, { as: wren })
    expect(await read(site, queue, wren)).not.toContain('Not for all')
  })

  test('keeps whom only somebody else who needs someone wrote to', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'))
    const okapi = await regular(site, 'okapi')
    const plea = { body: 'I cannot sleep either.', needs: 'yes', once: newOnce() }
    await site.post(`${topic}/replies`, plea, { as: okapi })
    let page = await read(site, queue)
    for (const words of ['My legs will not stop.', 'I cannot sleep either.']) expect(page).toContain(words)
    expect(await read(site, topic)).toContain('data-until-answer')
    const finch = await regular(site, 'finch')
    const reply = await postReply(site, finch, topic, 'Here with you both.')
    page = await read(site, queue)
    expect(page).not.toContain('found-post')
    // Taken away again, the plea is still no answer.
    await site.post(`${topic}/replies/${reply.split('reply-')[1]}/remove`, {}, { as: finch })
    expect(await read(site, queue)).toContain('My legs will not stop.')
    expect(await read(site, topic)).toContain('data-until-answer')
  })

  test('has somebody back whose only answer was removed', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'), { title: 'First words' })
    const okapi = await site.member('okapi')
    const reply = await postReply(site, okapi, topic, 'Here.')
    await site.post(`${topic}/replies/${reply.split('reply-')[1]}/remove`, {}, { as: okapi })
    expect(await read(site, queue)).toContain('First words')
  })
})

describe('greeters', () => {
  test('find what helps in a first answer where they write it', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const guide = 'What helps in a first answer'
    const okapi = await greeter(site, 'okapi')
    expect(await read(site, topic, okapi)).toContain(guide)
    for (const reader of [wren, undefined]) expect(await read(site, topic, reader)).not.toContain(guide)
    await postReply(site, okapi, topic, 'I read this.')
    expect(await read(site, topic, okapi)).not.toContain(guide)
  })

  test('are told once at half an hour, hosts once at two hours, however often the job runs', async ({
    site,
  }) => {
    const okapi = await greeter(site, 'okapi')
    const paused = await greeter(site, 'paused')
    await site.post(`${queue}/greeter`, { act: 'pause' }, { as: paused })
    const keeper = await site.member('keeper', { role: 'moderator' })
    const wren = await greeter(site, 'wren')
    await postTopic(site, wren, { title: 'First words' })
    site.setNow('2026-11-22T12:29:00Z')
    await runReminders(site)
    expect(await noticesOf(site, okapi)).toEqual([])
    site.setNow('2026-11-22T12:31:00Z')
    await runReminders(site)
    await runReminders(site)
    expect(await noticesOf(site, okapi)).toEqual(['forum-waiting'])
    expect(await noticesOf(site, paused)).toEqual([])
    expect(await noticesOf(site, wren)).toEqual([])
    expect(await noticesOf(site, keeper)).toEqual([])
    site.setNow('2026-11-22T14:01:00Z')
    await runReminders(site)
    await runReminders(site)
    expect(await noticesOf(site, keeper)).toEqual(['forum-waiting-long'])
    expect(await noticesOf(site, okapi)).toEqual(['forum-waiting'])
    expect(await read(site, '/account/notices', okapi)).toContain('first answer: First words')
  })

  test('and hosts of a group hear of its space alone; moderators where it has no other host', async ({
    site,
  }) => {
    const [wren, host, keeper] = [
      await site.member('wren'),
      await site.member('host'),
      await site.member('keeper', { role: 'moderator' }),
    ]
    const outside = await greeter(site, 'outside')
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    const belongs = (member: TestMember, role: string) =>
      site.db`insert into group_members (group_id, member_id, role) values (${group?.id ?? ''}, ${member.id}, ${role})`
    await belongs(wren, 'member')
    await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
    const where = { space: 'group:night-watch', needs: 'yes' }
    await postTopic(site, wren, where)
    site.setNow('2026-11-22T14:01:00Z')
    await runReminders(site)
    expect(await noticesOf(site, keeper)).toEqual(['forum-waiting-long'])
    await belongs(host, 'host')
    await postTopic(site, wren, { ...where, title: 'Another night' })
    site.setNow('2026-11-22T16:02:00Z')
    await runReminders(site)
    expect(await noticesOf(site, host)).toEqual(['forum-waiting-long'])
    expect(await noticesOf(site, keeper)).toEqual(['forum-waiting-long'])
    expect(await noticesOf(site, outside)).toEqual([])
  })

  test('are not told of what was answered meanwhile', async ({ site }) => {
    const okapi = await greeter(site, 'okapi')
    const topic = await postTopic(site, await site.member('wren'))
    await postReply(site, await regular(site, 'robin'), topic, 'Here.')
    site.setNow('2026-11-22T15:00:00Z')
    await runReminders(site)
    expect(await noticesOf(site, okapi)).toEqual([])
  })

  test('say that they write, which keeps nobody from writing and ends by itself', async ({ site }) => {
    const okapi = await greeter(site, 'okapi')
    const heron = await greeter(site, 'heron')
    const topic = await postTopic(site, await site.member('wren'), { title: 'First words' })
    const [id] = await idsWaiting(site)
    const answer = await site.post(`${queue}/${id}/claim`, {}, { as: okapi })
    expect(answer.headers.get('location')).toBe(`${topic}#answer`)
    expect(await read(site, queue, heron)).toContain('Somebody is writing to them.')
    expect(await read(site, queue, okapi)).toContain('You said that you are writing.')
    await site.post(`${queue}/${id}/claim`, {}, { as: heron })
    expect(await read(site, queue, okapi)).toContain('You said that you are writing.')
    site.setNow('2026-11-22T12:21:00Z')
    expect(await read(site, queue, heron)).not.toContain('Somebody is writing to them.')
    await site.post(`${queue}/${id}/claim`, {}, { as: heron })
    expect(await read(site, queue, heron)).toContain('You said that you are writing.')
    await site.post(`${queue}/${id}/release`, {}, { as: heron })
    expect(await read(site, queue, heron)).not.toContain('You said that you are writing.')
  })

  test('alone claim, and never their own post', async ({ site }) => {
    const wren = await greeter(site, 'wren')
    await postTopic(site, wren)
    const [id] = await idsWaiting(site)
    const claimAs = (as?: TestMember) => site.post(`${queue}/${id}/claim`, {}, as ? { as } : {})
    expect((await claimAs(wren)).status).toBe(404)
    expect((await claimAs(await site.member('okapi'))).status).toBe(404)
    expect((await claimAs()).status).toBe(401)
    expect((await site.post(`${queue}/greeter`, { act: 'rule' }, { as: wren })).status).toBe(404)
  })

  test('and everybody else hear of each one by name whom they would answer', async ({ site }) => {
    await postTopic(site, await site.member('wren'))
    const okapi = await greeter(site, 'okapi')
    expect(await read(site, queue, okapi)).toContain('>I am writing to wren<')
    expect(await read(site, queue)).toContain('>Answer wren<')
  })

  test('are counted as here only while they say so', async ({ site }) => {
    const okapi = await greeter(site, 'okapi')
    expect(await greetersNow(site.db, site.now())).toBe(0)
    expect(await read(site, queue)).toContain('No greeter has said that they are here right now')
    await site.post(`${queue}/greeter`, { act: 'here' }, { as: okapi })
    expect(await greetersNow(site.db, site.now())).toBe(1)
    expect(await read(site, queue)).toContain('One greeter has said that they are here now.')
    expect(await read(site, queue, okapi)).toContain('>Stay longer<')
    expect(await greetersNow(site.db, site.now().add({ hours: 3 }))).toBe(0)
    await site.post(`${queue}/greeter`, { act: 'pause' }, { as: okapi })
    expect(await greetersNow(site.db, site.now())).toBe(0)
    await site.post(`${queue}/greeter`, { act: 'leave' }, { as: okapi })
    expect(await read(site, queue, okapi)).toContain('I want to greet newcomers')
  })
})

describe('the rules', () => {
  const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
  test('a pause lasts until it is ended', () => {
    const paused = greeterAfter('pause', now)
    expect(greeterState(paused, now.add({ hours: 24 * 900 }))).toBe('paused')
    expect(greeterState(greeterAfter('resume', now), now)).toBe('on')
    expect(greeterState(greeterAfter('leave', now), now)).toBe('off')
  })

  test('a claim holds for twenty minutes', () => {
    const claimed = { claimedBy: '7', claimedAt: now }
    expect(isClaimedBy(claimed, now.add({ minutes: 19 }))).toBe('7')
    expect(isClaimedBy(claimed, now.add({ minutes: 20 }))).toBeUndefined()
    expect(isClaimedBy({ claimedBy: null, claimedAt: null }, now)).toBeUndefined()
  })
})
