import { describe, expect } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'
import { activityOfGroups, personalData } from './index.ts'

describe('one’s own words', () => {
  test('are edited without a mark within 15 minutes, and with one later', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    expect(await read(site, topic, wren)).toContain(`href="${topic}/edit"`)
    expect(await read(site, `${topic}/edit`, wren)).toContain('My legs will not stop.</textarea>')

    const edit = (title: string) => site.post(`${topic}/edit`, { title, body: 'They stopped.' }, { as: wren })
    expect((await edit('Day 3, asleep')).headers.get('location')).toBe(topic)
    expect(await read(site, topic)).toContain('They stopped.')
    expect(await read(site, topic)).not.toContain('>edited<')
    site.setNow('2026-11-22T12:16:00Z')
    await edit('Day 3, slept')
    expect(await read(site, topic)).toContain('>edited<')
  })

  test('are kept when an edit is refused', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const answer = await site.post(`${topic}/edit`, { title: 'Mended', body: ' ' }, { as: wren })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="Mended"')
  })

  test('in an answer are edited and removed; others stay in their place', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const [, reply] = (await postReply(site, wren, topic, 'First answer')).split('#reply-')
    await postReply(site, await site.member('okapi'), topic, 'Second answer')
    await site.post(`${topic}/replies/${reply}/edit`, { body: 'Better answer' }, { as: wren })
    expect(await read(site, topic)).toContain('Better answer')

    await site.post(`${topic}/replies/${reply}/remove`, {}, { as: wren })
    const page = await read(site, topic)
    expect(page).toContain('Removed by the person who wrote it.')
    expect(page).not.toContain('Better answer')
    expect(page).toContain('Second answer')
    const [kept] = await site.db`select body_markdown, body_html from replies where id = ${reply ?? ''}`
    expect(kept).toEqual({ bodyMarkdown: '', bodyHtml: '' })
  })

  test('removed before anybody answered leave nothing', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    const left = (await site.post(`${topic}/remove`, {}, { as: wren })).headers.get('location') ?? ''
    expect(await read(site, left, wren)).toContain('Your words are removed')
    expect((await site.get(topic)).status).toBe(404)
    expect(await read(site, '/forum')).not.toContain('Day 3, cannot sleep')
  })

  test('are found again by whoever wrote them, before they go', async ({ site }) => {
    const wren = await site.member('wren')
    await postTopic(site, wren, { title: 'To look through' })
    await postTopic(site, await site.member('okapi'), { title: 'Of somebody else' })
    for (const page of ['/forum', '/account/delete'])
      expect(await read(site, page, wren)).toContain('href="/forum/search?author=wren"')
    expect(await read(site, '/account/delete', wren)).toContain('href="/journal/devices"')
    expect((await site.get('/journal/devices')).status).toBe(200)
    const found = await read(site, '/forum/search?author=wren', wren)
    expect(found).toContain('To look through')
    expect(found).not.toContain('Of somebody else')
  })

  test('removed after an answer leave the answer', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    await postReply(site, await site.member('okapi'), topic, 'I hear you.')
    await site.post(`${topic}/remove`, {}, { as: wren })
    const page = await read(site, topic)
    expect(page).toContain('I hear you.')
    expect(page).not.toContain('cannot sleep')
    expect(page).not.toContain('My legs')
  })

  test('are nobody else’s to change', async ({ site }) => {
    const topic = await postTopic(site, await site.member('wren'))
    const [, reply] = (await postReply(site, await site.member('okapi'), topic, 'Mine')).split('#reply-')
    const kestrel = await site.member('kestrel', { role: 'operator' })
    for (const path of [topic, `${topic}/replies/${reply}`]) {
      expect((await site.get(`${path}/edit`, { as: kestrel })).status).toBe(403)
      expect((await site.get(`${path}/edit`)).status).toBe(401)
      for (const act of ['edit', 'remove']) {
        const fields = { title: 'Taken over', body: 'Taken over' }
        expect((await site.post(`${path}/${act}`, fields, { as: kestrel })).status).toBe(403)
        expect((await site.post(`${path}/${act}`, fields)).status).toBe(401)
      }
    }
    expect(await read(site, topic)).not.toContain('Taken over')
  })

  test('are closed by moderators only', async ({ site }) => {
    const wren = await site.member('wren')
    const topic = await postTopic(site, wren)
    expect((await site.post(`${topic}/close`, {}, { as: wren })).status).toBe(403)
    expect((await site.post(`${topic}/close`, {})).status).toBe(401)
  })
})

describe('a member who leaves', () => {
  test('takes their words along and leaves them readable, as a former member’s', async ({ site }) => {
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19', showsDay: true })
    const topic = await postTopic(site, wren)
    await postReply(site, wren, topic, 'Still here')
    const taken = await personalData.exportOf(site.db, wren.id)
    expect(taken).toMatchObject({
      topics: [{ title: 'Day 3, cannot sleep', text: 'My legs will not stop.', day: 3 }],
      replies: [{ text: 'Still here', topic: 'Day 3, cannot sleep' }],
    })
    expect(await read(site, topic)).toContain('wren')

    await transaction(site.db, (tx) => personalData.erase(tx, wren.id, { words: 'keep', now: site.now() }))
    const page = await read(site, topic)
    expect(page).toContain('Still here')
    expect(page).toContain('a former member')
    expect(page).not.toContain('wren')
    expect(page).not.toContain('day 3</span>')
    expect(await read(site, '/forum')).not.toContain('Waiting for an answer')
  })
})

