import { expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { postTopic, read } from '../../testing/posting.ts'
import { test } from '../../testing/site.ts'
import { checkLog } from './checkLog.ts'
import { addToLog } from './log.store.ts'
import { readSeen } from './logChain.ts'

test('an end that was cut off shows to whoever wrote the newest fingerprint down', async ({ site }) => {
  const keeper = await site.member('keeper', { role: 'moderator' })
  const say = (what: string) =>
    transaction(site.db, (tx) => addToLog(tx, { what, category: 'shaming', keeperId: keeper.id }, site.now()))
  await say('note')
  await say('ban')
  // As it stands on the page that everybody can read.
  const [, line = ''] = /class="fingerprint"[^>]*>([^<]*)</.exec(await read(site, '/moderation/log')) ?? []
  const seen = readSeen(line)
  expect(seen).toEqual((await checkLog(site.db)).newest)
  await say('note')
  expect(await checkLog(site.db, seen)).toMatchObject({ broken: undefined, holdsSeen: true })

  await site.db`alter table moderation_log disable trigger all`
  await site.db`delete from moderation_log where number >= ${seen?.number ?? ''}`
  const cut = await checkLog(site.db, seen)
  expect(cut).toMatchObject({ broken: undefined, holdsSeen: false })
  // Nor does another entry in its place pass for it.
  await say('note')
  expect((await checkLog(site.db, seen)).holdsSeen).toBe(false)
})

test('an end that was cut off shows by itself where what was decided still stands', async ({ site }) => {
  const wren = await site.member('wren')
  const [keeper, warden, owner] = [
    await site.member('keeper', { role: 'moderator' }),
    await site.member('warden', { role: 'moderator' }),
    await site.member('owner', { role: 'operator' }),
  ]
  const topic = (await postTopic(site, wren)).split('/').at(-1)
  await site.post(
    `/moderation/report?topic=${topic}`,
    { category: 'sourcing' },
    { as: await site.member('finch') },
  )
  const [row] = await site.db<{ id: string }[]>`select id from moderation_cases`
  const ban = { kind: 'ban', category: 'sourcing', reason: 'Leave the shop out.' }
  await site.post(`/moderation/cases/${row?.id}/decide`, ban, { as: keeper })
  const [measure] = await site.db<{ id: string }[]>`select id from measures`
  const page = `/moderation/decisions/${measure?.id}`
  await site.post(`${page}/second`, { agree: 'yes' }, { as: warden })
  await site.post(`${page}/appeal`, { words: 'It was no shop.' }, { as: wren })
  await site.post(`${page}/answer`, { granted: 'no', answer: 'It was.' }, { as: owner })
  expect(await checkLog(site.db)).toMatchObject({ entries: 3, broken: undefined, unlogged: 0 })
  await site.db`alter table moderation_log disable trigger all`
  for (const left of [2, 1, 0]) {
    await site.db`delete from moderation_log where number > ${left}`
    expect(await checkLog(site.db)).toMatchObject({ entries: left, broken: undefined, unlogged: 3 - left })
  }
})

test('a fingerprint is read as people write it down, and nothing else is', () => {
  const fingerprint = 'ab'.repeat(32)
  for (const written of [`12:${fingerprint}`, `12 · ${fingerprint}`, ` 12 ${fingerprint.toUpperCase()} `])
    expect(readSeen(written)).toEqual({ number: '12', fingerprint })
  for (const written of ['', '12', fingerprint.slice(1), `0:${fingerprint}`, `12:${fingerprint}0`, '12:zz'])
    expect(readSeen(written)).toBeUndefined()
})
