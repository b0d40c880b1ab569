import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, test } from '../testing/site.ts'

async function closeBy(site: Site, topic: string): Promise<void> {
  const keeper = await site.member('keeper', { role: 'moderator' })
  expect((await site.post(`${topic}/close`, {}, { as: keeper })).status).toBe(303)
}

describe('a reply', () => {
  test('stands where its address says', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const address = await postReply(
      site,
      await site.member('okapi'),
      topic,
      'A hot bath, then walk the hall.',
    )
    const page = await read(site, address)
    expect(page).toContain('A hot bath')
    expect(page).toContain(`id="${address.split('#')[1]}"`)
  })

  test('is seen by a guest whose page was kept from before', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'))
    expect(await read(site, topic)).not.toContain('A hot bath')
    await postReply(site, await site.member('okapi'), topic, 'A hot bath')
    expect(await read(site, topic)).toContain('A hot bath')
  })

  test('sent twice is one reply, also when the topic was closed in between', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const fields = { body: 'Only once.', once: newOnce() }
    const first = await site.post(`${topic}/replies`, fields, { as: wren })
    const second = await site.post(`${topic}/replies`, fields, { as: wren })
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect((await read(site, topic)).split('Only once.')).toHaveLength(2)
  })

  test('number twenty begins the second page', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    let last = ''
    for (let i = 1; i <= 20; i++) last = await postReply(site, wren, topic, `Reply number ${i}.`)
    expect(last).toMatch(/\?page=2#reply-\d+$/)
    const first = await read(site, topic)
    expect(first.match(/<article/g)).toHaveLength(20)
    expect(first).toContain('Reply number 19.')
    const second = await read(site, `${topic}?page=2`)
    expect(second).toContain('Reply number 20.')
    expect(second).not.toContain('My legs')
    for (const page of ['3', '0', 'x', '99999999999999999999'])
      expect((await site.get(`${topic}?page=${page}`)).status).toBe(404)
  })

  test('that is empty is refused on the page of the topic', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const answer = await site.post(`${topic}/replies`, { body: ' ', once: newOnce() }, { as: wren })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Write something before you send it.')
  })

  test('to a closed topic is not taken, and kept', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await closeBy(site, topic)
    const answer = await site.post(`${topic}/replies`, { body: 'Too late?', once: newOnce() }, { as: wren })
    expect(answer.status).toBe(403)
    const page = await answer.text()
    expect(page).toContain('This conversation was closed.')
    expect(page).toContain('Too late?</textarea>')
    expect(await read(site, topic)).toContain('This conversation is closed.')
  })

  test('by a guest is kept until they have signed in', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'))
    const answer = await site.post(`${topic}/replies`, {
      body: 'I was\nthere too',
      _words: 'body',
      once: newOnce(),
    })
    expect(answer.status).toBe(401)
    const page = await answer.text()
    expect(page).toContain('I was\nthere too</textarea>')
    expect(page).toContain(`action="${topic}/replies"`)
    expect(page).toContain('target="_blank"')
  })

  test('from a page of an earlier session is kept, and one press sends it', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const once = newOnce()
    const stale = { ...wren, formToken: 'c'.repeat(43) }
    const answer = await site.post(
      `${topic}/replies`,
      { body: 'Still here', _words: 'body', once },
      { as: stale },
    )
    expect(answer.status).toBe(403)
    const page = await answer.text()
    expect(page).toContain('Still here</textarea>')
    expect(page).toContain(`name="once" value="${once}"`)
    const [, form = ''] = /<form[^>]*\/replies".*?>(.*?)<\/form>/s.exec(page) ?? []
    expect(form.match(/name="_token"/g)).toHaveLength(1)
    expect(await read(site, topic)).not.toContain('Still here')
  })

  test('sent too often is kept, with the reason', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    for (let i = 1; i < 30; i++) await postReply(site, wren, topic, `Reply number ${i}.`)
    const answer = await site.post(`${topic}/replies`, { body: 'One more', once: newOnce() }, { as: wren })
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('One more</textarea>')
  })
})

describe('in the space of a group', () => {
  test('everybody reads and those who joined write', async ({ site }) => {
    const wren = await site.member('wren')
    const okapi = await site.member('okapi')
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`

    const topic = await postTopic(site, wren, { space: 'group:night-watch' })
    expect(await read(site, '/forum/groups/night-watch')).toContain('Day 3, cannot sleep')
    expect(await read(site, '/forum/spaces/open')).not.toContain('Day 3, cannot sleep')
    expect(await read(site, topic, okapi)).toContain('You can write here once you have joined the group.')

    const reply = { body: 'From outside', once: newOnce() }
    expect((await site.post(`${topic}/replies`, reply, { as: okapi })).status).toBe(403)
    const fields = { title: 'Hello all', body: 'Hi', once: newOnce(), space: 'group:night-watch' }
    const refused = await site.post('/forum/new', fields, { as: okapi })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Choose a space where you may write.')
    const form = await site.get('/forum/new?group=night-watch', { as: okapi })
    expect(form.headers.get('location')).toBe('/groups/night-watch')
    await postReply(site, wren, topic, 'From inside')
  })
})

describe('addresses that lead nowhere', () => {
  test.for([
    '/forum/999999999999999999999',
    '/forum/999999999999999999',
    '/forum/abc',
    '/forum/0',
    '/forum/-1',
    '/forum/1e3',
    '/forum/999999999/live',
    '/forum/999999999/edit',
    '/forum/999999999/replies/1/edit',
  ])('%s is not found', async (path, { site }) => {
    expect((await site.get(path, { as: await site.member('wren') })).status).toBe(404)
  })
})
