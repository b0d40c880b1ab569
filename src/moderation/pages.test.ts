import { describe, expect } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'
import { moderationJobs } from './jobs.ts'
import { checkLog } from './log/index.ts'
import { findHolding } from './measures/index.ts'

interface Scene {
  writer: TestMember
  reader: TestMember
  keeper: TestMember
  second: TestMember
  topic: string
  topicId: string
}

async function scene(site: Site): Promise<Scene> {
  const writer = await site.member('wren')
  const reader = await site.member('finch')
  const keeper = await site.member('keeper', { role: 'moderator' })
  const second = await site.member('warden', { role: 'moderator' })
  const topic = await postTopic(site, writer)
  return { writer, reader, keeper, second, topic, topicId: topic.split('/').at(-1) ?? '' }
}

const report = (site: Site, as: TestMember, topicId: string, category = 'sourcing') =>
  site.post(`/moderation/report?topic=${topicId}`, { category, words: 'Look at this.' }, { as })

async function caseId(site: Site): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases order by id desc limit 1`
  return row?.id ?? ''
}

const decide = (site: Site, as: TestMember, id: string, fields: Record<string, string>) =>
  site.post(
    `/moderation/cases/${id}/decide`,
    { category: 'sourcing', reason: 'Leave the shop out.', ...fields },
    { as },
  )

async function measureId(site: Site): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from measures order by id desc limit 1`
  return row?.id ?? ''
}

const count = async (site: Site, table: string) => (await site.db`select 1 from ${site.db(table)}`).length

describe('reporting a post', () => {
  test('opens one case, however many say it and however often', async ({ site }) => {
    const { reader, second, keeper, topicId } = await scene(site)
    expect((await report(site, reader, topicId)).status).toBe(200)
    await report(site, reader, topicId)
    await report(site, second, topicId, 'worried')
    expect(await count(site, 'moderation_cases')).toBe(1)
    expect(await count(site, 'reports')).toBe(2)
    const queue = await read(site, '/moderation', keeper)
    expect(queue).toContain('worried about this person')
    expect(queue).toContain('2 reports')
  })

  test('is for members, about posts that are there, in words we know', async ({ site }) => {
    const { reader, writer, topicId } = await scene(site)
    expect((await site.get(`/moderation/report?topic=${topicId}`)).status).toBe(401)
    for (const address of ['topic=999999', 'topic=abc', `topic=${topicId}&reply=77`, ''])
      expect((await site.get(`/moderation/report?${address}`, { as: reader })).status).toBe(404)
    // One's own words are one's own to change.
    const own = await report(site, writer, topicId)
    expect(own.status).toBe(403)
    expect(await own.text()).toContain('You can change it or delete it yourself.')
    const wrong = await report(site, reader, topicId, 'because')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Look at this.')
  })

  test('ten thousand reports by one person come to an end, and are one', async ({ site }) => {
    const { reader, topicId } = await scene(site)
    const answers = new Set<number>()
    for (let time = 0; time < 40; time++) answers.add((await report(site, reader, topicId)).status)
    expect(answers).toEqual(new Set([200, 429]))
    expect(await count(site, 'reports')).toBe(1)
  })
})

