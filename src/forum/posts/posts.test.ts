import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

async function conversation(site: Site) {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const topic = await postTopic(site, wren)
  const reply = await postReply(site, okapi, topic, 'A **hot** bath.')
  const [, id = ''] = reply.split('#reply-')
  return { wren, okapi, topic, id, alone: `${topic}/replies/${id}` }
}

function edit(site: Site, as: TestMember, post: string, body: string, more: Record<string, string> = {}) {
  return site.post(`${post}/edit`, { title: 'Day 3, cannot sleep', body, ...more }, { as })
}

describe('quoting', () => {
  test('opens the answer form with the words, without a script', async ({ site }) => {
    const { wren, topic, id } = await conversation(site)
    const page = await read(site, `${topic}?quote=${id}`, wren)
    expect(page).toContain('>&gt; **okapi:**\n&gt; A **hot** bath.\n\n</textarea>'.replaceAll('&gt;', '>'))
    expect(await read(site, `${topic}?quote=0`, wren)).toContain('> My legs will not stop.')
    expect(await read(site, topic)).toContain(`href="?quote=${id}#answer"`)
  })

  test('gives nothing of what was removed, or stands elsewhere', async ({ site }) => {
    const { wren, okapi, topic, id, alone } = await conversation(site)
    const other = await postTopic(site, wren, { title: 'Another' })
    expect(await read(site, `${other}?quote=${id}`, wren)).not.toContain('okapi:')
    await site.post(`${alone}/remove`, {}, { as: okapi })
    for (const quote of [id, 'x', '-1', '999999999999999999999'])
      expect(await read(site, `${topic}?quote=${quote}`, wren)).not.toContain('okapi:')
  })
})

describe('an edit after the silent minutes', () => {
  test('lets everybody see what stood there before', async ({ site }) => {
    const { okapi, topic, alone } = await conversation(site)
    site.setNow('2026-11-22T12:20:00Z')
    await edit(site, okapi, alone, 'A warm bath.')
    expect(await read(site, topic)).toContain(`href="${alone}/versions">edited`)
    const before = await read(site, `${alone}/versions`)
    expect(before).toContain('<strong>hot</strong>')
    expect(before).not.toContain('Erase')
    expect(before).not.toContain('warm')
  })

  test('can be forgotten by its author alone', async ({ site }) => {
    const { wren, okapi, alone } = await conversation(site)
    site.setNow('2026-11-22T12:20:00Z')
    await edit(site, okapi, alone, 'A warm bath.')
    expect((await site.post(`${alone}/versions/forget`, {}, { as: wren })).status).toBe(403)
    expect(await read(site, `${alone}/versions`)).toContain('hot')
    await site.post(`${alone}/versions/forget`, {}, { as: okapi })
    expect(await read(site, `${alone}/versions`)).not.toContain('hot')
  })

  test('goes with the post', async ({ site }) => {
    const { wren, topic } = await conversation(site)
    site.setNow('2026-11-22T12:20:00Z')
    await edit(site, wren, topic, 'They stopped.')
    expect(await read(site, `${topic}/versions`)).toContain('will not stop')
    await site.post(`${topic}/remove`, {}, { as: wren })
    expect((await site.get(`${topic}/versions`)).status).toBe(404)
    expect(await site.db`select from post_versions`).toHaveLength(0)
  })

  test('that changes nothing leaves no mark', async ({ site }) => {
    const { wren, topic } = await conversation(site)
    site.setNow('2026-11-22T12:20:00Z')
    await edit(site, wren, topic, 'My legs will not stop.')
    expect(await read(site, topic)).not.toContain('/versions')
  })
})

test('of two edits from two windows the second sees both, and loses nothing', async ({ site }) => {
  const { okapi, alone } = await conversation(site)
  const was = /name="was" value="([^"]+)"/.exec(await read(site, `${alone}/edit`, okapi))?.[1] ?? ''
  expect((await edit(site, okapi, alone, 'First window', { was })).status).toBe(303)
  const second = await edit(site, okapi, alone, 'Second window', { was })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('<pre>First window</pre>')
  expect(page).toContain('Second window</textarea>')
  expect(await read(site, alone)).toContain('First window')
  const now = /name="was" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect((await edit(site, okapi, alone, 'Both windows', { was: now })).status).toBe(303)
  expect(await read(site, alone)).toContain('Both windows')
})

