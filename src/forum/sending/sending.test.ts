import { describe, expect } from 'vitest'
import { lookAgain } from '../../moderation/words/index.ts'
import { newOnce, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

const send = (site: Site, as: TestMember, body: string, more: Record<string, string> = {}) =>
  site.post('/forum/new', { title: 'Day three', body, once: newOnce(), ...more }, { as })

/** The parts of the box that are seen. */
const shown = (html: string) =>
  [...html.matchAll(/<(?:section|li)[^>]*data-found="([\w-]+)"(?![^>]*\shidden)[^>]*>/g)].map(
    ([, name]) => name,
  )

describe('before a post is sent, without a script', () => {
  test('words about buying are held up once, with the place marked and everything kept', async ({ site }) => {
    const wren = await site.member('wren')
    const once = newOnce()
    const body = 'Rough day. Where can I buy kratom in Ohio?'
    const first = await send(site, wren, body, { once })
    expect(first.status).toBe(422)
    const page = await first.text()
    expect(shown(page)).toEqual(['hints', 'sourcing'])
    expect(page).toMatch(/<mark dir="auto">Where can I buy kratom/)
    expect(page).toContain(body)
    expect(page).toContain(`value="${once}"`)
    expect(page).toContain('name="looked" value="sourcing"')
    expect(page).toContain('Post it as it is')
    expect((await site.db`select from topics`).length).toBe(0)

    expect((await send(site, wren, 'Rough day. I stay away from shops.', { once })).status).toBe(303)
    expect((await send(site, wren, 'Rough day. I stay away from shops.', { once })).status).toBe(303)
    expect((await site.db`select from topics`).length).toBe(1)
  })

  test('what is sent again as it is, goes; what is new in it is said', async ({ site }) => {
    const wren = await site.member('wren')
    const body = 'Where can I buy kratom in Ohio?'
    const again = await send(site, wren, `${body} It was $40 a bag there.`, { looked: 'sourcing' })
    expect(again.status).toBe(422)
    expect(shown(await again.text())).toEqual(['hints', 'sourcing', 'price'])
    expect((await send(site, wren, body, { looked: 'sourcing' })).status).toBe(303)
  })

  test('somebody in a crisis is shown help calmly, may post anyway, and sees help once more', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    const first = await send(site, wren, 'I want to die')
    const page = await first.text()
    expect(shown(page)).toEqual(['crisis'])
    expect(page).toMatch(/<section class="before-help" data-found="crisis">.*?href="\/help"/s)
    expect(page).toContain('Post anyway')
    expect(page).not.toContain('Nothing has been sent yet.</p><ul><li data-found="sourcing">')

    const sent = await send(site, wren, 'I want to die', { looked: 'crisis' })
    expect(sent.status).toBe(303)
    const address = sent.headers.get('location') ?? ''
    expect(await read(site, address, wren)).toContain('Your words are here, and people will read them')
    expect(await read(site, address.replace(/\?.*/, ''), wren)).not.toContain('people will read them')
  })

  test('software never hides, holds or removes a post about a crisis', async ({ site }) => {
    const wren = await site.member('wren')
    const sent = await send(site, wren, 'I want to kill myself tonight', { looked: 'crisis' })
    const address = (sent.headers.get('location') ?? '').replace(/\?.*/, '')
    expect(await read(site, address)).toContain('I want to kill myself tonight')
    const [post] = await site.db`select held_at, collapsed_at, removed_at, closed_at from topics`
    expect(post).toEqual({ heldAt: null, collapsedAt: null, removedAt: null, closedAt: null })
    expect(await read(site, '/forum')).toContain('Day three')
  })

  test.for([
    ['sourcing', 'Does anybody know where to buy it near Dayton?'],
    ['vendor', 'The shop called Green Harbor Botanicals ships the cleanest powder.'],
    ['price', 'It was $40 a bag there.'],
    ['contact', 'Text me at 555-014-2277 and we can talk.'],
    ['dosing', 'You should take 5 grams every 6 hours'],
    ['amount', 'My doctor gave me 8 mg of suboxone.'],
  ] as const)(
    'the hint for %s says what to change, and is the one of the device',
    async ([kind, body], { site }) => {
      const wren = await site.member('wren')
      const answer = await send(site, wren, body)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(shown(page)).toEqual(['hints', kind])
      expect(lookAgain(['Day three', body], '', true)?.hints.map(({ category }) => category)).toEqual([kind])
      expect(page).toMatch(new RegExp(`data-found="${kind}">[^<]*(?:[Ll]eave|Say)[^<]*<`))
      expect((await send(site, wren, body, { looked: kind })).status).toBe(303)
      // For moderators it is named, once it was sent.
      const [signal] = await site.db<{ category: string }[]>`select category from post_signals`
      expect(signal?.category).toBe(kind)
    },
  )

  test('an answer is looked at like a first post', async ({ site }) => {
    const wren = await site.member('wren')
    const robin = await site.member('robin')
    const topic = await postTopic(site, wren)
    const answer = await site.post(
      `${topic}/replies`,
      { body: 'You should take 5 grams every 6 hours', once: newOnce() },
      { as: robin },
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(shown(page)).toEqual(['hints', 'dosing'])
    expect(page).toContain('You should take 5 grams every 6 hours')
  })

  test('an ordinary post goes at once, and one about a taper of one’s own', async ({ site }) => {
    const wren = await site.member('wren')
    expect(
      (await send(site, wren, 'My taper is 2 g less than last week. This craving is killing me')).status,
    ).toBe(303)
  })
})