test('the name of a member who left is gone from what others quoted, also where it was moved', async ({
  site,
}) => {
  const [wren, okapi, keeper] = [
    await site.member('night_wren'),
    await site.member('okapi'),
    await site.member('keeper', { role: 'moderator' }),
  ]
  const topic = await postTopic(site, wren)
  const other = await postTopic(site, okapi, {
    title: 'Another',
    body: 'night_wren is a **night_wren:** here.',
  })
  const quoted = ['> **night\\_wren:**\n> My legs.\n\nMine too.', '> > **night_wren:**\n> > My legs.\n\nHm.']
  const replies: string[] = []
  for (const body of quoted) replies.push(await postReply(site, okapi, topic, body))
  site.setNow('2026-11-22T12:20:00Z')
  const [, first = ''] = (replies[0] ?? '').split('#reply-')
  await site.post(`${topic}/replies/${first}/edit`, { body: `${quoted[0]} Still.` }, { as: okapi })
  const fields = { title: 'Apart', body: 'Moved.', replies: [(replies[1] ?? '').split('#reply-')[1] ?? ''] }
  const apart = await site.post(`${topic}/split`, fields, { as: keeper })
  const pages = [topic, `${topic}/replies/${first}/versions`, apart.headers.get('location') ?? '']
  for (const path of pages) expect(await read(site, path)).toContain('<strong>night_wren:</strong>')

  await transaction(site.db, (tx) => personalData.erase(tx, wren.id, { words: 'keep', now: site.now() }))
  for (const path of pages) {
    const page = await read(site, path)
    expect(page).toContain('<strong>a former member:</strong>')
    expect(page).not.toContain('night_wren')
  }
  const edit = await read(site, `${topic}/replies/${first}/edit`, okapi)
  expect(edit).toContain('> **a former member:**')
  // Elsewhere it is anybody's word.
  expect(await read(site, other)).toContain('night_wren')
})

test('a member takes along what they kept, and leaves none of it behind', async ({ site }) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const topic = await postTopic(site, wren)
  const theirs = await postTopic(site, okapi, { title: 'Another' })
  site.setNow('2026-11-22T12:20:00Z')
  await site.post(`${topic}/edit`, { title: 'Day 3', body: 'Better.' }, { as: wren })
  await site.post(`${theirs}/thanks`, { post: '0' }, { as: wren })
  await site.post(`${topic}/thanks`, { post: '0' }, { as: okapi })
  await site.post('/forum/drafts', { body: 'Not sent', once: newOnce() }, { as: wren })
  await site.post('/forum/notes', { notes: 'loss' }, { as: wren })
  expect(await personalData.exportOf(site.db, wren.id)).toMatchObject({
    earlier: [{ text: 'My legs will not stop.' }],
    drafts: [{ text: 'Not sent' }],
    thanked: [{ topicId: theirs.slice('/forum/'.length) }],
    closedNotes: ['loss'],
  })
  await transaction(site.db, (tx) => personalData.erase(tx, wren.id, { words: 'keep', now: site.now() }))
  const [left] = await site.db`
    select (select count(*)::int from post_versions) + (select count(*)::int from drafts)
      + (select count(*)::int from thanks) + (select count(*)::int from closed_notes) as rows`
  expect(left).toEqual({ rows: 0 })
})

test('what a tab keeps of unsent words is for the member who typed them', async ({ site }) => {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const topic = await postTopic(site, wren)
  for (const path of [topic, '/forum/new']) {
    const keeps = async (as: typeof wren) => /data-keep="([^"]+)"/.exec(await read(site, path, as))?.[1]
    expect(await keeps(wren)).toBeDefined()
    expect(await keeps(wren)).not.toBe(await keeps(okapi))
  }
})

describe('the life of a group', () => {
  test('is its posts of 30 days and the days of those who show theirs', async ({ site }) => {
    const wren = await site.member('wren', { lastDoseOn: '2026-11-19', showsDay: true })
    const okapi = await site.member('okapi', { lastDoseOn: '2026-10-01' })
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    const groupId = group?.id ?? ''
    for (const { id } of [wren, okapi])
      await site.db`insert into group_members (group_id, member_id) values (${groupId}, ${id})`
    const topic = await postTopic(site, wren, { space: 'group:night-watch' })
    await postReply(site, okapi, topic, 'Hello')
    site.setNow('2026-11-24T12:00:00Z')
    expect(await activityOfGroups(site.db, site.now())).toEqual([
      { groupId, lastPostAt: Temporal.Instant.from('2026-11-22T12:00:00Z'), postsIn30Days: 2, days: [5] },
    ])

    // Where only they read each other, nobody else is told their days, nor of what waits for a moderator.
    await site.db`update spaces set readers = 'members' where group_id = ${groupId}`
    expect(await activityOfGroups(site.db, site.now())).toMatchObject([{ groupId, days: [] }])
    await site.db`update topics set held_at = ${site.now()}`
    expect(await activityOfGroups(site.db, site.now())).toEqual([])
  })
})

test('a post is changed often, but not without end', async ({ site }) => {
  const wren = await site.member('wren')
  const reply = await postReply(site, wren, await postTopic(site, wren), 'Now')
  const edit = `${reply.replace('#reply-', '/replies/')}/edit`
  const statuses = new Set<number>()
  for (let i = 0; i < 60; i++)
    statuses.add((await site.post(edit, { body: `Again ${i}` }, { as: wren })).status)
  expect([...statuses]).toEqual([303])
  expect((await site.post(edit, { body: 'Once more' }, { as: wren })).status).toBe(429)
})
