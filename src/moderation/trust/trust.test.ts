import { describe, expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { isLimited, levelOf, type Standing, whyNoPost, willBeHeld } from './rules.ts'
import { listUnseenSignals } from './store.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const daysAgo = (days: number) => now.subtract({ hours: Math.round(24 * days) })
const someone: Standing = {
  role: 'member',
  joinedAt: daysAgo(0),
  provedWork: true,
  isVouched: false,
  postsRead: 0,
  postsAccepted: 0,
  postsSent: 0,
  postsToday: 0,
  reportsUpheld: 0,
}

describe('how much is open to whom', () => {
  const known = { ...someone, joinedAt: daysAgo(3), postsRead: 30, postsAccepted: 2 }
  test.for([
    ['who just came', someone, 0],
    ['who has not been here three days', { ...known, joinedAt: daysAgo(2.9) }, 0],
    ['who has read little', { ...known, postsRead: 29 }, 0],
    ['of whom one post stayed', { ...known, postsAccepted: 1 }, 0],
    ['who is known', known, 1],
    ['whom the operator knows', { ...someone, isVouched: true }, 1],
    ['who is here three weeks', { ...known, joinedAt: daysAgo(21) }, 2],
    ['about whom a report was right', { ...known, joinedAt: daysAgo(99), reportsUpheld: 1 }, 1],
    ['who keeps the place', { ...someone, role: 'moderator' as const }, 2],
  ] as [string, Standing, number][])('%s', ([, standing, level]) =>
    expect(levelOf(standing, now)).toBe(level),
  )

  test('five posts a day for who is new, and no limit for others', () => {
    expect(whyNoPost({ ...someone, postsToday: 4 }, false, now)).toBeUndefined()
    expect(whyNoPost({ ...someone, postsToday: 5 }, false, now)).toBe('limit.posts')
    expect(whyNoPost({ ...known, postsToday: 5 }, false, now)).toBeUndefined()
    expect(whyNoPost({ ...someone, postsToday: 9 }, true, now)).toBeUndefined()
    expect(whyNoPost({ ...someone, postsToday: 10 }, true, now)).toBe('limit.posts')
  })

  test('what somebody wrote is counted only while it limits them', () => {
    const old = { ...known, joinedAt: daysAgo(99) }
    expect(isLimited(old, now)).toBe(false)
    expect(isLimited({ ...old, joinedAt: now }, now)).toBe(true)
    // Vouched for, or known: the first posts of an account made without work wait all the same.
    expect(isLimited({ ...old, provedWork: false }, now)).toBe(false)
    expect(isLimited({ ...old, provedWork: false, postsAccepted: 1 }, now)).toBe(true)
    expect(isLimited({ ...old, joinedAt: now, isVouched: true }, now)).toBe(false)
  })

  test('the first two posts wait where no work was done at sign-up', () => {
    const plain = { ...someone, provedWork: false }
    expect(willBeHeld(plain)).toBe(true)
    expect(willBeHeld({ ...plain, postsSent: 2 })).toBe(false)
    expect(willBeHeld({ ...plain, isVouched: true })).toBe(false)
    expect(willBeHeld(someone)).toBe(false)
  })
})

const send = (site: Site, as: TestMember, body: string, more = {}) =>
  site.post('/forum/new', { title: 'Day three', body, once: newOnce(), ...more }, { as })

describe('somebody new', () => {
  test('is told their limits before they run into them, and nobody else is', async ({ site }) => {
    const wren = await site.member('wren', { isNew: true })
    expect(await read(site, '/account/standing', wren)).toContain('Write 5 posts a day. 5 are left today.')
    expect((await site.get('/account/standing')).status).toBe(401)
  })

  test('keeps the words of a sixth post, and can send it tomorrow', async ({ site }) => {
    const wren = await site.member('wren', { isNew: true })
    const topic = await postTopic(site, wren)
    for (let count = 2; count <= 5; count++) await postReply(site, wren, topic, `Answer ${count}`)
    const answer = await send(site, wren, 'The words of the sixth')
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('The words of the sixth')
    site.setNow('2026-11-23T12:30:00Z')
    expect((await send(site, wren, 'The words of the sixth')).status).toBe(303)
  })

  test('cannot send a link, however often', async ({ site }) => {
    const wren = await site.member('wren', { isNew: true })
    const body = 'See https://example.org/sleep for more'
    for (const looked of ['', 'link', 'link,contact'])
      expect((await send(site, wren, body, { looked })).status).toBe(422)
    const robin = await site.member('robin')
    expect((await send(site, robin, body)).status).toBe(303)
  })

  test('who signed up without the small check waits for a moderator, is told so, and loses nothing', async ({
    site,
  }) => {
    const wren = await site.member('wren', { isNew: true })
    await site.db`update members set proved_work = false where id = ${wren.id}`
    const robin = await site.member('robin')
    const answer = await send(site, wren, 'My first words')
    const address = answer.headers.get('location') ?? ''
    expect(address).toContain('sent=held')
    const own = await read(site, address, wren)
    expect(own).toContain('wait for a moderator')
    expect(own).toContain('My first words')
    expect(own).not.toContain('out of sight')
    expect((await site.get(address.split('?')[0] ?? '', { as: robin })).status).toBe(404)

    const other = await postTopic(site, robin)
    const once = newOnce()
    for (let times = 0; times < 2; times++) {
      const reply = await site.post(`${other}/replies`, { body: 'My second words', once }, { as: wren })
      expect(reply.status).toBe(303)
    }
    expect(await read(site, other, robin)).not.toContain('My second words')
    expect((await site.db`select from replies where body_markdown = 'My second words'`).length).toBe(1)

    // What comes from a dark place is never held, though it is among the first.
    const finch = await site.member('finch', { isNew: true })
    await site.db`update members set proved_work = false where id = ${finch.id}`
    const dark = await send(site, finch, 'I want to die', { looked: 'crisis' })
    expect(await read(site, (dark.headers.get('location') ?? '').replace(/\?.*/, ''))).toContain(
      'I want to die',
    )

    // The third is not held.
    await postReply(site, wren, other, 'My third words')
    expect(await read(site, other, robin)).toContain('My third words')
  })
})

describe('what the words of a post are about', () => {
  test('is kept with it by category, handed to the queue once, and never as a number about a person', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    const body = 'I want to die. Where can I buy kratom?'
    expect((await send(site, wren, body, { looked: 'crisis,sourcing' })).status).toBe(303)
    const signals = await transaction(site.db, (tx) => listUnseenSignals(tx, 10))
    expect(signals).toMatchObject([{ authorId: wren.id, categories: ['crisis-explicit', 'sourcing'] }])
    expect(await transaction(site.db, (tx) => listUnseenSignals(tx, 10))).toEqual([])
    const columns = await site.db<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_name in ('members', 'post_signals', 'forum_members') and column_name ~ 'score|risk'`
    expect(columns).toEqual([])
  })

  test('is in the export and goes with the account', async ({ site }) => {
    const wren = await site.member('wren')
    await send(site, wren, 'I want to die', { looked: 'crisis' })
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.signals).toMatchObject([{ category: 'crisis-explicit' }])
  })
})
