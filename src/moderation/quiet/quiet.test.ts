import { describe, expect } from 'vitest'
import { addNotices } from '../../account/notices/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { isBlockedBetween } from './store.ts'

const fold = (site: Site, as: TestMember, handle: string, how: string, back?: string) =>
  site.post('/account/quiet/people', { handle, how, ...(back ? { back } : {}) }, { as })

describe('folding somebody away', () => {
  test('folds their words for one reader, one tap from being read, and undoes itself', async ({ site }) => {
    const wren = await site.member('wren')
    const robin = await site.member('robin')
    const topic = await postTopic(site, wren, { body: 'My legs will not stop.' })
    await postReply(site, robin, topic, 'Loud words')
    expect(await read(site, topic, wren)).not.toContain('you have folded away')

    expect((await fold(site, wren, 'robin', 'muted')).headers.get('location')).toBe('/account/quiet')
    const folded = await read(site, topic, wren)
    expect(folded).toMatch(/<details class="noted"><summary>Words you have folded away.*?Loud words/s)
    expect(folded.match(/you have folded away/g)?.length).toBe(1)
    expect(await read(site, topic, robin)).not.toContain('you have folded away')
    expect(await read(site, topic)).not.toContain('you have folded away')

    await fold(site, wren, 'robin', 'open')
    expect(await read(site, topic, wren)).not.toContain('you have folded away')
  })

  test('blocking also closes what is direct, in both directions; folding does not', async ({ site }) => {
    const wren = await site.member('wren')
    const robin = await site.member('robin')
    await fold(site, wren, 'robin', 'muted')
    expect(await isBlockedBetween(site.db, robin.id, wren.id)).toBe(false)
    await fold(site, wren, 'robin', 'blocked')
    expect(await isBlockedBetween(site.db, robin.id, wren.id)).toBe(true)
    expect(await isBlockedBetween(site.db, wren.id, robin.id)).toBe(true)
  })

  test('thanks of somebody who is blocked reach nobody, and look as if they did', async ({ site }) => {
    const wren = await site.member('wren')
    const robin = await site.member('robin')
    const topic = await postTopic(site, wren)
    await fold(site, wren, 'robin', 'blocked')
    expect((await site.post(`${topic}/thanks`, { post: '0' }, { as: robin })).status).toBe(303)
    expect((await site.db`select from thanks`).length).toBe(0)
    expect((await site.db`select from notices where member_id = ${wren.id}`).length).toBe(0)
  })

  test('is nobody else’s to see, is exported, and goes with either account', async ({ site }) => {
    const wren = await site.member('wren')
    const robin = await site.member('robin')
    await fold(site, wren, 'robin', 'blocked')
    expect(await read(site, '/account/quiet', wren)).toContain('robin')
    expect(await read(site, '/account/quiet', robin)).not.toContain('wren')
    const theirs = await (await site.get('/account/export', { as: robin })).text()
    expect(theirs).not.toContain('wren')
    const own = await (await site.get('/account/export', { as: wren })).json()
    expect(own.quiet.folded).toMatchObject([{ handle: 'robin', how: 'blocked' }])
    await site.db`delete from members where id = ${robin.id}`
    expect((await site.db`select from folded_members`).length).toBe(0)
  })

  test('every post has the way to worry, to report and to fold its writer', async ({ site }) => {
    const wren = await site.member('wren')
    const robin = await site.member('robin')
    const topic = await postTopic(site, wren)
    const page = await read(site, `${topic}/first`, robin)
    expect(page).toMatch(/href="\/moderation\/report\?topic=\d+&amp;about=worried"/)
    expect(page).toContain('Block them')
    expect(await read(site, `${topic}/first`, wren)).not.toContain('Block them')
    const answer = await fold(site, robin, 'wren', 'muted', `${topic}/first`)
    expect(answer.headers.get('location')).toBe(`${topic}/first`)
  })

  test('of oneself, of nobody, or back to another site does not work', async ({ site }) => {
    const wren = await site.member('wren')
    await site.member('robin')
    expect((await fold(site, wren, 'wren', 'muted')).status).toBe(404)
    expect((await fold(site, wren, 'nobody-here', 'muted')).status).toBe(404)
    const answer = await fold(site, wren, 'robin', 'muted', 'https://evil.example')
    expect(answer.headers.get('location')).toBe('/account/quiet')
    expect((await site.post('/account/quiet/people', { handle: 'robin', how: 'muted' })).status).toBe(401)
  })
})

describe('quiet hours', () => {
  const told = async (site: Site, member: TestMember) =>
    (await site.db`select from notices where member_id = ${member.id} and due_at <= ${site.now()}`).length
  const tell = (site: Site, member: TestMember) =>
    transaction(site.db, (tx) =>
      addNotices(tx, [member.id], { kind: 'test', link: '/forum/1', words: {} }, site.now()),
    )

  test.for([
    ['22:00', '07:00', '2026-11-22T23:30:00-05:00', '2026-11-23T06:59:00-05:00', '2026-11-23T07:00:00-05:00'],
    ['22:00', '07:00', '2026-11-23T03:00:00-05:00', '2026-11-23T06:59:00-05:00', '2026-11-23T07:00:00-05:00'],
    ['09:00', '17:00', '2026-11-23T09:00:00-05:00', '2026-11-23T16:59:00-05:00', '2026-11-23T17:00:00-05:00'],
    // The clock goes forward in the night between.
    ['22:00', '07:00', '2026-03-07T23:00:00-05:00', '2026-03-08T06:59:00-04:00', '2026-03-08T07:00:00-04:00'],
  ] as const)(
    '%s to %s: nothing is told meanwhile, and all of it when they end',
    async ([from, to, at, before, after], { site }) => {
      const wren = await site.member('wren', { zone: 'America/New_York' })
      expect((await site.post('/account/quiet/hours', { from, to }, { as: wren })).status).toBe(303)
      site.setNow(Temporal.Instant.from(at).toString())
      await tell(site, wren)
      site.setNow(Temporal.Instant.from(before).toString())
      expect(await told(site, wren)).toBe(0)
      site.setNow(Temporal.Instant.from(after).toString())
      expect(await told(site, wren)).toBe(1)
    },
  )

  test('outside of them, and without them, one is told at once', async ({ site }) => {
    const wren = await site.member('wren', { zone: 'America/New_York' })
    await site.post('/account/quiet/hours', { from: '22:00', to: '07:00' }, { as: wren })
    await tell(site, wren)
    expect(await told(site, wren)).toBe(1)
    await site.post('/account/quiet/hours', { none: 'yes' }, { as: wren })
    site.setNow('2026-11-23T05:00:00Z')
    await tell(site, wren)
    expect(await told(site, wren)).toBe(2)
  })

  test('that are nonsense are asked for again', async ({ site }) => {
    const wren = await site.member('wren')
    for (const fields of [
      { from: '25:00', to: '07:00' },
      { from: '7', to: '' },
      { from: '07:00', to: '07:00' },
      {},
    ])
      expect((await site.post('/account/quiet/hours', fields, { as: wren })).status).toBe(422)
  })
})
