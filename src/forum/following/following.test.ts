import { describe, expect } from 'vitest'
import { personalData as noticesData } from '../../account/notices/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { postReply, postTopic, read } from '../../testing/posting.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { noteRead, writeReads } from './marks.store.ts'

const list = '/forum/following'
const idOf = (topic: string) => topic.split('/').at(-1) ?? ''
const manage = (topic: string) => `${list}/topics/${idOf(topic)}`

async function talk(site: Site) {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  site.setNow('2026-11-22T12:05:00Z')
  const topic = await postTopic(site, wren, { title: 'Third night' })
  return { wren, okapi, topic }
}

const noticesOf = (site: Site, member: TestMember) => site.db<
  { kind: string; words: Record<string, string>; link: string }[]
>`
  select kind, words, link from notices where member_id = ${member.id} order by id`

describe('what is new', () => {
  test('is what was written since it was read, and leads to the first of it', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    expect(await read(site, list, wren)).toContain('Nothing new in what you follow.')
    const first = await postReply(site, okapi, topic, 'Here.')
    await postReply(site, okapi, topic, 'Still here.')
    const page = await read(site, list, wren)
    expect(page).toContain('Third night')
    expect(page).toContain('2 new')
    const unread = await site.get(`${manage(topic)}/unread`, { as: wren })
    expect(unread.headers.get('location')).toBe(first)
    await read(site, topic, wren)
    expect(await read(site, list, wren)).toContain('Nothing new in what you follow.')
  })

  test('on the second page leads to the second page', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    let last = ''
    for (let i = 1; i <= 20; i++) last = await postReply(site, okapi, topic, `Line ${i}.`)
    await read(site, topic, wren)
    expect(await read(site, list, wren)).toContain('1 new')
    expect((await site.get(`${manage(topic)}/unread`, { as: wren })).headers.get('location')).toBe(last)
    await read(site, last, wren)
    expect(await read(site, list, wren)).toContain('Nothing new')
  })

  test('is marked in the lists, and leads to the first of it, past what was moved away', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    const lists = ['/forum', '/forum/spaces/open']
    const marks = async (as?: TestMember) => {
      const found = []
      for (const path of lists)
        found.push((await read(site, path, as)).match(/class="tag"[^>]*>(new|\d+ new)</)?.[1])
      return found
    }
    expect(await marks(okapi)).toEqual(['new', 'new'])
    expect(await marks(wren)).toEqual([undefined, undefined])
    const [one = '', two = ''] = [
      await postReply(site, okapi, topic, 'Here.'),
      await postReply(site, okapi, topic, 'Still here.'),
    ]
    expect(await marks(wren)).toEqual(['2 new', '2 new'])
    expect(await marks(okapi)).toEqual([undefined, undefined])
    expect(await marks()).toEqual([undefined, undefined])
    const keeper = await site.member('keeper', { role: 'moderator' })
    for (let i = 3; i <= 20; i++) await postReply(site, okapi, topic, `Line ${i}.`)
    const moved = [one, two].map((address) => address.split('#reply-')[1] ?? '')
    await site.post(`${topic}/split`, { title: 'Apart', body: 'Moved.', replies: moved }, { as: keeper })
    const to = (await site.get(`${manage(topic)}/unread`, { as: wren })).headers.get('location') ?? ''
    expect(await read(site, to, wren)).toMatch(new RegExp(`id="${to.split('#')[1]}"[^]*Line 3\\.`))
    await site.post(manage(topic), { state: 'muted' }, { as: wren })
    expect(await read(site, '/forum', wren)).not.toContain(`${manage(topic)}/unread`)
  })

  test('everywhere is what nobody has opened yet, until it is all marked as read', async ({ site }) => {
    const { okapi } = await talk(site)
    const everything = `${list}?from=everywhere`
    expect(await read(site, everything, okapi)).toContain('Third night')
    await site.post(`${list}/caught-up`, {}, { as: okapi })
    expect(await read(site, everything, okapi)).toContain('You have read everything')
    expect((await site.get(everything)).status).toBe(401)
  })

  test('is never what the reader may not see', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    await site.post(manage(topic), { state: 'followed' }, { as: okapi })
    await postReply(site, wren, topic, 'More.')
    await site.db`insert into groups (slug, name, kind) values ('quiet-room', 'Quiet Room', 'discussion')`
    await site.db`insert into spaces (group_id, readers) select id, 'members' from groups where slug = 'quiet-room'`
    await site.db`update topics set space_id = (select max(id) from spaces), group_id = (select max(id) from groups)`
    expect(await read(site, list, okapi)).not.toContain('Third night')
    expect((await site.get(manage(topic), { as: okapi })).status).toBe(404)
    expect((await site.get(`${manage(topic)}/unread`, { as: okapi })).status).toBe(404)
    // Nor is anybody told of it.
    const told = async () => (await noticesOf(site, okapi)).length
    const before = await told()
    await site.db`update topic_marks set told = false`
    await site.db`insert into group_members (group_id, member_id) select max(id), ${wren.id}::bigint from groups`
    await postReply(site, wren, topic, 'Inside.')
    expect(await told()).toBe(before)
  })
})

