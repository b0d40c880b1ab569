import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

const idOf = (address: string) => /\/forum\/(\d+)/.exec(address)?.[1] ?? ''
const anchorOf = (address: string) => address.split('#')[1] ?? ''

async function keeperOf(site: Site): Promise<TestMember> {
  return site.member('keeper', { role: 'moderator' })
}

/** A topic with so many replies, some weeks old: too many in ten minutes would be too fast. */
async function longTopic(site: Site, as: TestMember, title: string, replies: number): Promise<string[]> {
  const topic = await postTopic(site, as, { title })
  const addresses = []
  for (let i = 1; i <= replies; i++) addresses.push(await postReply(site, as, topic, `${title} ${i}.`))
  return [topic, ...addresses]
}

/** Follows redirects as a browser does, which carries the part after # along. */
async function land(site: Site, address: string, as?: TestMember): Promise<{ page: string; path: string }> {
  let path = address.split('#')[0] ?? ''
  for (let steps = 0; steps < 5; steps++) {
    const answer = await site.get(path, as ? { as } : {})
    if (answer.status !== 301) return { page: await answer.text(), path }
    path = answer.headers.get('location') ?? ''
  }
  throw new Error(`${address} goes round in circles.`)
}

describe('moving', () => {
  test('keeps the address and changes the space', async ({ site }) => {
    const keeper = await keeperOf(site)
    const topic = await postTopic(site, await site.member('wren'), { space: 'open' })
    expect(await read(site, `${topic}/keep`, keeper)).toContain('Move it to another space')
    expect((await site.post(`${topic}/move`, { space: 'sleep' }, { as: keeper })).status).toBe(303)
    expect(await read(site, '/forum/spaces/sleep')).toContain('Day 3, cannot sleep')
    expect(await read(site, '/forum/spaces/open')).not.toContain('Day 3, cannot sleep')
    expect(await read(site, topic)).toContain('href="/forum/spaces/sleep"')
  })

  test('never shows to more people what was written for a few', async ({ site }) => {
    const keeper = await keeperOf(site)
    await site.db`update spaces set readers = 'members' where slug = 'sleep'`
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { space: 'sleep' })
    const answer = await site.post(`${topic}/move`, { space: 'wins' }, { as: keeper })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('what was written for a few')
    const open = await postTopic(site, wren, { space: 'wins' })
    expect((await site.post(`${topic}/merge`, { into: idOf(open) }, { as: keeper })).status).toBe(422)
  })
})

