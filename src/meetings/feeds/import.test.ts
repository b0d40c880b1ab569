import { describe, expect } from 'vitest'
import { test } from '../../testing/site.ts'
import { listUpcoming } from '../store.ts'
import { haveRealFeeds, realFeed } from '../testing/realFeeds.ts'
import { importText } from './import.ts'
import { listLines } from './report.store.ts'
import { getImport } from './store.ts'

const draft = { name: 'Test list', address: undefined, zone: 'Europe/Dublin', kind: undefined }
const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

function feedOf(...meetings: object[]): { source: string; text: string } {
  const whole = meetings.map((meeting, index) => ({
    slug: `meeting-${index}`,
    name: `Meeting ${index}`,
    day: 1,
    time: '19:00',
    location: 'Library',
    ...meeting,
  }))
  return { source: 'test.json', text: JSON.stringify(whole) }
}

describe('importing a feed', () => {
  test('adds, changes and takes away meeting by meeting', async ({ site: { db } }) => {
    const counts = async (...meetings: object[]) => {
      const id = await importText(db, draft, feedOf(...meetings), { now })
      const { added, changed, gone, same } = await getImport(db, id)
      return [added, changed, gone, same]
    }
    expect(await counts({}, {}, {})).toEqual([3, 0, 0, 0])
    expect(await counts({}, {}, {})).toEqual([0, 0, 0, 3])
    expect(await counts({ time: '20:00' }, {})).toEqual([0, 1, 1, 1])
    expect(await counts({}, {}, {})).toEqual([1, 1, 0, 1])
  })

  test('keeps a meeting’s own address when it changes', async ({ site: { db } }) => {
    await importText(db, draft, feedOf({}), { now })
    const [before] = await listUpcoming(db, { now, limit: 1 })
    await importText(db, draft, feedOf({ time: '20:30' }), { now })
    const [after] = await listUpcoming(db, { now, limit: 1 })
    expect(after?.id).toBe(before?.id)
    expect(String(before?.startsAt)).toBe('2026-11-23T19:00:00Z')
    expect(String(after?.startsAt)).toBe('2026-11-23T20:30:00Z')
  })

  test('with less than half of what there was changes nothing and waits for the operator', async ({
    site: { db },
  }) => {
    await importText(db, draft, feedOf({}, {}, {}, {}, {}), { now })
    const id = await importText(db, draft, feedOf({ time: '20:00' }, {}), { now })
    expect(await getImport(db, id)).toMatchObject({
      status: 'held',
      heldFor: 'shrunk',
      nothingRemovedOf: 5,
      same: 1,
      changed: 1,
      gone: 3,
    })
    expect(new Set((await listUpcoming(db, { now, hours: 48, limit: 50 })).map((each) => each.id)).size).toBe(
      5,
    )
  })

  test('an unreadable file changes nothing and makes no feed', async ({ site: { db } }) => {
    await expect(importText(db, draft, { source: 'x', text: '[{"slug"' }, { now })).rejects.toThrow(
      'truncated',
    )
    expect(await db`select 1 from feeds`).toHaveLength(0)
  })

  test('keeps every line of what was mended and refused', async ({ site: { db } }) => {
    const id = await importText(db, draft, feedOf({ time: '8:00 PM' }, { day: 9 }), { now })
    expect(await getImport(db, id)).toMatchObject({ records: 2, taken: 1, mended: 1, refused: 1 })
    expect(await listLines(db, id, 'refused', { limit: 10, offset: 0 })).toMatchObject([
      { record: 2, name: 'Meeting 1', field: 'day', why: 'day_out_of_range', was: '9' },
    ])
    expect(await listLines(db, id, 'mended', { limit: 10, offset: 0 })).toMatchObject([
      { record: 1, field: 'time', was: '8:00 PM', became: '20:00' },
    ])
  })

  test('brings meetings of one group together', async ({ site: { db } }) => {
    await importText(db, draft, feedOf({ group: 'Harbour' }, { group: 'Harbour' }, {}), { now })
    expect(await db`select name, kind from groups order by name`).toEqual([
      { name: 'Harbour', kind: 'twelve_step' },
      { name: 'Meeting 2', kind: 'twelve_step' },
    ])
  })
})

describe.skipIf(!haveRealFeeds)('importing real feeds', { timeout: 120_000 }, () => {
  test.for([
    ['mg-philadelphia-sepia-2098.json', 2098],
    ['bmlt-gnyr-with-formats.json', 1513],
    ['mg-eda-185.json', 185],
  ] as const)(
    '%s comes in whole, and a second time changes nothing',
    async ([name, records], { site: { db } }) => {
      const what = { source: name, text: realFeed(name) }
      const list = { ...draft, zone: undefined, name }
      const first = await getImport(db, await importText(db, list, what, { now }))
      expect(first.taken + first.refused).toBe(records)
      expect(first.added).toBe(first.taken)
      const second = await getImport(db, await importText(db, list, what, { now }))
      expect(second).toMatchObject({ added: 0, changed: 0, gone: 0, same: first.taken })
    },
  )
})
