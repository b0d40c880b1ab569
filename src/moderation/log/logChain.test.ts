import { describe, expect, test } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { test as siteTest } from '../../testing/site.ts'
import { checkLog } from './checkLog.ts'
import { addToLog } from './log.store.ts'
import { beginning, firstBroken, hashOf, type LogEntry } from './logChain.ts'

/** What a moderator, an operator or a thief would like to have said. */
const said = ['note', 'hold', 'ban', 'ban-agreed', 'appeal-kept', 'none']

function chain(kinds: string[], from = 1, before: Buffer = beginning): LogEntry[] {
  let previous = before
  return kinds.map((what, index) => {
    const line = {
      number: String(from + index),
      onDate: Temporal.PlainDate.from('2026-11-20').add({ days: index }),
      what,
      category: 'sourcing',
      keeper: `K${(index % 3) + 1}`,
      previous,
    }
    previous = hashOf(line)
    return { ...line, hash: previous }
  })
}

const whole = chain(said)
const copy = () => whole.map((entry) => ({ ...entry }))
const changed = (at: number, change: Partial<LogEntry>) =>
  copy().with(at, { ...whole[at], ...change } as LogEntry)
/** Changed, and its own hash made right again. */
const rehashed = (at: number, change: Partial<LogEntry>) => {
  const line = { ...whole[at], ...change } as LogEntry
  return copy().with(at, { ...line, hash: hashOf(line) })
}
const moved = () => {
  const entries = copy()
  const [two, three] = [whole[2], whole[3]] as [LogEntry, LogEntry]
  return entries.with(2, { ...three, number: '3' }).with(3, { ...two, number: '4' })
}

describe('a log that was tampered with', () => {
  test('is whole where nobody did', () => expect(firstBroken(whole)).toBeUndefined())

  test.for([
    ['what was decided', changed(2, { what: 'none' }), '3'],
    ['the day of it', changed(2, { onDate: Temporal.PlainDate.from('2026-11-01') }), '3'],
    ['who decided', changed(2, { keeper: 'K9' }), '3'],
    ['the rule it was about', changed(2, { category: 'shaming' }), '3'],
    ['the first entry', changed(0, { what: 'none' }), '1'],
    ['the newest entry', changed(5, { what: 'ban' }), '6'],
    ['an entry with its hash', rehashed(2, { what: 'none' }), '4'],
    ['only a hash', changed(3, { hash: Buffer.alloc(32, 7) }), '4'],
    ['what an entry says of the one before', changed(3, { previous: beginning }), '4'],
    ['the first, which was taken out', copy().slice(1), '2'],
    ['one in the middle, which was taken out', copy().toSpliced(2, 1), '4'],
    ['one in the middle, the rest numbered anew', renumbered(copy().toSpliced(2, 1)), '3'],
    [
      'two, which changed places',
      copy()
        .with(2, whole[3] as LogEntry)
        .with(3, whole[2] as LogEntry),
      '4',
    ],
    ['two, which changed places and numbers', moved(), '3'],
    [
      'one that was slipped in',
      [...copy().slice(0, 2), ...chain(['none'], 3), ...renumbered(copy().slice(2), 4)],
      '3',
    ],
    ['all after a point, written anew on another beginning', [...copy().slice(0, 2), ...chain(said, 3)], '3'],
  ] as [string, LogEntry[], string][])('shows it by %s', ([, entries, first]) => {
    expect(firstBroken(entries)).toBe(first)
    // Read in pieces, as the command does, it is the same.
    const pieces = entries.map((entry, index) => firstBroken([entry], entries[index - 1]))
    expect(pieces.find((broken) => broken !== undefined)).toBe(first)
  })

  // The one thing that a chain alone cannot show: `--since` is for that.
  test('written anew from its beginning it is a chain, of other fingerprints', () => {
    const anew = chain(said.with(2, 'none'))
    expect(firstBroken(anew)).toBeUndefined()
    expect(anew.at(-1)?.hash).not.toEqual(whole.at(-1)?.hash)
  })
})

function renumbered(entries: LogEntry[], from = 1): LogEntry[] {
  return entries.map((entry, index) => ({ ...entry, number: String(from + index) }))
}

describe('the table of the log', () => {
  for (const [how, change] of [
    ['changed', "update moderation_log set on_date = '2026-01-01'"],
    ['thinned out', 'delete from moderation_log where number = 2'],
    ['emptied', 'truncate moderation_log'],
  ] as const)
    siteTest(`is not ${how}`, async ({ site }) => {
      await write(site.db, 3)
      await expect(transaction(site.db, (tx) => tx.unsafe(change))).rejects.toThrow('only ever added to')
    })

  siteTest('that was written anew in the database shows to who kept its end', async ({ site }) => {
    await write(site.db, 3)
    const { newest } = await checkLog(site.db)
    await site.db`alter table moderation_log disable trigger all`
    await site.db`delete from moderation_log`
    await write(site.db, 5)
    expect(await checkLog(site.db, newest)).toMatchObject({ entries: 5, broken: undefined, holdsSeen: false })
    await site.db`delete from moderation_log where number = 2`
    expect(await checkLog(site.db)).toMatchObject({ broken: '3' })
  })
})

/** Of two logs with so many entries each entry differs. */
async function write(db: Parameters<typeof checkLog>[0], count: number): Promise<void> {
  const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
  const [keeper] = await db<{ id: string }[]>`
    insert into members (handle, handle_key, passphrase_hash, recovery_hash)
    values ('keeper', 'keeper', '', '') on conflict (handle_key) do update set handle = 'keeper' returning id`
  for (let index = 0; index < count; index++)
    await transaction(db, (tx) =>
      addToLog(tx, { what: `note of ${count}`, category: 'shaming', keeperId: keeper?.id ?? '' }, now),
    )
}