describe('thanks', () => {
  test('are told to the one who wrote, in words, and seen by nobody else', async ({ site }) => {
    const { wren, okapi, topic, id, alone } = await conversation(site)
    const thank = { post: id }
    const answer = await site.post(`${topic}/thanks`, thank, { as: wren })
    expect(answer.headers.get('location')).toBe(alone)
    await site.post(`${topic}/thanks`, thank, { as: wren })
    expect(await read(site, alone, wren)).toContain('You thanked okapi for this.')
    expect(await read(site, '/forum/thanks', okapi)).toContain('Somebody thanked you')
    const notices = await read(site, '/account/notices', okapi)
    expect(notices).toContain('Somebody thanked you for what you wrote in “Day 3, cannot sleep”.')
    expect(notices).not.toContain('wren')
    for (const as of [okapi, undefined]) expect(await read(site, topic, as)).not.toMatch(/thanked/i)
  })

  test('are taken back', async ({ site }) => {
    const { wren, okapi, topic, id, alone } = await conversation(site)
    await site.post(`${topic}/thanks`, { post: id }, { as: wren })
    await site.post(`${topic}/thanks/back`, { post: id }, { as: wren })
    expect(await read(site, alone, wren)).toContain('Say thank you')
    expect(await read(site, '/forum/thanks', okapi)).not.toContain('Somebody thanked you for')
    expect(await read(site, '/account/notices', okapi)).not.toContain('Somebody thanked you')
  })

  test('of two people are one line, and stay when one of them takes theirs back', async ({ site }) => {
    const { wren, okapi, topic, id } = await conversation(site)
    const kestrel = await site.member('kestrel')
    for (const as of [wren, kestrel]) await site.post(`${topic}/thanks`, { post: id }, { as })
    await site.post(`${topic}/thanks/back`, { post: id }, { as: kestrel })
    const notices = await read(site, '/account/notices', okapi)
    expect(notices.match(/Somebody thanked you/g)).toHaveLength(1)
  })

  test('are not for oneself, for guests, or for what is not there', async ({ site }) => {
    const { wren, okapi, topic, id } = await conversation(site)
    const own =
      (await site.post(`${topic}/thanks`, { post: id }, { as: okapi })).headers.get('location') ?? ''
    expect(await read(site, own, okapi)).toContain('These are your own words.')
    expect(await read(site, own, wren)).not.toContain('These are your own words.')
    expect(await site.db`select from thanks`).toHaveLength(0)
    expect((await site.post(`${topic}/thanks`, { post: id })).status).toBe(401)
    for (const post of ['', 'x', '999999999', '1e3'])
      expect((await site.post(`${topic}/thanks`, { post }, { as: wren })).status).toBe(404)
  })

  test('for somebody who has left reach nobody', async ({ site }) => {
    const { wren, topic, id, alone } = await conversation(site)
    await site.db`update replies set author_id = null where id = ${id}`
    const answer = await site.post(`${topic}/thanks`, { post: id }, { as: wren })
    expect(answer.headers.get('location')).toBe(alone)
    expect(await site.db`select from thanks`).toHaveLength(0)
  })

  test('for words in a hidden space name no title', async ({ site }) => {
    const { wren, okapi, topic, id } = await conversation(site)
    await site.db`update spaces set readers = 'members' where slug = 'open'`
    await site.post(`${topic}/thanks`, { post: id }, { as: wren })
    const notices = await read(site, '/account/notices', okapi)
    expect(notices).toContain('Somebody thanked you for something you wrote.')
    expect(notices).not.toContain('cannot sleep')
  })
})