describe('being told', () => {
  test('happens once for a conversation until it was read, by why it is followed', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    await postReply(site, okapi, topic, 'Here.')
    await postReply(site, okapi, topic, 'Still here.')
    expect(await noticesOf(site, wren)).toMatchObject([
      { kind: 'forum-answer', words: { title: 'Third night', name: 'okapi' } },
    ])
    await read(site, '/account/notices', wren)
    await read(site, topic, wren)
    await postReply(site, okapi, topic, 'And again.')
    expect(await noticesOf(site, wren)).toHaveLength(2)
    await postReply(site, wren, topic, 'Thank you.')
    expect(await noticesOf(site, okapi)).toMatchObject([{ kind: 'forum-back', words: { name: 'wren' } }])
    const page = await read(site, '/account/notices', okapi)
    expect(page).toContain('wren, whom you answered, wrote again: Third night')
    expect(page).not.toContain('Thank you.')
  })

  test('never happens by somebody who was folded away', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    await site.db`insert into folded_members (member_id, other_id, how, since)
      values (${wren.id}, ${okapi.id}, 'muted', ${site.now()})`
    await postReply(site, okapi, topic, 'Somewhere in these words.')
    expect(await noticesOf(site, wren)).toEqual([])
    const found = await read(site, '/forum/search?q=somewhere', wren)
    expect(found).toContain('Closed here.')
    expect(found).not.toContain('in these words')
  })

  test('names who quoted whom', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    await postReply(site, okapi, topic, 'A warm bath.')
    await read(site, topic, okapi)
    await postReply(site, await site.member('robin'), topic, '> **okapi:**\n> A warm bath.\n\nThat helped.')
    expect(await noticesOf(site, okapi)).toMatchObject([{ kind: 'forum-quoted', words: { name: 'robin' } }])
    expect(await noticesOf(site, wren)).toMatchObject([{ kind: 'forum-answer' }])
    expect(await read(site, '/account/notices', okapi)).toContain('robin quoted you: Third night')
  })

  test('leaves out the title of a conversation that is not for everybody', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    await site.db`update spaces set readers = 'members'`
    await postReply(site, okapi, topic, 'Here.')
    const page = await read(site, '/account/notices', wren)
    expect(page).toContain('okapi answered in your conversation<')
    expect(page).not.toContain('Third night')
  })

  test('stops when a conversation is muted or let go, also by writing in it', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    await site.post(manage(topic), { state: 'muted' }, { as: wren })
    await postReply(site, wren, topic, 'One more thing.')
    await postReply(site, okapi, topic, 'Here.')
    expect(await noticesOf(site, wren)).toEqual([])
    expect(await read(site, `${list}?from=everywhere`, wren)).not.toContain('Third night')
    expect(await read(site, manage(topic), wren)).toMatch(/value="muted" checked/)
    expect((await site.post(manage(topic), { state: 'loud' }, { as: wren })).status).toBe(404)
  })

  test('of a new conversation in a space happens once', async ({ site }) => {
    const { wren, okapi } = await talk(site)
    const [space] = await site.db<{ id: string }[]>`select id from spaces where slug = 'sleep'`
    const path = `${list}/spaces/${space?.id}`
    expect(await read(site, path, okapi)).toContain('Follow this space')
    await site.post(path, { follow: 'yes' }, { as: okapi })
    await postTopic(site, wren, { title: 'One', space: 'sleep' })
    await postTopic(site, wren, { title: 'Two', space: 'sleep' })
    await postTopic(site, wren, { title: 'Elsewhere', space: 'wins' })
    expect(await noticesOf(site, okapi)).toMatchObject([{ kind: 'forum-space', link: '/forum/spaces/sleep' }])
    await site.post(path, { follow: '' }, { as: okapi })
    expect(await read(site, list, okapi)).not.toContain(path)
    expect((await site.get(`${list}/spaces/999999`, { as: okapi })).status).toBe(404)
  })
})

