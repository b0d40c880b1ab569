import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

const answer = (site: Site, as: TestMember, topic: string, body: string) =>
  site.post(`${topic}/replies`, { body, once: newOnce() }, { as })

async function scene(site: Site) {
  const wren = await site.member('wren')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const topic = await postTopic(site, wren)
  return { wren, keeper, finch: await site.member('finch'), topic, id: topic.split('/').at(-1) ?? '' }
}

describe('a slow conversation', () => {
  test('is said before anything is typed; who is early keeps their words and is told when', async ({
    site,
  }) => {
    const { wren, finch, keeper, topic, id } = await scene(site)
    const slow = `/moderation/slow?topic=${id}`
    expect(await read(site, topic, keeper)).toContain(slow)
    expect((await site.post(slow, { minutes: '10', hours: '1' }, { as: keeper })).status).toBe(303)
    expect(await read(site, topic, finch)).toContain('each member writes once in 10 minutes')
    expect((await answer(site, finch, topic, 'The first thing.')).status).toBe(303)
    const early = await answer(site, finch, topic, 'And another thing.')
    expect(early.status).toBe(429)
    const page = await early.text()
    expect(page).toContain('And another thing.')
    expect(page).toContain('12:10')
    // Whoever waits can see that it was decided by a person, for all.
    for (const said of [page, await read(site, topic, finch)])
      expect(said).toContain('<a href="/moderation/log">See it in the log</a>')
    expect(await read(site, '/moderation/log')).toContain('Slowed down')
    // Others write, moderators as often as they must, and one's own other conversations are not slowed.
    expect((await answer(site, keeper, topic, 'Breathe.')).status).toBe(303)
    expect((await answer(site, keeper, topic, 'Breathe again.')).status).toBe(303)
    const elsewhere = await postTopic(site, wren, { title: 'Elsewhere' })
    expect((await answer(site, finch, elsewhere, 'Here it is quiet.')).status).toBe(303)
    // Words from a dark place do not wait.
    const dark = { body: 'I do not want to live any more.', looked: 'crisis', once: newOnce() }
    expect((await site.post(`${topic}/replies`, dark, { as: finch })).status).toBe(303)

    site.setNow('2026-11-22T12:10:00Z')
    expect((await answer(site, finch, topic, 'And another thing.')).status).toBe(303)
    site.setNow('2026-11-22T13:00:00Z')
    expect((await answer(site, finch, topic, 'It is over.')).status).toBe(303)
    expect(await read(site, topic, finch)).not.toContain('each member writes once')
  })

  test('goes at its own pace again when that is said, and the log has both', async ({ site }) => {
    const { finch, keeper, topic, id } = await scene(site)
    const slow = `moderation/slow`
    await site.post(`/${slow}?topic=${id}`, { minutes: '60', hours: '24' }, { as: keeper })
    await postReply(site, finch, topic, 'One.')
    expect((await answer(site, finch, topic, 'Two.')).status).toBe(429)
    expect((await site.post(`/${slow}/end?topic=${id}`, {}, { as: keeper })).status).toBe(303)
    expect((await answer(site, finch, topic, 'Two.')).status).toBe(303)
    const log = await read(site, '/moderation/log')
    expect(log).toContain('Slowed down')
    expect(log).toContain('At its own pace again')
  })

  test('as a decision about a post ends with an appeal that is granted', async ({ site }) => {
    const { wren, finch, keeper, topic, id } = await scene(site)
    await site.post(`/moderation/report?topic=${id}`, { category: 'shaming', words: '' }, { as: finch })
    const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
    const words = { kind: 'slow', category: 'shaming', reason: 'It has grown heated.' }
    await site.post(`/moderation/cases/${row?.id}/decide`, words, { as: keeper })
    await postReply(site, finch, topic, 'One.')
    expect((await answer(site, finch, topic, 'Two.')).status).toBe(429)
    const [measure] = await site.db<{ id: string }[]>`select id from measures`
    const page = `/moderation/decisions/${measure?.id}`
    expect(await read(site, page, wren)).toContain('slowed the topic down')
    await site.post(`${page}/appeal`, { words: 'It is calm.' }, { as: wren })
    const warden = await site.member('warden', { role: 'moderator' })
    await site.post(`${page}/answer`, { granted: 'yes', answer: 'It is.' }, { as: warden })
    expect((await answer(site, finch, topic, 'Two.')).status).toBe(303)
  })
})

describe('a slow space', () => {
  test('counts what somebody wrote anywhere in it, begun or answered', async ({ site }) => {
    const { finch, keeper, topic } = await scene(site)
    const slow = '/moderation/slow?space=open'
    expect((await site.post(slow, { minutes: '30', hours: '3' }, { as: keeper })).status).toBe(303)
    expect((await answer(site, finch, topic, 'One.')).status).toBe(303)
    const begun = { title: 'Something else', body: 'Two.', once: newOnce() }
    const early = await site.post('/forum/new', begun, { as: finch })
    expect(early.status).toBe(429)
    expect(await early.text()).toContain('Something else')
    const sleep = { ...begun, space: 'sleep', once: newOnce() }
    expect((await site.post('/forum/new', sleep, { as: finch })).status).toBe(303)
  })

  test('is for hosts in their own group, for moderators everywhere, and for nobody else', async ({
    site,
  }) => {
    const { wren, finch, keeper, id } = await scene(site)
    const [group] = await site.db<{ id: string }[]>`
      insert into groups (slug, name, kind) values ('night-watch', 'Night Watch', 'discussion') returning id`
    const role = (of: TestMember, name: string) =>
      site.db`insert into group_members (group_id, member_id, role) values (${group?.id ?? ''}, ${of.id}, ${name})`
    await role(wren, 'host')
    await role(finch, 'member')
    const own = '/moderation/slow?space=group:night-watch'
    const words = { minutes: '30', hours: '3' }
    expect(await read(site, own, wren)).toContain('Night Watch')
    expect((await site.post(own, words, { as: wren })).status).toBe(303)
    expect((await site.post(own, words, { as: finch })).status).toBe(404)
    for (const query of [`topic=${id}`, 'space=open', 'space=nowhere', '']) {
      expect((await site.get(`/moderation/slow?${query}`, { as: wren })).status).toBe(404)
      expect((await site.post(`/moderation/slow/end?${query}`, {}, { as: wren })).status).toBe(404)
    }
    expect((await site.get('/moderation/slow?space=open')).status).toBe(401)
    const wrong = await site.post('/moderation/slow?space=open', { minutes: '1', hours: '' }, { as: keeper })
    expect(wrong.status).toBe(422)
  })
})
