import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const dark = 'I want to end my life tonight.'

const send = (site: Site, path: string, as: TestMember, body: string) =>
  site.post(path, { title: 'Tonight', body, looked: 'crisis', once: newOnce() }, { as })

/** Came without the small check: what they write first waits for a moderator. */
async function unproved(site: Site, handle: string): Promise<TestMember> {
  const member = await site.member(handle, { isNew: true })
  await site.db`update members set proved_work = false where id = ${member.id}`
  return member
}

async function held(site: Site, as: TestMember, path = '/forum/new'): Promise<string> {
  const sent = await send(site, path, as, 'My first words')
  expect(sent.headers.get('location')).toContain('sent=held')
  return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
}

const lastCase = async (site: Site) =>
  (
    await site.db<{ id: string; category: string }[]>`
    select id, category from moderation_cases order by id desc limit 1`
  )[0] ?? { id: '', category: '' }

async function report(site: Site, as: TestMember, topic: string, category: string, reply = '0') {
  const path = `/moderation/report?topic=${topic.split('/').at(-1)}&reply=${reply}`
  expect((await site.post(path, { category }, { as })).status).toBe(200)
}

const decide = async (site: Site, as: TestMember, kind: string, id?: string) =>
  site.post(
    `/moderation/cases/${id ?? (await lastCase(site)).id}/decide`,
    { kind, category: 'sourcing', reason: 'Because.' },
    { as },
  )

describe('words from a dark place are read by all', () => {
  test('also when a first post that waits is changed into them', async ({ site }) => {
    const okapi = await unproved(site, 'okapi')
    const wren = await site.member('wren')
    const topic = await held(site, okapi)
    expect((await site.get(topic, { as: wren })).status).toBe(404)
    await site.post(`${topic}/edit`, { title: 'Tonight', body: 'Still awake.' }, { as: okapi })
    expect((await site.get(topic, { as: wren })).status).toBe(404)
    await site.post(`${topic}/edit`, { title: 'Tonight', body: dark }, { as: okapi })
    expect(await read(site, topic)).toContain(dark)
  })

  test('also when a first answer that waits is changed into them', async ({ site }) => {
    const okapi = await unproved(site, 'okapi')
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await held(site, okapi, `${topic}/replies`)
    const [reply] = await site.db<{ id: string }[]>`select id from replies`
    await site.post(`${topic}/replies/${reply?.id}/edit`, { body: dark }, { as: okapi })
    expect(await read(site, topic)).toContain(dark)
    expect(await site.db`select number from replies`).toMatchObject([{ number: 1 }])
  })

  test('also below a first post of one’s own that waits', async ({ site }) => {
    const okapi = await unproved(site, 'okapi')
    const topic = await held(site, okapi)
    expect((await send(site, `${topic}/replies`, okapi, dark)).status).toBe(303)
    expect(await read(site, topic)).toContain(dark)
  })

  test('but a moderator who answers below it about a crisis lets nobody in by that', async ({ site }) => {
    const okapi = await unproved(site, 'okapi')
    const keeper = await site.member('keeper', { role: 'moderator' })
    const topic = await held(site, okapi)
    expect((await send(site, `${topic}/replies`, keeper, dark)).status).toBe(303)
    expect((await site.get(topic)).status).toBe(404)
  })

  test('but what a moderator took out of sight does not come back by being changed', async ({ site }) => {
    const wren = await site.member('wren')
    const keeper = await site.member('keeper', { role: 'moderator' })
    const topic = await postTopic(site, wren)
    await report(site, keeper, topic, 'sourcing')
    expect((await decide(site, keeper, 'hold')).status).toBe(303)
    await site.post(`${topic}/edit`, { title: 'Tonight', body: dark }, { as: wren })
    expect((await site.get(topic)).status).toBe(404)
    // They are heard all the same, by those who can read them.
    expect(await read(site, '/moderation', keeper)).toContain('severity-1')
  })

  test('also after the five posts of a new member’s day, and help with them', async ({ site }) => {
    const wren = await site.member('wren', { isNew: true })
    const topic = await postTopic(site, wren)
    for (let count = 2; count <= 5; count++) await postReply(site, wren, topic, `Answer ${count}`)
    expect((await send(site, '/forum/new', wren, 'A plain sixth')).status).toBe(429)
    const sent = await send(site, '/forum/new', wren, dark)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toContain('sent=help')
    // It is no way round the limit for machines.
    for (let count = 2; count <= 5; count++)
      expect((await send(site, '/forum/new', wren, dark)).status).toBe(303)
    expect((await send(site, '/forum/new', wren, dark)).status).toBe(429)
  })

  test('however many members say what else is wrong with them', async ({ site }) => {
    const wren = await site.member('wren')
    const keeper = await site.member('keeper', { role: 'moderator' })
    const topic = (await send(site, '/forum/new', wren, dark)).headers.get('location')?.replace(/\?.*/, '')
    for (let count = 0; count < 12; count++)
      await report(site, await site.member(`reader${'abcdefghjkmn'[count]}`), topic ?? '', 'sourcing')
    await read(site, '/moderation', keeper)
    expect(await read(site, topic ?? '')).toContain(dark)
    for (const kind of ['collapse', 'hold', 'read_only', 'suspend', 'ban'])
      expect((await decide(site, keeper, kind)).status).toBe(409)
    const [post] = await site.db`select held_at, collapsed_at, removed_at, closed_at from topics`
    expect(post).toEqual({ heldAt: null, collapsedAt: null, removedAt: null, closedAt: null })
  })

  test('whatever was said of the same post first, and as gravely', async ({ site }) => {
    const wren = await site.member('wren')
    const keeper = await site.member('keeper', { role: 'moderator' })
    const topic = await postTopic(site, wren)
    for (const category of ['privacy', 'worried']) await report(site, keeper, topic, category)
    expect((await lastCase(site)).category).toBe('worried')
    await report(site, await site.member('finch'), topic, 'method-detail')
    expect((await lastCase(site)).category).toBe('worried')
    expect((await decide(site, keeper, 'hold')).status).toBe(409)
  })

  test('also when somebody else’s post above them is taken out of sight', async ({ site }) => {
    const wren = await site.member('wren')
    const finch = await site.member('finch')
    const keeper = await site.member('keeper', { role: 'moderator' })
    const topic = await postTopic(site, wren)
    await send(site, `${topic}/replies`, finch, dark)
    await report(site, keeper, topic, 'sourcing')
    const answer = await decide(site, keeper, 'hold')
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Somebody below it')
    // What was typed to the author is still there.
    expect(page).toContain('Because.</textarea>')
    expect(await read(site, topic)).toContain(dark)
    expect((await decide(site, keeper, 'collapse')).status).toBe(303)
  })
})

test('words that were looked at once are looked at again when they were changed', async ({ site }) => {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic =
    (await send(site, '/forum/new', wren, dark)).headers.get('location')?.replace(/\?.*/, '') ?? ''
  await read(site, '/moderation', keeper)
  expect((await decide(site, keeper, 'none')).status).toBe(303)
  // Sent again as they were, they are not new.
  await site.post(`${topic}/edit`, { title: 'Tonight', body: dark }, { as: wren })
  expect(await read(site, '/moderation', keeper)).toContain('Nothing waits')
  await site.post(`${topic}/edit`, { title: 'Tonight', body: `${dark} Goodbye.` }, { as: wren })
  expect(await read(site, '/moderation', keeper)).toContain('severity-1')
})
