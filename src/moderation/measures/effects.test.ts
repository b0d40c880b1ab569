import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

async function scene(site: Site) {
  const wren = await site.member('wren')
  const finch = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const warden = await site.member('warden', { role: 'moderator' })
  const topic = await postTopic(site, finch)
  const reply = /reply-(\d+)/.exec(await postReply(site, wren, topic, 'Loud words.'))?.[1] ?? ''
  return { wren, finch, keeper, warden, topic, reply }
}

/** What is decided about the answer; its page. */
async function decide(site: Site, kind: string, days = '3') {
  const here = await scene(site)
  const { finch, keeper, topic, reply } = here
  const path = `/moderation/report?topic=${topic.split('/').at(-1)}&reply=${reply}`
  await site.post(path, { category: 'shaming' }, { as: finch })
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const words = { kind, category: 'shaming', reason: 'A taper is no weakness.', days }
  expect((await site.post(`/moderation/cases/${row?.id}/decide`, words, { as: keeper })).status).toBe(303)
  const [measure] = await site.db<{ id: string }[]>`select id from measures`
  return { ...here, page: `/moderation/decisions/${measure?.id}` }
}

const write = async (site: Site, as: TestMember, topic: string) =>
  (await site.post(`${topic}/replies`, { body: 'Still here.', once: newOnce() }, { as })).status

async function takeBack(site: Site, page: string, wren: TestMember, warden: TestMember): Promise<void> {
  await site.post(`${page}/appeal`, { words: 'I spoke of my own.' }, { as: wren })
  const granted = { granted: 'yes', answer: 'You did.' }
  expect((await site.post(`${page}/answer`, granted, { as: warden })).status).toBe(303)
}

const folded = /<details[^>]*><summary>[^<]*<\/summary>(?:(?!<\/details>).)*Loud words\./s

describe('what a decision does', () => {
  test('a word to the author changes nothing else', async ({ site }) => {
    const { wren, finch, topic } = await decide(site, 'note')
    expect(await read(site, topic, finch)).toContain('Loud words.')
    expect(await read(site, topic, finch)).not.toMatch(folded)
    expect(await write(site, wren, topic)).toBe(303)
  })

  test('folded away it is one tap from being read, for all, until it is taken back', async ({ site }) => {
    const { wren, finch, warden, topic, page } = await decide(site, 'collapse')
    for (const reader of [undefined, finch, wren]) expect(await read(site, topic, reader)).toMatch(folded)
    await takeBack(site, page, wren, warden)
    expect(await read(site, topic)).not.toMatch(folded)
    expect(await read(site, topic)).toContain('Loud words.')
  })

  test('out of sight only its author and moderators read it, wherever one looks', async ({ site }) => {
    const { wren, finch, keeper, warden, topic, reply, page } = await decide(site, 'hold')
    const alone = `${topic}/replies/${reply}`
    for (const reader of [undefined, finch]) {
      expect(await read(site, topic, reader)).not.toContain('Loud words.')
      expect((await site.get(alone, reader ? { as: reader } : {})).status).toBe(404)
      expect(await read(site, '/forum/search?q=loud', reader)).not.toContain('Loud')
    }
    for (const reader of [wren, keeper]) expect(await read(site, alone, reader)).toContain('Loud words.')
    await takeBack(site, page, wren, warden)
    expect(await read(site, topic)).toContain('Loud words.')
  })

  test.for([
    ['read_only', '3', 'For a day you can read here', '2026-11-23T11:59:59Z', '2026-11-23T12:00:01Z'],
    ['suspend', '7', 'For some days you can read here', '2026-11-29T11:59:59Z', '2026-11-29T12:00:01Z'],
  ] as const)(
    '%s for %s days ends by itself, and its author is told until when',
    async ([kind, days, said, before, after], { site }) => {
      const { wren, topic, page } = await decide(site, kind, days)
      expect(await write(site, wren, topic)).toBe(403)
      const told = await read(site, page, wren)
      for (const words of [
        said,
        'A taper is no weakness.',
        `datetime="${after.slice(0, 11)}12:00:00Z"`,
        'action="',
      ])
        expect(told).toContain(words)
      expect(await read(site, topic, wren)).toContain('Loud words.')
      // A session rests after fourteen days; within them it still stands.
      site.setNow(before)
      expect(await write(site, wren, topic)).toBe(403)
      site.setNow(after)
      expect(await write(site, wren, topic)).toBe(303)
    },
  )

  test('no days that nobody offers, no rule that is none, no measure that is none', async ({ site }) => {
    const { finch, keeper, topic } = await scene(site)
    await site.post(
      `/moderation/report?topic=${topic.split('/').at(-1)}`,
      { category: 'shaming' },
      { as: keeper },
    )
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
    const fine = { kind: 'suspend', category: 'shaming', reason: 'A word.', days: '3' }
    for (const odd of [
      { days: '36500' },
      { days: '-1' },
      { category: 'because' },
      { kind: 'delete' },
      { reason: ' ' },
    ])
      expect(
        (await site.post(`/moderation/cases/${row?.id}/decide`, { ...fine, ...odd }, { as: keeper })).status,
      ).toBe(422)
    expect(await write(site, finch, topic)).toBe(303)
  })
})
