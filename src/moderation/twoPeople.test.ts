import { describe, expect } from 'vitest'
import { postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'
import { findHolding } from './measures/index.ts'

interface Scene {
  writer: TestMember
  reader: TestMember
  keeper: TestMember
  second: TestMember
  topicId: string
}

async function scene(site: Site): Promise<Scene> {
  const writer = await site.member('wren')
  return {
    writer,
    reader: await site.member('finch'),
    keeper: await site.member('keeper', { role: 'moderator' }),
    second: await site.member('warden', { role: 'moderator' }),
    topicId: (await postTopic(site, writer)).split('/').at(-1) ?? '',
  }
}

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

const report = (site: Site, as: TestMember, topicId: string, category = 'sourcing') =>
  site.post(`/moderation/report?topic=${topicId}`, { category }, { as })

/** @returns the page of the decision */
async function decide(site: Site, as: TestMember, kind: string): Promise<string> {
  const words = { kind, category: 'sourcing', reason: 'Leave the shop out.' }
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  expect((await site.post(path, words, { as })).status).toBe(303)
  return `/moderation/decisions/${await lastId(site, 'measures')}`
}

const upheld = async (site: Site) =>
  (await site.db<{ upheld: boolean | null }[]>`select upheld from reports order by id`).map(
    (row) => row.upheld,
  )

describe('the second of the two whom a ban needs', () => {
  test('is told that it waits; whom it is about, and who reported it, are not', async ({ site }) => {
    const { writer, reader, keeper, second, topicId } = await scene(site)
    const witness = await site.member('witness', { role: 'moderator' })
    await report(site, reader, topicId)
    await report(site, witness, topicId)
    const page = await decide(site, keeper, 'ban')
    expect(await read(site, '/account/notices', second)).toContain('A ban waits for your second look.')
    const look = await read(site, page, second)
    const [, all = ''] = /href="(\/moderation\/cases\/\d+)"/.exec(look) ?? []
    expect(await read(site, all, second)).toContain('My legs will not stop.')
    expect(look).not.toContain('You cannot write here')
    for (const other of [writer, reader, keeper, witness])
      expect(await read(site, '/account/notices', other)).not.toContain(page)
  })

  test('has to be there before a ban is proposed: it would wait for ever', async ({ site }) => {
    const { reader, keeper, second, topicId } = await scene(site)
    await report(site, reader, topicId)
    await report(site, second, topicId)
    const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
    const words = { category: 'sourcing', reason: 'Leave the shop out.' }
    const answer = await site.post(path, { ...words, kind: 'ban' }, { as: keeper })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('ask the operator to appoint one more')
    expect(page).toContain('Leave the shop out.</textarea>')
    expect(await site.db`select id from measures`).toHaveLength(0)
    expect((await site.post(path, { ...words, kind: 'suspend', days: '7' }, { as: keeper })).status).toBe(303)
  })

  test('has not reported the post', async ({ site }) => {
    const { writer, keeper, second, topicId } = await scene(site)
    const operator = await site.member('owner', { role: 'operator' })
    await report(site, second, topicId)
    const page = await decide(site, keeper, 'ban')
    expect(await read(site, '/moderation', second)).not.toContain(page)
    expect(await read(site, page, second)).not.toContain(`action="${page}/second"`)
    for (const agree of ['yes', 'no'])
      expect((await site.post(`${page}/second`, { agree }, { as: second })).status).toBe(403)
    expect(await findHolding(site.db, writer.id, site.now())).toBeUndefined()
    expect((await site.post(`${page}/second`, { agree: 'yes' }, { as: operator })).status).toBe(303)
  })

  test('is not the first once more, whatever they became meanwhile', async ({ site }) => {
    const { writer, reader, keeper, topicId } = await scene(site)
    await report(site, reader, topicId)
    const page = await decide(site, keeper, 'ban')
    await site.db`update members set role = 'operator' where id = ${keeper.id}`
    expect((await site.post(`${page}/second`, { agree: 'yes' }, { as: keeper })).status).toBe(403)
    expect(await findHolding(site.db, writer.id, site.now())).toBeUndefined()
  })

  test('says yes or no: an empty answer is neither, and once said it stays', async ({ site }) => {
    const { reader, keeper, second, topicId } = await scene(site)
    await report(site, reader, topicId)
    const page = await decide(site, keeper, 'ban')
    const empty = await site.post(`${page}/second`, {}, { as: second })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Choose one of the two.')
    expect((await site.post(`${page}/second`, { agree: 'no' }, { as: second })).status).toBe(303)
    expect((await site.post(`${page}/second`, { agree: 'yes' }, { as: second })).status).toBe(409)
  })

  test('says yes, and only then its author hears of it, with the way to appeal', async ({ site }) => {
    const { writer, reader, keeper, second, topicId } = await scene(site)
    await report(site, reader, topicId)
    const page = await decide(site, keeper, 'ban')
    await site.post(`${page}/second`, { agree: 'yes' }, { as: second })
    expect(await read(site, '/account/notices', writer)).toContain(page)
    expect(await read(site, page, writer)).toContain(`action="${page}/appeal"`)
  })

  test('says no, and the post is decided about anew by whoever comes', async ({ site }) => {
    const { writer, reader, keeper, second, topicId } = await scene(site)
    await report(site, reader, topicId)
    const page = await decide(site, keeper, 'ban')
    expect(await upheld(site)).toEqual([null])
    await site.post(`${page}/second`, { agree: 'no' }, { as: second })
    expect(await read(site, '/moderation', keeper)).toContain('Buying or selling')
    expect(await findHolding(site.db, writer.id, site.now())).toBeUndefined()
    await decide(site, second, 'note')
    expect(await upheld(site)).toEqual([true])
  })

  test('does not answer the appeal against it; a third does', async ({ site }) => {
    const { writer, reader, keeper, second, topicId } = await scene(site)
    const operator = await site.member('owner', { role: 'operator' })
    await report(site, reader, topicId)
    const page = await decide(site, keeper, 'ban')
    await site.post(`${page}/second`, { agree: 'yes' }, { as: second })
    expect(await upheld(site)).toEqual([true])
    expect((await site.post(`${page}/appeal`, { words: 'It was no shop.' }, { as: writer })).status).toBe(303)
    const granted = { granted: 'yes', answer: 'You are right.' }
    for (const decider of [keeper, second]) {
      expect(await read(site, '/moderation', decider)).not.toContain('It was no shop.')
      expect((await site.post(`${page}/answer`, granted, { as: decider })).status).toBe(403)
    }
    expect(await read(site, '/account/notices', operator)).toContain('asks for a second look')
    expect((await site.post(`${page}/answer`, granted, { as: operator })).status).toBe(303)
    expect(await findHolding(site.db, writer.id, site.now())).toBeUndefined()
    // Who reported it was not right either, as it turned out: the writer's standing is what it was.
    expect(await upheld(site)).toEqual([false])
  })
})

describe('an appeal', () => {
  test('is not answered by who reported the post', async ({ site }) => {
    const { writer, keeper, second, topicId } = await scene(site)
    await report(site, second, topicId)
    const page = await decide(site, keeper, 'collapse')
    await site.post(`${page}/appeal`, { words: 'It was no shop.' }, { as: writer })
    const kept = { granted: 'no', answer: 'It stays.' }
    expect((await site.post(`${page}/answer`, kept, { as: second })).status).toBe(403)
    expect(await read(site, '/moderation', second)).not.toContain('It was no shop.')
  })

  test('is its author’s to make, once, and with words', async ({ site }) => {
    const { writer, reader, keeper, topicId } = await scene(site)
    await report(site, reader, topicId)
    const page = await decide(site, keeper, 'collapse')
    expect((await site.post(`${page}/appeal`, { words: ' ' }, { as: writer })).status).toBe(422)
    expect((await site.post(`${page}/appeal`, { words: 'For them.' }, { as: reader })).status).toBe(404)
    expect((await site.post(`${page}/appeal`, { words: 'For them.' }, { as: keeper })).status).toBe(403)
    for (const words of ['The first.', 'The second.'])
      expect((await site.post(`${page}/appeal`, { words }, { as: writer })).status).toBe(303)
    expect(await read(site, page, writer)).toContain('The first.')
    expect(await read(site, page, writer)).not.toContain('The second.')
  })
})

describe('to be afraid for somebody', () => {
  test('takes nothing from whom one is afraid for', async ({ site }) => {
    const { writer, reader, keeper, topicId } = await scene(site)
    await site.db`update members set created_at = '2026-10-01T12:00:00Z' where id = ${writer.id}`
    expect(await read(site, '/account/standing', writer)).toContain('You are at home here')
    await report(site, reader, topicId, 'worried')
    await decide(site, keeper, 'note')
    expect(await read(site, '/account/standing', writer)).toContain('You are at home here')
    await report(site, reader, topicId)
    await decide(site, keeper, 'note')
    expect(await read(site, '/account/standing', writer)).toContain('You are known here')
  })

  test('was never wrong: who says it is believed as before', async ({ site }) => {
    const { reader, keeper, topicId } = await scene(site)
    await report(site, reader, topicId, 'worried')
    await decide(site, keeper, 'none')
    expect(await upheld(site)).toEqual([null])
    await report(site, reader, topicId, 'shaming')
    await decide(site, keeper, 'none')
    expect(await upheld(site)).toEqual([null, false])
  })
})
