import { expect } from 'vitest'
import { transaction } from '../platform/database/index.ts'
import { read } from '../testing/posting.ts'
import { test } from '../testing/site.ts'
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

test('a fingerprint is read as people write it down, and nothing else is', () => {
  const fingerprint = 'ab'.repeat(32)
  for (const written of [`12:${fingerprint}`, `12 · ${fingerprint}`, ` 12 ${fingerprint.toUpperCase()} `])
    expect(readSeen(written)).toEqual({ number: '12', fingerprint })
  for (const written of ['', '12', fingerprint.slice(1), `0:${fingerprint}`, `12:${fingerprint}0`, '12:zz'])
    expect(readSeen(written)).toBeUndefined()
})
