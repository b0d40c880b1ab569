import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'

/** A group's space that only its members may read, with a topic by one of them. */
async function hiddenTopic(site: Site): Promise<{ wren: TestMember; topic: string }> {
  const wren = await site.member('wren')
  const [group] = await site.db<{ id: string }[]>`
    insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
  await site.db`insert into group_members (group_id, member_id) values (${group?.id ?? ''}, ${wren.id})`
  await site.db`insert into spaces (group_id, readers) values (${group?.id ?? ''}, 'members')`
  return { wren, topic: await postTopic(site, wren, { title: 'Among us', space: 'group:night-watch' }) }
}

describe('the open spaces', () => {
  test('each have an address, a sentence, and their own conversations', async ({ site }) => {
    const wren = await site.member('wren')
    await postTopic(site, wren, { title: 'Legs at night', space: 'sleep', kind: 'question' })
    const all = await read(site, '/forum/spaces')
    for (const slug of ['newcomers', 'tapering', '7-oh', 'sleep', 'relationships', 'wins', 'family', 'open'])
      expect(all).toContain(`href="/forum/spaces/${slug}"`)
    expect(await read(site, '/forum/spaces/sleep')).toContain('Legs at night')
    expect(await read(site, '/forum/spaces/sleep')).toContain('lying awake')
    expect(await read(site, '/forum/spaces/wins')).not.toContain('Legs at night')
    expect(await read(site, '/forum')).toContain('Legs at night')
  })

  test('are chosen in the form, and one that is not there is refused with the words kept', async ({
    site,
  }) => {
    const wren = await site.member('wren')
    expect(await read(site, '/forum/new?space=sleep', wren)).toMatch(/value="sleep" selected/)
    expect((await site.get('/forum/new?space=nowhere', { as: wren })).status).toBe(404)
    const fields = { title: 'Hello', body: 'My words', once: newOnce(), space: 'nowhere' }
    const answer = await site.post('/forum/new', fields, { as: wren })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('My words</textarea>')
  })

  test('are found at their old addresses', async ({ site }) => {
    const old = await site.get('/forum?space=open')
    expect([old.status, old.headers.get('location')]).toEqual([301, '/forum/spaces/open'])
    const ofGroup = await site.get('/forum?group=night-watch')
    expect(ofGroup.headers.get('location')).toBe('/forum/groups/night-watch')
  })

  test('put to rest stay readable, and nothing is added', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren, { space: 'wins' })
    await site.db`update spaces set retired_at = ${site.now()} where slug = 'wins'`
    expect(await read(site, topic, wren)).toContain('This space is at rest.')
    expect(await read(site, '/forum/spaces/wins')).toContain('Day 3, cannot sleep')
    expect(await read(site, '/forum/new', wren)).not.toContain('value="wins"')
    for (const [path, status] of [
      ['/forum/new', 422],
      [`${topic}/replies`, 403],
    ] as const) {
      const fields = { title: 'Late', body: 'Kept words', once: newOnce(), space: 'wins' }
      const answer = await site.post(path, fields, { as: wren })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain('Kept words</textarea>')
    }
  })
})

describe('a space for its members only', () => {
  test('is not there for anybody else, at any of its addresses', async ({ site }) => {
    const { wren, topic } = await hiddenTopic(site)
    const reply = await postReply(site, wren, topic, 'Between us')
    const path = reply.replace('#reply-', '/replies/')
    const okapi = await site.member('okapi')
    for (const as of [okapi, undefined]) {
      const sending = as ? { as } : {}
      for (const address of ['/forum/groups/night-watch', topic, `${topic}/live`])
        expect((await site.get(address, sending)).status, address).toBe(404)
      for (const page of ['/forum', '/', '/forum/spaces'])
        expect(await read(site, page, as)).not.toMatch(/Among us|groups\/night-watch/)
    }
    for (const address of [`${topic}/edit`, `${path}/edit`])
      expect((await site.get(address, { as: okapi })).status, address).toBe(404)
    for (const act of ['/replies', '/edit', '/remove', '/close', '/open']) {
      const fields = { title: 'Let me in', body: 'Let me in', once: newOnce() }
      expect((await site.post(topic + act, fields, { as: okapi })).status, act).toBe(404)
    }
    expect((await site.post(`${topic}/replies`, { body: 'In', once: newOnce() })).status).toBe(404)
  })

  test('is whole for those who belong to it, and for moderators', async ({ site }) => {
    const { wren, topic } = await hiddenTopic(site)
    const keeper = await site.member('keeper', { role: 'moderator' })
    for (const as of [wren, keeper]) {
      expect(await read(site, topic, as)).toContain('Among us')
      expect(await read(site, '/forum/groups/night-watch', as)).toContain('Only members of this group')
      expect(await read(site, '/forum', as)).toContain('Among us')
    }
  })

  test('is whole for anybody signed in where it is no group’s', async ({ site }) => {
    const wren = await site.member('wren')
    await site.db`update spaces set readers = 'members' where slug = 'sleep'`
    const topic = await postTopic(site, wren, { space: 'sleep' })
    expect(await read(site, topic, await site.member('okapi'))).toContain('Day 3, cannot sleep')
    expect((await site.get(topic)).status).toBe(404)
    expect((await site.get('/forum/spaces/sleep')).status).toBe(404)
  })
})

test('a topic that waits for a moderator is there for its author and for moderators', async ({ site }) => {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  await site.db`update topics set held_at = ${site.now()}`
  expect(await read(site, topic, wren)).toContain('cannot sleep')
  expect(await read(site, topic, await site.member('keeper', { role: 'moderator' }))).toContain(
    'cannot sleep',
  )
  expect((await site.get(topic, { as: await site.member('okapi') })).status).toBe(404)
  expect((await site.get(topic)).status).toBe(404)
  for (const page of ['/forum', '/', '/forum/spaces/open'])
    expect(await read(site, page, wren)).not.toContain('cannot sleep')
})

describe('the operator', () => {
  test('adds, renames, reorders and retires spaces; their addresses stay', async ({ site }) => {
    const keeper = await site.member('keeper', { role: 'operator' })
    const fields = { name: 'Work & study', about: 'For days at a desk.', zone: 'Europe/Berlin' }
    const added = await site.post('/forum/spaces/new', fields, { as: keeper })
    expect(added.headers.get('location')).toBe('/forum/spaces/work-study')
    const again = await site.post('/forum/spaces/new', fields, { as: keeper })
    expect(again.headers.get('location')).toBe('/forum/spaces/work-study-2')

    const path = '/forum/spaces/work-study'
    await site.post(`${path}/edit`, { ...fields, name: 'Work' }, { as: keeper })
    expect(await read(site, path)).toContain('>Work</bdi>')
    const order = async () => (await read(site, '/forum/spaces')).match(/(?<=href="\/forum\/spaces\/)[\w-]+/g)
    expect((await order())?.slice(-2)).toEqual(['work-study', 'work-study-2'])
    await site.post(`${path}/up`, {}, { as: keeper })
    expect((await order())?.slice(-3)).toEqual(['work-study', 'open', 'work-study-2'])
    await site.post(`${path}/down`, {}, { as: keeper })
    await site.post(`${path}/down`, {}, { as: keeper })
    await site.post(`${path}/down`, {}, { as: keeper })
    expect((await order())?.at(-1)).toBe('work-study')
    await site.post(`${path}/retire`, {}, { as: keeper })
    expect(await read(site, path)).toContain('This space is at rest.')
    await site.post(`${path}/restore`, {}, { as: keeper })
    expect(await read(site, path)).not.toContain('This space is at rest.')
  })

  test('is told what is wrong with a space, and keeps what was typed', async ({ site }) => {
    const keeper = await site.member('keeper', { role: 'operator' })
    const odd = { name: ' ', about: 'x'.repeat(201), zone: '+05:00', readers: 'nobody' }
    const answer = await site.post('/forum/spaces/new', odd, { as: keeper })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const sentence of ['a name of 2 to 60', 'to 200 letters', 'time zone from the list', 'who can read'])
      expect(page).toContain(sentence)
  })

  test('alone does this; for others such pages are not there', async ({ site }) => {
    for (const role of ['member', 'moderator']) {
      const as = await site.member(`some-${role}`, { role })
      for (const path of ['/forum/spaces/new', '/forum/spaces/sleep/edit'])
        expect((await site.get(path, { as })).status).toBe(404)
      for (const act of ['new', 'sleep/edit', 'sleep/up', 'sleep/retire', 'sleep/restore'])
        expect((await site.post(`/forum/spaces/${act}`, { name: 'Mine' }, { as })).status).toBe(404)
    }
    expect((await site.post('/forum/spaces/sleep/retire', {})).status).toBe(401)
  })
})

test('a host decides who reads the space of their group, and nobody else does', async ({ site }) => {
  const { wren, topic } = await hiddenTopic(site)
  await site.db`update group_members set role = 'host' where member_id = ${wren.id}`
  const path = '/forum/groups/night-watch'
  expect(await read(site, `${path}/edit`, wren)).toMatch(/value="members" checked/)
  await site.post(`${path}/edit`, { readers: 'everybody', opensCheckIn: 'yes' }, { as: wren })
  expect(await read(site, topic)).toContain('Among us')
  const okapi = await site.member('okapi', { role: 'operator' })
  expect((await site.get(`${path}/edit`, { as: okapi })).status).toBe(404)
  expect((await site.post(`${path}/edit`, { readers: 'members' }, { as: okapi })).status).toBe(404)
  await site.post(`${path}/edit`, { readers: 'members' }, { as: wren })
  expect((await site.get(topic)).status).toBe(404)
})