describe('a content note', () => {
  test('stands before the words and in the lists, and is open unless the reader chose otherwise', async ({
    site,
  }) => {
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19', showsDay: true })
    const okapi = await site.member('okapi')
    const topic = await postTopic(site, wren, { notes: 'loss' })
    expect(await read(site, '/forum')).toContain('>loss</span>')
    const open = /<details class="noted" data-notes="loss" open>/
    expect(await read(site, topic)).toMatch(open)
    expect(await read(site, topic, okapi)).toMatch(open)

    await site.post('/forum/notes', { notes: ['loss', 'lapse'] }, { as: okapi })
    expect(await read(site, '/forum/notes', okapi)).toMatch(/value="loss" checked/)
    const page = await read(site, topic, okapi)
    expect(page).not.toMatch(open)
    expect(page).toContain('Content note: loss')
    expect(await read(site, topic, wren)).toMatch(open)

    expect(await read(site, `${topic}/first`, okapi)).not.toMatch(open)
    for (const list of ['/forum/waiting', '/forum/days/3', '/forum/search?q=legs']) {
      expect(await read(site, list, okapi)).not.toContain('will not stop')
      expect(await read(site, list)).toContain('will not stop')
    }

    site.setNow('2026-11-22T13:00:00Z')
    const words = { title: 'Day 3, cannot sleep', body: 'My legs are still now.', notes: 'loss' }
    await site.post(`${topic}/edit`, words, { as: wren })
    expect(await read(site, `${topic}/versions`, wren)).toMatch(open)
    const before = await read(site, `${topic}/versions`, okapi)
    expect(before).toContain('will not stop')
    expect(before).not.toMatch(open)
    await site.post(`${topic}/edit`, { ...words, body: 'My legs will not stop.' }, { as: wren })

    await site.post('/forum/notes', {}, { as: okapi })
    for (const path of [topic, `${topic}/first`]) expect(await read(site, path, okapi)).toMatch(open)
    expect(await read(site, '/forum/waiting', okapi)).toContain('will not stop')
  })

  test('is changed by a moderator, and by nobody else', async ({ site }) => {
    const { wren, alone, topic } = await conversation(site)
    const keeper = await site.member('keeper', { role: 'moderator' })
    expect((await site.post(`${alone}/notes`, { notes: 'medication' }, { as: wren })).status).toBe(403)
    await site.post(`${alone}/notes`, { notes: 'medication' }, { as: keeper })
    expect(await read(site, topic)).toContain('Content note: medication')
    await site.post(`${alone}/notes`, { notes: 'no such note' }, { as: keeper })
    expect(await read(site, topic)).not.toContain('Content note')
  })
})

test('a reply that waits is at its own address for its author and moderators alone', async ({ site }) => {
  const { wren, okapi, topic, id, alone } = await conversation(site)
  await site.db`update replies set held_at = ${site.now()} where id = ${id}`
  await site.db`update topics set title = 'Still here'`
  const keeper = await site.member('keeper', { role: 'moderator' })
  for (const as of [okapi, keeper]) {
    expect(await read(site, alone, as)).toContain('hot</strong> bath')
    expect(await read(site, topic, as)).toContain(`href="${alone}">Read what okapi wrote`)
  }
  expect(await read(site, topic, wren)).not.toContain('Read what okapi wrote')
  for (const as of [wren, undefined]) {
    expect((await site.get(alone, as ? { as } : {})).status).toBe(404)
    expect(await read(site, `${topic}?quote=${id}`, as)).not.toContain('hot')
  }
  expect((await site.post(`${topic}/thanks`, { post: id }, { as: keeper })).status).toBe(404)
})

test('nothing of one post is there in a space that is hidden', async ({ site }) => {
  const { wren, topic, id, alone } = await conversation(site)
  await site.db`update spaces set readers = 'members' where slug = 'open'`
  for (const path of [alone, `${topic}/first`, `${topic}/versions`, `${alone}/versions`])
    expect((await site.get(path)).status).toBe(404)
  expect((await site.post(`${topic}/replies`, { body: 'x', once: newOnce() })).status).toBe(404)
  expect(await read(site, alone, wren)).toContain(`${topic}?page=1&amp;quote=${id}#answer`)
})
