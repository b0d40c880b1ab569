import { describe, expect } from 'vitest'
import { newOnce, postReply, postTopic, read } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'
import { checkLog } from './log/index.ts'

const words = { category: 'sourcing', reason: 'No shops here.', days: '3' }

interface Scene {
  seller: TestMember
  finch: TestMember
  keeper: TestMember
  warden: TestMember
  topic: string
  reply: string
}

async function scene(site: Site): Promise<Scene> {
  const finch = await site.member('finch')
  const seller = await site.member('seller')
  const topic = await postTopic(site, finch)
  return {
    seller,
    finch,
    keeper: await site.member('keeper', { role: 'moderator' }),
    warden: await site.member('warden', { role: 'moderator' }),
    topic,
    reply: /reply-(\d+)/.exec(await postReply(site, seller, topic, 'Cheap leaves at my shop.'))?.[1] ?? '',
  }
}

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

async function decide(site: Site, { finch, keeper, topic, reply }: Scene, decision: Record<string, string>) {
  const path = `/moderation/report?topic=${topic.split('/').at(-1)}&reply=${reply}`
  await site.post(path, { category: 'sourcing' }, { as: finch })
  const decideHere = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  const answer = await site.post(decideHere, { ...words, ...decision }, { as: keeper })
  return { answer, page: `/moderation/decisions/${await lastId(site, 'measures')}` }
}

async function grant(site: Site, page: string, { seller, warden }: Scene): Promise<void> {
  await site.post(`${page}/appeal`, { words: 'It was no shop.' }, { as: seller })
  const granted = { granted: 'yes', answer: 'You are right.' }
  expect((await site.post(`${page}/answer`, granted, { as: warden })).status).toBe(303)
}

const isSeen = async (site: Site, { topic }: Scene) => (await read(site, topic)).includes('Cheap leaves')

describe('a post that goes out of sight with its writer’s right to write', () => {
  test('is gone for everybody at once, which its writer and the log are told', async ({ site }) => {
    const here = await scene(site)
    const { page } = await decide(site, here, { kind: 'suspend', hides: 'yes' })
    expect(await isSeen(site, here)).toBe(false)
    expect(await read(site, page, here.seller)).toContain('What you wrote is out of sight as well.')
    const answer = { body: 'Still here.', once: newOnce() }
    expect((await site.post(`${here.topic}/replies`, answer, { as: here.seller })).status).toBe(403)
    const log = await read(site, '/moderation/log')
    for (const line of ['No writing for some days', 'Taken out of sight']) expect(log).toContain(line)
    expect((await checkLog(site.db)).unlogged).toBe(0)
  })

  test('comes back when the appeal is granted', async ({ site }) => {
    const here = await scene(site)
    const { page } = await decide(site, here, { kind: 'suspend', hides: 'yes' })
    await grant(site, page, here)
    expect(await isSeen(site, here)).toBe(true)
  })

  test('is out of sight while a ban waits for its second, and comes back when that one says no', async ({
    site,
  }) => {
    const here = await scene(site)
    const { page } = await decide(site, here, { kind: 'ban', hides: 'yes' })
    expect(await isSeen(site, here)).toBe(false)
    await site.post(`${page}/second`, { agree: 'no' }, { as: here.warden })
    expect(await isSeen(site, here)).toBe(true)
    expect(await read(site, '/moderation', here.keeper)).toContain('Buying or selling')
  })

  test('stays out of sight once a ban begins', async ({ site }) => {
    const here = await scene(site)
    const { page } = await decide(site, here, { kind: 'ban', hides: 'yes' })
    await site.post(`${page}/second`, { agree: 'yes' }, { as: here.warden })
    expect(await isSeen(site, here)).toBe(false)
    expect(await read(site, '/moderation', here.keeper)).toContain('Nothing waits')
  })

  test('is left where it is when nobody says so', async ({ site }) => {
    const here = await scene(site)
    await decide(site, here, { kind: 'suspend' })
    expect(await isSeen(site, here)).toBe(true)
  })

  test('cannot be left as it is as well', async ({ site }) => {
    const here = await scene(site)
    const { answer } = await decide(site, here, { kind: 'none', hides: 'yes' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const said of ['it cannot be both', 'No shops here.']) expect(page).toContain(said)
    expect(await isSeen(site, here)).toBe(true)
  })
})

test('what waited to be let in stays out of sight when a ban is refused', async ({ site }) => {
  const here = await scene(site)
  await site.db`update replies set held_at = created_at, number = null where id = ${here.reply}`
  await read(site, '/moderation', here.keeper)
  const decision = { ...words, kind: 'ban', hides: 'yes' }
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  await site.post(path, decision, { as: here.keeper })
  const page = `/moderation/decisions/${await lastId(site, 'measures')}`
  await site.post(`${page}/second`, { agree: 'no' }, { as: here.warden })
  expect(await isSeen(site, here)).toBe(false)
  expect(await read(site, '/moderation', here.keeper)).toContain('Cheap leaves')
})

test.for([
  ['hold', /Cheap leaves/],
  ['collapse', /^(?!.*<summary>.*Cheap leaves)/s],
] as const)(
  'of two decisions to %s a post one that is taken back leaves the other',
  async ([kind, shown], { site }) => {
    const here = await scene(site)
    const first = await decide(site, here, { kind })
    // Changed by its author, it was looked at once more.
    await site.db`
    insert into moderation_cases (topic_id, reply_id, author_id, origin, category, severity, opened_at)
    values (${here.topic.split('/').at(-1) ?? ''}, ${here.reply}, ${here.seller.id}, 'words', 'sourcing', 3, ${site.now()})`
    const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
    await site.post(path, { ...words, kind }, { as: here.keeper })
    const second = `/moderation/decisions/${await lastId(site, 'measures')}`
    await grant(site, first.page, here)
    expect(await read(site, here.topic)).not.toMatch(shown)
    await grant(site, second, here)
    expect(await read(site, here.topic)).toMatch(shown)
  },
)