describe('somebody’s return', () => {
  test('is told to who asked, after a break, and only while they let it be', async ({ site }) => {
    const { wren, okapi, topic } = await talk(site)
    expect(await read(site, manage(topic), okapi)).not.toContain('Tell me when wren is back')
    await site.post(`${list}/people/${wren.id}`, { follow: 'yes', back: idOf(topic) }, { as: okapi })
    expect(await site.db`select from return_follows`).toHaveLength(0)
    await site.post(`${list}/return`, { tells: 'yes' }, { as: wren })
    expect(await read(site, manage(topic), okapi)).toContain('Tell me when wren is back')
    await site.post(`${list}/people/${wren.id}`, { follow: 'yes', back: idOf(topic) }, { as: okapi })
    site.setNow('2026-11-25T12:00:00Z')
    await postReply(site, wren, topic, 'Three days are no break.')
    expect(await noticesOf(site, okapi)).toEqual([])
    site.setNow('2026-12-05T12:00:00Z')
    await postReply(site, wren, topic, 'Here I am.')
    expect(await noticesOf(site, okapi)).toMatchObject([{ kind: 'forum-return', words: { name: 'wren' } }])
    await site.post(`${list}/return`, {}, { as: wren })
    expect(await site.db`select from return_follows`).toHaveLength(0)
  })
})

test('an open list hears of what is new, drawn for its reader', async ({ site }) => {
  const { wren, okapi, topic } = await talk(site)
  await postReply(site, okapi, topic, 'Here.')
  const stream = await site.get(`${list}/live?again=1`, { as: wren })
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes('</li>')) text += decoder.decode((await reader.read()).value, { stream: true })
  await reader.cancel()
  expect(text).toContain('event: unread')
  expect(text).toContain('Third night')
  expect((await site.get(`${list}/live`)).status).toBe(401)
})

test('a notice that names somebody goes with them', async ({ site }) => {
  const { wren, okapi, topic } = await talk(site)
  await postReply(site, okapi, topic, 'Here.')
  expect(await noticesOf(site, wren)).toHaveLength(1)
  await transaction(site.db, (tx) => noticesData.erase(tx, okapi.id, { words: 'keep', now: site.now() }))
  expect(await noticesOf(site, wren)).toEqual([])
})

test('what was read is written together, and who or what is gone is passed over', async () => {
  const pool = await openTestDatabase()
  const log = { warn: () => {} } as unknown as Parameters<typeof noteRead>[1]
  await noteRead(pool, log, { memberId: '999999998', topicId: '999999999', number: 3 })
  await noteRead(pool, log, { memberId: '999999998', topicId: '999999998', number: 1 })
  await writeReads(pool)
  expect(await pool`select from topic_marks where member_id = 999999998`).toHaveLength(0)
  await pool.end()
})

test('what was read while the database was away is marked when it is back', async ({ site }) => {
  const { wren, okapi, topic } = await talk(site)
  await postReply(site, okapi, topic, 'Here.')
  await postReply(site, okapi, topic, 'Still here.')
  const away = await openTestDatabase()
  await away.end()
  const log = { warn: () => {} } as unknown as Parameters<typeof noteRead>[1]
  const mark = { memberId: wren.id, topicId: idOf(topic) }
  await noteRead(away, log, { ...mark, number: 2 })
  await expect(writeReads(away)).rejects.toThrow()
  await expect(noteRead(site.db, log, { ...mark, number: 1 })).resolves.toBeUndefined()
  const [kept] = await site.db`select read_number from topic_marks where member_id = ${wren.id}`
  expect(kept).toEqual({ readNumber: 2 })
})

test('what a member follows, read and greets is theirs: exported, and gone with them', async ({ site }) => {
  const { wren, topic } = await talk(site)
  await site.post(manage(topic), { state: 'muted' }, { as: wren })
  await site.post('/forum/waiting/greeter', { act: 'join' }, { as: wren })
  await site.post('/forum/days/step', { step: '4' }, { as: wren })
  const data = await (await site.get('/account/export', { as: wren })).text()
  expect(data).toContain('"muted"')
  expect(data).toContain('"first"')
  expect(data).toContain('"step": 4')
  await site.db`delete from members where id = ${wren.id}`
  for (const table of ['topic_marks', 'waiting_posts', 'greeters', 'taper_steps'])
    expect(await site.db`select from ${site.db(table)}`).toHaveLength(0)
})
