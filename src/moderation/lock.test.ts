import { expect } from 'vitest'
import { newOnce, postReply, postTopic } from '../testing/posting.ts'
import { type Site, type TestMember, test } from '../testing/site.ts'

interface Scene {
  wren: TestMember
  finch: TestMember
  keeper: TestMember
  second: TestMember
  topic: string
  id: string
}

async function scene(site: Site): Promise<Scene> {
  const wren = await site.member('wren')
  const topic = await postTopic(site, wren)
  return {
    wren,
    finch: await site.member('finch'),
    keeper: await site.member('keeper', { role: 'moderator' }),
    second: await site.member('warden', { role: 'moderator' }),
    topic,
    id: topic.split('/').at(-1) ?? '',
  }
}

const lastId = async (site: Site, table: 'moderation_cases' | 'measures') =>
  (await site.db<{ id: string }[]>`select id from ${site.db(table)} order by id desc limit 1`)[0]?.id ?? ''

/** @returns the page of the decision that closed the topic */
async function lock(site: Site, { finch, keeper, id }: Scene, reply = ''): Promise<string> {
  await site.post(
    `/moderation/report?topic=${id}&reply=${reply || '0'}`,
    { category: 'shaming', words: '' },
    { as: finch },
  )
  const words = { kind: 'lock', category: 'shaming', reason: 'It has grown heated.' }
  const path = `/moderation/cases/${await lastId(site, 'moderation_cases')}/decide`
  expect((await site.post(path, words, { as: keeper })).status).toBe(303)
  return `/moderation/decisions/${await lastId(site, 'measures')}`
}

async function takeBack(site: Site, { wren, second }: Scene, page: string): Promise<void> {
  await site.post(`${page}/appeal`, { words: 'It was calm again.' }, { as: wren })
  const words = { granted: 'yes', answer: 'You are right.' }
  expect((await site.post(`${page}/answer`, words, { as: second })).status).toBe(303)
}

async function isOpen(site: Site, { finch, topic }: Scene): Promise<boolean> {
  const answer = await site.post(`${topic}/replies`, { body: 'I am here.', once: newOnce() }, { as: finch })
  return answer.status === 303
}

test('a lock that is taken back opens the topic', async ({ site }) => {
  const here = await scene(site)
  const page = await lock(site, here)
  expect(await isOpen(site, here)).toBe(false)
  await takeBack(site, here, page)
  expect(await isOpen(site, here)).toBe(true)
})

test('a lock that is taken back opens nothing that somebody else had closed before', async ({ site }) => {
  const here = await scene(site)
  await site.post(`${here.topic}/close`, {}, { as: here.second })
  site.setNow('2026-11-22T12:10:00Z')
  await takeBack(site, here, await lock(site, here))
  expect(await isOpen(site, here)).toBe(false)
})

test('nor what somebody else opened and closed again since', async ({ site }) => {
  const here = await scene(site)
  const page = await lock(site, here)
  site.setNow('2026-11-22T12:10:00Z')
  await site.post(`${here.topic}/open`, {}, { as: here.second })
  await site.post(`${here.topic}/close`, {}, { as: here.second })
  await takeBack(site, here, page)
  expect(await isOpen(site, here)).toBe(false)
})

test('of two locks the topic stays closed until both are taken back', async ({ site }) => {
  const here = await scene(site)
  const reply = /reply-(\d+)/.exec(await postReply(site, here.wren, here.topic, 'Say that again.'))?.[1]
  const first = await lock(site, here)
  site.setNow('2026-11-22T12:10:00Z')
  const second = await lock(site, here, reply)
  await takeBack(site, here, first)
  expect(await isOpen(site, here)).toBe(false)
  await takeBack(site, here, second)
  expect(await isOpen(site, here)).toBe(true)
})