describe('the queue', () => {
  test('does not exist for members and guests', async ({ site }) => {
    const { reader, topicId } = await scene(site)
    await report(site, reader, topicId)
    const id = await caseId(site)
    for (const path of ['/moderation', `/moderation/cases/${id}`]) {
      expect((await site.get(path, { as: reader })).status).toBe(404)
      expect((await site.get(path)).status).toBe(401)
    }
    expect((await decide(site, reader, id, { kind: 'none' })).status).toBe(404)
    expect((await site.post(`/moderation/cases/${id}/claim`, {}, { as: reader })).status).toBe(404)
  })

  test('two moderators do not do the same', async ({ site }) => {
    const { reader, keeper, second, topicId } = await scene(site)
    await report(site, reader, topicId)
    const id = await caseId(site)
    expect((await site.post(`/moderation/cases/${id}/claim`, {}, { as: keeper })).status).toBe(303)
    expect((await site.post(`/moderation/cases/${id}/claim`, {}, { as: second })).status).toBe(409)
    expect((await decide(site, second, id, { kind: 'note' })).status).toBe(409)
    expect((await decide(site, keeper, id, { kind: 'note' })).status).toBe(303)
    expect((await decide(site, second, id, { kind: 'note' })).status).toBe(409)
    expect(await count(site, 'measures')).toBe(1)
  })

  test('a decision needs its reason, and loses nothing that was typed', async ({ site }) => {
    const { reader, keeper, topicId } = await scene(site)
    await report(site, reader, topicId)
    const answer = await decide(site, keeper, await caseId(site), { kind: 'collapse', reason: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The author needs to know why')
    expect(await count(site, 'measures')).toBe(0)
  })

  test('its author reads the reason, asks another moderator, and gets it back', async ({ site }) => {
    const { writer, reader, keeper, second, topic, topicId } = await scene(site)
    await report(site, reader, topicId)
    await decide(site, keeper, await caseId(site), { kind: 'hold' })
    expect((await site.get(topic, { as: reader })).status).toBe(404)
    expect(await read(site, `${topic}/first`, writer)).toContain('My legs will not stop.')

    const measure = await measureId(site)
    const page = `/moderation/decisions/${measure}`
    expect((await site.get(page, { as: reader })).status).toBe(404)
    expect(await read(site, page, writer)).toContain('Leave the shop out.')
    expect(await read(site, '/account/notices', writer)).toContain(page)
    await site.post(`${page}/appeal`, { words: 'There was no shop in it.' }, { as: writer })

    const granted = { granted: 'yes', answer: 'You are right.' }
    expect((await site.post(`${page}/answer`, granted, { as: keeper })).status).toBe(403)
    expect((await site.post(`${page}/answer`, granted, { as: second })).status).toBe(303)
    expect((await site.get(topic, { as: reader })).status).toBe(200)
    expect(await read(site, page, writer)).toContain('You are right.')
    expect((await site.post(`${page}/answer`, granted, { as: second })).status).toBe(409)
  })

  test('a ban begins when a second moderator agrees, and not before', async ({ site }) => {
    const { writer, reader, keeper, second, topicId } = await scene(site)
    await report(site, reader, topicId)
    await decide(site, keeper, await caseId(site), { kind: 'ban' })
    const page = `/moderation/decisions/${await measureId(site)}`
    const holding = () => findHolding(site.db, writer.id, site.now())
    expect(await holding()).toBeUndefined()
    expect((await site.get(page, { as: writer })).status).toBe(404)
    expect((await site.post(`${page}/second`, { agree: 'yes' }, { as: keeper })).status).toBe(403)
    expect((await site.post(`${page}/second`, { agree: 'yes' }, { as: second })).status).toBe(303)
    expect((await holding())?.kind).toBe('ban')
    const unsent = await site.post(
      '/forum/new',
      { title: 'Again', body: 'Words.', once: newOnce() },
      { as: writer },
    )
    expect(unsent.status).toBe(403)
    const kept = await unsent.text()
    expect(kept).toContain('You cannot write here any more.')
    expect(kept).toContain('Words.')
    expect((await site.get(page, { as: writer })).status).toBe(200)
  })

  test('somebody who speaks of a crisis is not kept from being read, and is asked about later', async ({
    site,
  }) => {
    const { reader, keeper, topic, topicId } = await scene(site)
    await report(site, reader, topicId, 'worried')
    const id = await caseId(site)
    expect((await decide(site, keeper, id, { kind: 'hold', category: 'crisis' })).status).toBe(409)
    expect((await decide(site, keeper, id, { kind: 'note', category: 'crisis' })).status).toBe(303)
    expect((await site.get(topic, { as: reader })).status).toBe(200)
    expect(await read(site, '/moderation', keeper)).toContain('How are they now?')
    await site.post(`/moderation/aftercare/${id}/done`, {}, { as: keeper })
    expect(await read(site, '/moderation', keeper)).not.toContain('How are they now?')
  })
})

describe('a post that waits to be let in', () => {
  test('is a case by itself, and takes its place when a moderator lets it in', async ({ site }) => {
    const { reader, keeper, topic, topicId } = await scene(site)
    const reply = await postReply(site, reader, topic, 'May I say something?')
    expect(reply).toContain('#reply-')
    await site.db`update replies set held_at = ${site.now()}, number = null`
    await site.db`update topics set reply_count = 0 where id = ${topicId}`
    const queue = await read(site, '/moderation', keeper)
    expect(queue).toContain('Waits to be let in')
    await decide(site, keeper, await caseId(site), { kind: 'none', reason: '' })
    expect(await read(site, topic)).toContain('May I say something?')
    const [row] = await site.db<{ number: number }[]>`select number from replies`
    expect(row?.number).toBe(1)
    expect(await read(site, '/moderation', keeper)).toContain('Nothing waits')
  })
})

describe('a post whose words need a look', () => {
  test('is a case without anybody having said so, and is read by all meanwhile', async ({ site }) => {
    const { writer, keeper } = await scene(site)
    const words = 'I want to end my life tonight.'
    const sent = { title: 'I cannot go on', body: words, once: newOnce() }
    const asked = await site.post('/forum/new', sent, { as: writer })
    const looked = /name="looked" value="([^"]+)"/.exec(await asked.text())?.[1] ?? ''
    const posted = await site.post('/forum/new', { ...sent, looked }, { as: writer })
    expect(posted.status).toBe(303)
    expect(await read(site, posted.headers.get('location') ?? '')).toContain(words)
    const queue = await read(site, '/moderation', keeper)
    expect(queue).toContain('severity-1')
  })
})

