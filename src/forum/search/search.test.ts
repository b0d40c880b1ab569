import { describe, expect } from 'vitest'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { forgetWords, listKnown } from './words.store.ts'

async function nights(site: Site): Promise<{ wren: TestMember; topic: string }> {
  const wren = await site.member('wren', { lastDoseOn: '2026-11-18', showsDay: true })
  const topic = await postTopic(site, wren, {
    title: 'Fourth night',
    body: 'Restless legs again, no **sleep** at all.',
  })
  return { wren, topic }
}

const find = (site: Site, query: string, as?: TestMember) =>
  read(site, `/forum/search?${new URLSearchParams(Object.fromEntries(new URLSearchParams(query)))}`, as)

describe('a search', () => {
  test('finds words in titles, topics and replies, and marks them', async ({ site }) => {
    const { topic } = await nights(site)
    await postReply(site, await site.member('okapi'), topic, 'Mine slept after a bath, sleeping is work.')
    const page = await find(site, 'q=sleep')
    expect(page).toContain('<mark>sleep</mark>')
    expect(page).toContain('<mark>sleeping</mark>')
    expect(await find(site, 'q=fourth')).toContain('Fourth night')
    expect(await find(site, 'q="legs again"')).toContain('<mark>legs again</mark>')
    expect(await find(site, 'q="again legs"')).toContain('Nothing was found for')
    expect(await find(site, 'q=giraffe+elephants')).toContain('Nothing was found for')
  })

  test('finds who wrote it, not who quoted it', async ({ site }) => {
    const { topic } = await nights(site)
    await postReply(
      site,
      await site.member('okapi'),
      topic,
      '> **wren:**\n> Restless legs again\n\nSame here.',
    )
    const page = await find(site, 'q="restless legs"')
    expect(page).toContain('<mark>Restless legs</mark>')
    expect(page).not.toContain('Same here.')
  })

  test('forgives a typing error, and says so', async ({ site }) => {
    const { topic } = await nights(site)
    const page = await find(site, 'q=restlss+slepe')
    expect(page).toContain('Nothing was found for restlss slepe. Showing restless sleep.')
    expect(page).toContain('<mark>sleep</mark>')
    // A word that nobody may read is never named.
    await site.post(`${topic}/remove`, {}, { as: await site.member('keeper', { role: 'moderator' }) })
    await site.db`update spaces set readers = 'members'`
    const hidden = await find(site, 'q=slepe')
    expect(hidden).not.toContain('Showing')
    expect(hidden).not.toContain('Fourth night')
  })

  test('offers what has some of the words where nothing has all of them', async ({ site }) => {
    const { topic } = await nights(site)
    await postReply(site, await site.member('okapi'), topic, 'A bath at four.')
    const page = await find(site, 'q=bath+elephants')
    expect(page).toContain('No post has all of this: bath elephants. These have some of it.')
    expect(page).toContain('<mark>bath</mark>')
    expect(page).not.toContain('Restless')
    expect(await find(site, 'q=restlss+elephants')).toContain('<mark>Restless</mark>')
    expect(await find(site, 'q=at+elephants')).toContain('Nothing was found for')
    expect(await find(site, 'q=bath+at')).not.toContain('No post has all')
  })

  test('for words that were mistyped goes on page by page, and past the end offers nothing else', async ({
    site,
  }) => {
    const { wren, topic } = await nights(site)
    for (let i = 1; i <= 15; i++) await postReply(site, wren, topic, `Giraffe line ${i}.`)
    const older = (page: string) =>
      /href="([^"]*before=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const lines = (page: string) => page.match(/line<?[^ ]* \d+\./g)?.length ?? 0
    for (const query of ['q=girafe', 'q=giraffe+elephants']) {
      const first = await find(site, query)
      expect([lines(first), lines(await read(site, older(first)))], query).toEqual([10, 5])
    }
    const first = await find(site, 'q=giraffe+line')
    const last = older(first).replace(/before=.*/, 'before=2026-01-01T00:00:00.000000Z_1_1')
    expect(await read(site, last)).not.toContain('These have some')
  })

  test('is narrowed by space, author and days, and keeps them in the form', async ({ site }) => {
    const { wren } = await nights(site)
    const okapi = await site.member('okapi')
    await postTopic(site, okapi, { title: 'Second', body: 'No sleep either.', space: 'sleep' })
    const [space] = await site.db<{ id: string }[]>`select id from spaces where slug = 'sleep'`
    const bySpace = await find(site, `q=sleep&space=${space?.id}`)
    expect(bySpace).toContain('No <mark>sleep</mark> either.')
    expect(bySpace).not.toContain('Fourth night')
    const byAuthor = await find(site, `q=sleep&author=${wren.handle.toUpperCase()}`)
    expect(byAuthor).toContain('Fourth night')
    expect(byAuthor).not.toContain('either')
    expect(byAuthor).toContain('value="WREN"')
    const byDay = await find(site, 'from=3&to=5')
    expect(byDay).toContain('Fourth night')
    expect(byDay).not.toContain('either')
    expect(await find(site, 'q=sleep&from=5')).not.toContain('Fourth night')
  })

  test('says what is wrong with a filter', async ({ site }) => {
    expect(await find(site, 'q=sleep&author=nobody-here')).toContain('Nobody here has this name.')
    const wrong = await site.get('/forum/search?q=sleep&from=9&to=3')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('the smaller one first')
    expect((await site.get('/forum/search?q=sleep&space=999999')).status).toBe(404)
    expect((await site.get('/forum/search?q=sleep&before=x')).status).toBe(404)
  })

  test.for([
    '%00',
    "'; drop table topics; --",
    '<script>alert(1)</script>',
    ':*',
    '((("',
    'a'.repeat(5000),
    '\u202e\u0000',
    '%F0%9F',
  ])('of %j breaks nothing', async (words, { site }) => {
    await nights(site)
    const answer = await site.get(`/forum/search?q=${encodeURIComponent(words)}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('<script>alert')
  })
})

describe('what must not be found', () => {
  test('posts of spaces that the reader may not see', async ({ site }) => {
    const { wren } = await nights(site)
    await site.db`update spaces set readers = 'members'`
    expect(await find(site, 'q=sleep')).toContain('Nothing was found for')
    expect(await find(site, 'q=sleep', wren)).toContain('Fourth night')
  })

  test('what was removed, held back, changed or left behind by somebody who is gone', async ({ site }) => {
    const { wren, topic } = await nights(site)
    const reply = await postReply(site, wren, topic, 'The old elephant.')
    const replyId = reply.split('reply-')[1] ?? ''
    await site.db`update replies set held_at = now() where id = ${replyId}`
    expect(await find(site, 'q=elephant')).toContain('Nothing was found for')
    await site.db`update replies set held_at = null where id = ${replyId}`
    // In other letters: what was kept of the first search has not heard of a change past the site.
    expect(await find(site, 'q=Elephant')).toContain('<mark>elephant</mark>')
    await site.post(`${topic}/replies/${replyId}/edit`, { body: 'The young giraffe.' }, { as: wren })
    expect(await find(site, 'q=Elephant')).toContain('Nothing was found for')
    await site.post(`${topic}/replies/${replyId}/remove`, {}, { as: wren })
    expect(await find(site, 'q=giraffe')).toContain('Nothing was found for')
    await site.db`delete from members where id = ${wren.id}`
    expect(await find(site, 'q=sleep&author=wren')).toContain('Nobody here has this name.')
  })

  test('words that stand in no post are not kept to guess from', async ({ site }) => {
    const { wren, topic } = await nights(site)
    await find(site, 'q=restlss')
    expect(await listKnown(site.db, ['restless', 'again'])).toEqual(['restless', 'again'])
    await site.post(`${topic}/edit`, { title: 'Fourth night', body: 'Nothing again.' }, { as: wren })
    await forgetWords(site.db)
    expect(await listKnown(site.db, ['restless', 'again'])).toEqual(['again'])
  })
})

test('results go on page by page, with the filters in the address', async ({ site }) => {
  const { wren, topic } = await nights(site)
  for (let i = 1; i <= 15; i++) await postReply(site, wren, topic, `Sleep line ${i}.`)
  const first = await find(site, 'q=sleep&author=wren')
  const older = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(older).toContain('q=sleep&author=wren&before=')
  const second = await read(site, older)
  expect(`${first}${second}`.match(/line \d+\./g)).toHaveLength(15)
  expect(second).toContain('Back to the newest')
})
