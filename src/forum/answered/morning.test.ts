import { describe, expect } from 'vitest'
import { postReply, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { openCheckIn } from '../checkIns/checkIns.store.ts'
import { regular } from './testing/regular.ts'

const queue = '/forum/waiting'

/** A newcomer's first words here, in the thread of a morning. */
async function scene(site: Site): Promise<{ thread: string; wren: TestMember; okapi: TestMember }> {
  const [space] = await site.db<{ id: string }[]>`select id from spaces where slug = 'newcomers'`
  const on = Temporal.PlainDate.from('2026-11-22')
  const words = { title: 'How are you today?', markdown: 'One line.', html: '<p>One line.</p>' }
  await openCheckIn(site.db, { id: space?.id ?? '', groupId: null, zone: null }, on, words, site.now())
  const [topic] = await site.db<{ id: string }[]>`select id from topics where kind = 'check_in'`
  const thread = `/forum/${topic?.id}`
  const okapi = await regular(site, 'okapi')
  const wren = await site.member('wren')
  await postReply(site, wren, thread, 'Day one. Slept two hours.')
  return { thread, wren, okapi }
}

const waits = async (site: Site) => (await read(site, queue)).includes('Slept two hours')

describe('first words in the thread of a morning', () => {
  test('are not answered by what others say of their own morning, but by what these write after that', async ({
    site,
  }) => {
    const { thread, okapi } = await scene(site)
    await postReply(site, okapi, thread, 'Coffee, and a walk.')
    expect(await waits(site)).toBe(true)
    await postReply(site, okapi, thread, 'Two hours is a start, I am glad that you are here.')
    expect(await waits(site)).toBe(false)
  })

  test('are answered by whoever quotes them', async ({ site }) => {
    const { thread, okapi } = await scene(site)
    await postReply(site, okapi, thread, '> **wren:**\n> Day one.\n\nGood that you are here.')
    expect(await waits(site)).toBe(false)
    // What becomes of the words of others changes nothing in that.
    const finch = await regular(site, 'finch')
    const other = await postReply(site, finch, thread, 'Rain here.')
    await site.post(`${thread}/replies/${other.split('reply-')[1]}/remove`, {}, { as: finch })
    expect(await waits(site)).toBe(false)
  })

  test('are answered by the greeter who said that they write', async ({ site }) => {
    const { thread, okapi } = await scene(site)
    await site.post(`${queue}/greeter`, { act: 'join' }, { as: okapi })
    const [post] = await site.db<{ id: string }[]>`select id from waiting_posts where answered_at is null`
    await site.post(`${queue}/${post?.id}/claim`, {}, { as: okapi })
    await postReply(site, okapi, thread, 'Good that you are here.')
    expect(await waits(site)).toBe(false)
  })

  test('wait again when the answer to them is taken away, whatever else stands below', async ({ site }) => {
    const { thread, okapi } = await scene(site)
    await postReply(site, await regular(site, 'finch'), thread, 'Rain here.')
    await postReply(site, okapi, thread, 'Coffee, and a walk.')
    const answer = await postReply(site, okapi, thread, 'Good that you are here.')
    expect(await waits(site)).toBe(false)
    await site.post(`${thread}/replies/${answer.split('reply-')[1]}/remove`, {}, { as: okapi })
    expect(await waits(site)).toBe(true)
  })
})