describe('merging', () => {
  test('brings every post along, and every old address leads to it', async ({ site }) => {
    const keeper = await keeperOf(site)
    const [into = ''] = await longTopic(site, await site.member('wren'), 'Kept', 3)
    const [from = '', ...replies] = await longTopic(site, await site.member('okapi'), 'Brought', 23)
    const answer = await site.post(`${from}/merge`, { into: `https://here.example${into}` }, { as: keeper })
    expect(answer.headers.get('location')).toBe(into)

    const first = await land(site, from)
    expect(first.path).toBe(`${into}?page=2`)
    expect(first.page).toContain('My legs will not stop.')
    for (const address of [replies[0], replies[18], replies[19], replies[22]])
      expect((await land(site, address ?? '')).page).toContain(`id="${anchorOf(address ?? '')}"`)
    expect(await read(site, into)).toContain('Kept 3.')
    expect(await read(site, '/forum')).toContain('27 answers')
    expect(await read(site, '/forum')).not.toContain('Brought')
  })

  test('takes thanks, earlier words and drafts along', async ({ site }) => {
    const keeper = await keeperOf(site)
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const into = await postTopic(site, okapi, { title: 'Kept' })
    const from = await postTopic(site, wren)
    await site.post(`${from}/thanks`, { post: '0' }, { as: okapi })
    site.setNow('2026-11-22T12:20:00Z')
    await site.post(`${from}/edit`, { title: 'Day 3', body: 'Better.' }, { as: wren })
    await site.post('/forum/drafts', { body: 'x', once: newOnce(), topic: idOf(from) }, { as: okapi })
    await site.post(`${from}/merge`, { into: idOf(into) }, { as: keeper })

    const [, post = ''] = /id="reply-(\d+)"/.exec((await land(site, from)).page) ?? []
    expect(await read(site, `${into}/replies/${post}/versions`)).toContain('My legs will not stop.')
    expect(await read(site, `${into}/replies/${post}`, okapi)).toContain('You thanked wren')
    expect(await read(site, '/forum/drafts', okapi)).toContain(`href="${into}?draft=`)
  })

  test('keeps the words of somebody who answers the old page', async ({ site }) => {
    const keeper = await keeperOf(site)
    const wren = await site.member('wren')
    const into = await postTopic(site, wren, { title: 'Kept' })
    const from = await postTopic(site, wren)
    await site.post(`${from}/merge`, { into }, { as: keeper })
    const answer = await site.post(`${from}/replies`, { body: 'Still typing', once: newOnce() }, { as: wren })
    expect(answer.headers.get('location')).toContain(into)
    expect((await land(site, answer.headers.get('location') ?? '')).page).toContain('Still typing')
  })

  test.for(['', 'nonsense', '999999999', '/forum/new', 'itself'])(
    'with %s is refused',
    async (into, { site }) => {
      const topic = await postTopic(site, await site.member('wren'))
      const fields = { into: into === 'itself' ? topic : into }
      expect((await site.post(`${topic}/merge`, fields, { as: await keeperOf(site) })).status).toBe(422)
    },
  )

  test('among those who may read tells nobody else where it went', async ({ site }) => {
    const keeper = await keeperOf(site)
    const wren = await site.member('wren')
    await site.db`update spaces set readers = 'members' where slug = 'sleep'`
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
    await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
    const [from = '', reply = ''] = await (async () => {
      const topic = await postTopic(site, wren, { space: 'group:night-watch' })
      return [topic, await postReply(site, wren, topic, 'Between us')]
    })()
    const into = await postTopic(site, wren, { title: 'Kept', space: 'group:night-watch' })
    await site.post(`${from}/merge`, { into }, { as: keeper })
    expect((await land(site, reply, wren)).page).toContain('Between us')
    const okapi = await site.member('okapi')
    const alone = reply.replace(/(\?page=\d+)?#reply-/, '/replies/')
    for (const path of [from, alone]) {
      expect((await site.get(path, { as: okapi })).status).toBe(404)
      expect((await site.get(path)).status).toBe(404)
    }
  })

  test('twice leads on from place to place', async ({ site }) => {
    const keeper = await keeperOf(site)
    const wren = await site.member('wren')
    const [one = '', reply = ''] = await longTopic(site, wren, 'One', 1)
    const two = await postTopic(site, wren, { title: 'Two' })
    const three = await postTopic(site, wren, { title: 'Three' })
    await site.post(`${one}/merge`, { into: two }, { as: keeper })
    await site.post(`${two}/merge`, { into: three }, { as: keeper })
    expect((await land(site, reply)).page).toContain(`id="${anchorOf(reply)}"`)
    expect((await site.post(`${one}/merge`, { into: three }, { as: keeper })).status).toBe(404)
  })
})

describe('splitting', () => {
  test('gives answers a page of their own, and a line where they stood leads there', async ({ site }) => {
    const keeper = await keeperOf(site)
    const [topic = '', ...replies] = await longTopic(site, await site.member('wren'), 'Answer', 4)
    const chosen = replies.slice(1, 3).map((address) => anchorOf(address).slice('reply-'.length))
    const keep = await read(site, `${topic}/keep`, keeper)
    for (const id of chosen) expect(keep).toContain(`value="${id}"`)
    const fields = { title: 'About something else', body: 'Moved from there.', replies: chosen }
    const made = (await site.post(`${topic}/split`, fields, { as: keeper })).headers.get('location') ?? ''

    const there = await read(site, made)
    expect(there).toContain('Moved from there.')
    for (const id of chosen) expect(there).toContain(`id="reply-${id}"`)
    expect(there).toContain('Answer 2.')
    const here = await read(site, topic)
    expect(here).not.toContain('Answer 2.')
    expect(here).toContain('Answer 4.')
    // The old anchors are still on the old page, and the first says where they went.
    for (const id of chosen) expect(here).toContain(`id="reply-${id}"`)
    expect(here).toContain(`href="/forum/${idOf(made)}/replies/${chosen[0]}"`)
    const alone = await site.get(`${topic}/replies/${chosen[1]}`)
    expect(alone.headers.get('location')).toBe(`${made}/replies/${chosen[1]}`)
    const list = await read(site, '/forum')
    expect(list.match(/2 answers/g)).toHaveLength(2)
    await postReply(site, await site.member('okapi'), topic, 'It goes on')
    expect(await read(site, topic)).toContain('It goes on')
  })

  test('of nothing, or of answers of another conversation, is refused with the words kept', async ({
    site,
  }) => {
    const keeper = await keeperOf(site)
    const wren = await site.member('wren')
    const [topic = ''] = await longTopic(site, wren, 'Here', 1)
    const [, other = ''] = await longTopic(site, wren, 'There', 1)
    for (const replies of [[], [anchorOf(other).slice('reply-'.length)], ['x', '0']]) {
      const fields = { title: 'Apart', body: 'Words to keep', replies }
      const answer = await site.post(`${topic}/split`, fields, { as: keeper })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Words to keep</textarea>')
    }
  })
})

test('nobody but moderators puts conversations in their place', async ({ site }) => {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  expect((await site.get(`${topic}/keep`, { as: wren })).status).toBe(403)
  for (const act of ['move', 'merge', 'split']) {
    const fields = { space: 'sleep', into: '1', title: 'Apart', body: 'x', replies: ['1'] }
    expect((await site.post(`${topic}/${act}`, fields, { as: wren })).status).toBe(403)
    expect((await site.post(`${topic}/${act}`, fields)).status).toBe(401)
  }
  expect(await read(site, topic, wren)).not.toContain('/keep"')
})

describe('what others keep about a post', () => {
  test('follows it: who waits for an answer, and who follows the conversation', async ({ site }) => {
    const keeper = await keeperOf(site)
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const into = await postTopic(site, keeper, { title: 'Kept' })
    const from = await postTopic(site, wren)
    const waiting = () => site.db`select topic_id, reply_id from waiting_posts where author_id = ${wren.id}`
    expect(await waiting()).toEqual([{ topicId: idOf(from), replyId: null }])
    await site.db`insert into topic_marks (member_id, topic_id, state) values (${okapi.id}, ${idOf(from)}, 'followed')`
    await site.post(`${from}/merge`, { into }, { as: keeper })
    const [, post = ''] = /id="reply-(\d+)"/.exec((await land(site, from)).page) ?? []
    expect(await waiting()).toEqual([{ topicId: idOf(into), replyId: post }])
    const marks = await site.db`select topic_id, state from topic_marks where member_id = ${okapi.id}`
    expect(marks).toEqual([{ topicId: idOf(into), state: 'followed' }])
  })

  test('goes to where answers are split off to: their writers hear of what comes there', async ({ site }) => {
    const [keeper, wren, okapi, finch] = [
      await keeperOf(site),
      await site.member('wren'),
      await site.member('okapi'),
      await site.member('finch'),
    ]
    const topic = await postTopic(site, wren)
    const replies = []
    for (const as of [okapi, finch])
      replies.push(anchorOf(await postReply(site, as, topic, 'Mine.')).slice(6))
    await site.post(`/forum/following/topics/${idOf(topic)}`, { state: 'muted' }, { as: finch })
    const fields = { title: 'Apart', body: 'Moved.', replies }
    const made = (await site.post(`${topic}/split`, fields, { as: keeper })).headers.get('location') ?? ''
    await site.db`delete from notices`
    await postReply(site, wren, made, 'There too.')
    const told = await site.db`select member_id, link from notices where kind = 'forum-followed'`
    expect(told).toEqual([{ memberId: okapi.id, link: `/forum/following/topics/${idOf(made)}/unread` }])
  })

  test('is known by table: a new one that names posts by their place must follow them too', async ({
    site,
  }) => {
    const tables = await site.db<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = current_schema() and column_name in ('topic_id', 'reply_id')
      group by table_name having count(*) = 2 order by table_name`
    expect(tables.map(({ name }) => name)).toEqual([
      'forum_words_read',
      'moderation_cases',
      'moved_replies',
      'post_signals',
      'post_versions',
      'thanks',
      'waiting_posts',
      'words_leaving',
    ])
  })
})

test('whatever a moderator does with a conversation stands in the log that everybody can read', async ({
  site,
}) => {
  const keeper = await keeperOf(site)
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren, { space: 'open' })
  const reply = /reply-(\d+)/.exec(await postReply(site, wren, topic, 'Something else.'))?.[1] ?? ''
  const into = await postTopic(site, wren, { title: 'Another' })
  const act = async (path: string, fields: Record<string, string | string[]> = {}) =>
    expect((await site.post(path, fields, { as: keeper })).status).toBe(303)
  await act(`${topic}/notes`, { notes: ['heavy'] })
  await act(`${topic}/split`, { title: 'Of its own', body: 'Here it goes on.', replies: [reply] })
  await act(`${topic}/close`)
  // Pressed twice it was closed once.
  await act(`${topic}/close`)
  await act(`${topic}/open`)
  await act(`${topic}/move`, { space: 'sleep' })
  await act(`${topic}/merge`, { into })
  const said = await site.db<{ what: string; keeper: string }[]>`
    select what, keeper from moderation_log order by number`
  expect(said.map(({ what }) => what)).toEqual(['noted', 'split', 'closed', 'opened', 'moved', 'merged'])
  // The topic that was begun carries a name, and a letter on the same line would be theirs everywhere.
  const letter = expect.stringMatching(/^K\d+$/)
  expect(said.map(({ keeper }) => keeper)).toEqual([letter, '–', letter, letter, letter, letter])
  const log = await read(site, '/moderation/log')
  for (const words of ['Closed to new answers', 'Opened again', 'Moved to another space', 'Brought together'])
    expect(log).toContain(words)
  for (const name of ['keeper', 'wren', 'Another']) expect(log).not.toContain(name)
})
