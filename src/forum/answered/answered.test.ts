import { describe, expect } from 'vitest'
import type { Sql } from '../../platform/database/index.ts'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { greetersNow } from '../index.ts'
import { greeterAfter, greeterState, isClaimedBy, within } from './answered.rules.ts'
import { remind } from './jobs.ts'

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

/** Somebody who was greeted long ago. */
async function regular(site: Site, handle: string): Promise<TestMember> {
  const member = await site.member(handle)
  await postTopic(site, member, { title: 'Long ago' })
  await site.db`update waiting_posts set answered_at = asked_at, asked_at = '2026-01-01T00:00:00Z'
    where author_id = ${member.id}`
  return member
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
    await postReply(site, await site.member('robin'), topic, 'I came across this.')
    expect(await read(site, queue)).toContain('I came across this.')
    const second = await postTopic(site, okapi, { title: 'Again', needs: 'yes' })
    const page = await read(site, queue)
    expect(page).toContain('Again')
    expect(page).toContain('needs someone')
    await postTopic(site, okapi, { title: 'Only telling' })
    expect(await read(site, queue)).not.toContain('Only telling')
    expect(await read(site, second, okapi)).toContain('name="needs"')
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

  test('has somebody back whose only answer was removed', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'), { title: 'First words' })
    const okapi = await site.member('okapi')
    const reply = await postReply(site, okapi, topic, 'Here.')
    await site.post(`${topic}/replies/${reply.split('reply-')[1]}/remove`, {}, { as: okapi })
    expect(await read(site, queue)).toContain('First words')
  })
})

describe('greeters', () => {
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

  test('are counted as here only while they say so', async ({ site }) => {
    const okapi = await greeter(site, 'okapi')
    expect(await greetersNow(site.db, site.now())).toBe(0)
    expect(await read(site, queue)).toContain('No greeter has said that they are here right now')
    await site.post(`${queue}/greeter`, { act: 'here' }, { as: okapi })
    expect(await greetersNow(site.db, site.now())).toBe(1)
    expect(await read(site, queue)).toContain('One greeter has said that they are here now.')
    expect(await greetersNow(site.db, site.now().add({ hours: 3 }))).toBe(0)
    await site.post(`${queue}/greeter`, { act: 'pause' }, { as: okapi })
    expect(await greetersNow(site.db, site.now())).toBe(0)
    await site.post(`${queue}/greeter`, { act: 'leave' }, { as: okapi })
    expect(await read(site, queue, okapi)).toContain('I want to greet newcomers')
  })
})

describe('how long first answers took', () => {
  /** A post at noon, answered so many minutes later, or not. */
  async function asked(site: Site, okapi: TestMember, handle: string, minutes?: number): Promise<void> {
    site.setNow('2026-11-22T12:00:00Z')
    const topic = await postTopic(site, await site.member(handle))
    if (minutes === undefined) return
    site.setNow(site.now().add({ minutes }).toString())
    await postReply(site, okapi, topic, 'Here.')
  }

  test('is not said of nobody, of one, or of four', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    expect(await read(site, queue, okapi)).toContain('Nobody asked in the last seven days')
    for (let number = 1; number <= 4; number++) {
      await asked(site, okapi, `new-${number}`, 10)
      expect(await read(site, queue, okapi)).toContain('Fewer than 5 people asked')
    }
  })

  test('is the time of half of them and of nine in ten, rounded up', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    for (const minutes of [10, 20, 30, 40, 119]) await asked(site, okapi, `new-${minutes}`, minutes)
    expect(await read(site, queue, okapi)).toContain(
      'Of 5 posts of the last seven days that hoped for a first answer, half had one within 30 minutes, and nine of ten within 2 hours.',
    )
  })

  test('says no time that waiting alone has reached', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    for (const minutes of [10, 20, 30, 40]) await asked(site, okapi, `new-${minutes}`, minutes)
    await asked(site, okapi, 'still-waiting')
    site.setNow('2026-11-22T15:00:00Z')
    const page = await read(site, queue, okapi)
    expect(page).toContain(
      'half had one within 30 minutes. Fewer than nine of ten have one so far. One still waits, for 3 hours by now.',
    )
    for (let number = 1; number <= 4; number++) await asked(site, okapi, `also-${number}`)
    site.setNow('2026-11-22T15:00:00Z')
    expect(await read(site, queue, okapi)).toContain(
      'Of 9 posts of the last seven days that hoped for a first answer, fewer than half have one so far. 5 still wait, the longest for 3 hours by now.',
    )
  })

  test('leaves out what is older than a week', async ({ site }) => {
    const okapi = await regular(site, 'okapi')
    for (const minutes of [10, 20, 30, 40, 50]) await asked(site, okapi, `new-${minutes}`, minutes)
    site.setNow('2026-11-29T12:00:00Z')
    expect(await read(site, queue, okapi)).toContain('Nobody asked in the last seven days')
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

  test('times are rounded up, so that what is said is true', () => {
    const said = (seconds: number) => Object.values(within(seconds)).join(' ')
    expect([0, 1, 60, 61, 59 * 60 + 1].map(said)).toEqual([
      'minutes 0',
      'minutes 1',
      'minutes 1',
      'minutes 2',
      'hours 1',
    ])
    expect([7141, 47 * 3600 + 1, 49 * 3600].map(said)).toEqual(['hours 2', 'days 2', 'days 3'])
  })

  test('a claim holds for twenty minutes', () => {
    const claimed = { claimedBy: '7', claimedAt: now }
    expect(isClaimedBy(claimed, now.add({ minutes: 19 }))).toBe('7')
    expect(isClaimedBy(claimed, now.add({ minutes: 20 }))).toBeUndefined()
    expect(isClaimedBy({ claimedBy: null, claimedAt: null }, now)).toBeUndefined()
  })
})