describe('who is told', () => {
  test('those on duty, or all where minutes count; each of a case once', async ({ site }) => {
    const { reader, keeper, second, topicId } = await scene(site)
    await site.post('/moderation/rota', { date: '2026-11-22', time: '11:00', hours: '4' }, { as: keeper })
    await report(site, reader, topicId)
    const [watch] = moderationJobs
    const run = () =>
      watch?.run(
        {
          db: site.db as never,
          config: site.config,
          now: site.now(),
          log: undefined as never,
          send: async () => {},
        },
        {},
      )
    await run()
    await run()
    const told = await site.db<
      { memberId: string }[]
    >`select member_id from notices where kind = 'moderation-case'`
    expect(told.map((row) => row.memberId)).toEqual([keeper.id])
    await report(site, second, topicId, 'crisis')
    await run()
    expect(await count(site, 'notices')).toBe(2)
  })

  test('everybody sees whether a moderator has promised to be there', async ({ site }) => {
    const { reader, keeper, topicId } = await scene(site)
    // Whoever could be there is led to where they say so; nobody else is asked to.
    const signUp = 'href="/moderation/rota#add"'
    for (const path of ['/moderation', '/moderation/rota'])
      expect(await read(site, path, keeper)).toContain(signUp)
    expect(await (await report(site, keeper, topicId)).text()).toContain(signUp)
    expect(await (await report(site, reader, topicId)).text()).not.toContain(signUp)
    for (const as of [reader, undefined])
      expect(await read(site, '/moderation/rota', as)).not.toContain(signUp)
    expect(await read(site, '/moderation/rota', keeper)).toContain('id="add"')
    expect(await read(site, '/moderation/rota')).toContain('No moderator is on duty right now.')
    await site.post('/moderation/rota', { date: '2026-11-22', time: '11:00', hours: '4' }, { as: keeper })
    expect(await read(site, '/moderation/rota')).toContain('A moderator is on duty now.')
    for (const wrong of [
      { hours: '13' },
      { date: '2026-02-31' },
      { time: '25:00' },
      { date: '2020-01-01' },
    ]) {
      const fields = { date: '2026-11-23', time: '11:00', hours: '4', ...wrong }
      expect((await site.post('/moderation/rota', fields, { as: keeper })).status).toBe(422)
    }
  })
})

describe('the log', () => {
  test('names nobody, can be read by everybody, and shows when an entry was changed', async ({ site }) => {
    const { reader, keeper, topicId } = await scene(site)
    await report(site, reader, topicId)
    await decide(site, keeper, await caseId(site), { kind: 'note' })
    const log = await read(site, '/moderation/log')
    expect(log).toContain('A word to the author')
    for (const secret of ['keeper', 'wren', 'finch', 'Leave the shop out.']) expect(log).not.toContain(secret)

    const { entries, broken } = await checkLog(site.db)
    expect(entries).toBeGreaterThan(0)
    expect(broken).toBeUndefined()
    const change = transaction(site.db, (tx) => tx`update moderation_log set what = 'none'`)
    await expect(change).rejects.toThrow('only ever added to')
    await site.db`alter table moderation_log disable trigger all`
    await site.db`update moderation_log set what = 'none' where number = (select max(number) from moderation_log)`
    expect((await checkLog(site.db)).broken).toBeDefined()
  })
})

describe('what is held of a member', () => {
  test('is in their export, and goes with them', async ({ site }) => {
    const { writer, reader, keeper, topicId } = await scene(site)
    await report(site, reader, topicId)
    await decide(site, keeper, await caseId(site), { kind: 'note' })
    const own = await (await site.get('/account/export', { as: writer })).json()
    expect(own.moderation.decisions).toMatchObject([{ kind: 'note', reason: 'Leave the shop out.' }])
    const said = await (await site.get('/account/export', { as: reader })).json()
    expect(said.moderation.reports).toMatchObject([{ category: 'sourcing', words: 'Look at this.' }])
  })
})
