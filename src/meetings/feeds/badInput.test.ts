import { describe, expect } from 'vitest'
import { test } from '../../testing/site.ts'
import { addTowns } from '../testing/town.store.ts'
import { importText } from './import.ts'
import { t } from './messages.ts'
import { readFeed } from './read.ts'
import { listLines } from './report.store.ts'
import { lineSentence } from './sentence.ts'
import { getImport } from './store.ts'

const say = t('en')
const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const draft = { name: 'Test list', address: undefined, zone: undefined, kind: undefined }
const good = {
  slug: 'tea',
  name: 'Tea',
  day: 1,
  time: '19:30',
  timezone: 'Europe/Dublin',
  location: 'Library',
}

/** What the operator reads of one record. */
function said(...changes: object[]): string[] {
  const records = changes.map((change) => ({ ...good, ...change }))
  return readFeed(JSON.stringify(records)).lines.map((line) => lineSentence(say, line))
}

describe('what stands in a list and cannot be so is said in a sentence', () => {
  test.for([
    [{ time: '25:00' }, 'Record 1 (Tea) refused, time: “25:00” is not a time'],
    [{ time: '8:00 PM' }, 'Record 1 (Tea), time: “8:00 PM” read as 20:00'],
    [{ day: '7' }, 'Record 1 (Tea) refused, day: “7” is not a day from 0 (Sunday) to 6'],
    [{ day: 'Someday' }, 'Record 1 (Tea) refused, day: “Someday” is not a day of the week'],
    [{ latitude: 91, longitude: 0.1 }, 'Record 1 (Tea), latitude: “91, 0.1” is not on earth; left out'],
    [{ latitude: 0, longitude: 0 }, 'Record 1 (Tea), latitude: 0, 0 is in the sea; left out'],
    [
      { timezone: 'Mars/Base', latitude: 51.9, longitude: -8.5 },
      'Record 1 (Tea), timezone: “Mars/Base” is not a time zone; looked elsewhere',
    ],
    [
      { notes: '<b onclick="x()">Bring tea</b>' },
      'Record 1 (Tea), notes: markup removed from “<b onclick="x()">Bring tea</b>”',
    ],
    [{ notes: 'a'.repeat(5_000_000) }, 'Record 1 (Tea), notes: 5000000 characters, cut to 4000'],
    [
      { end_time: '19:30' },
      'Record 1 (Tea), end_time: ends when it starts (19:30-19:30); one hour was assumed',
    ],
    [
      { end_time: '19:00' },
      'Record 1 (Tea), end_time: would last over twelve hours (19:30-19:00); one hour was assumed',
    ],
  ] as const)('%j', ([change, sentence]) => {
    expect(said(change)).toEqual([sentence])
  })

  test('an end before the start is the next day, as meetings past midnight are written', () => {
    const { meetings, lines } = readFeed(JSON.stringify([{ ...good, time: '23:00', end_time: '00:30' }]))
    expect(lines).toEqual([])
    expect(meetings[0]).toMatchObject({ time: '23:00', minutes: 90 })
  })

  test('an id that stands twice', () => {
    expect(said({}, {}, { time: '20:00' })).toEqual([
      'Record 2 (Tea) refused, slug: “tea” stands twice with the same content, or a third time',
      'Record 3 (Tea), slug: “tea” stands for two meetings; this one became “tea~1-20:00”',
    ])
  })

  test('names from right to left and with emoji come through every hand', async ({ site: { db } }) => {
    const names = ['اجتماع المساء', 'פגישה', '🌿 Tea 👨‍👩‍👧', 'Z̷̯͝a̶l̵g̷o̴']
    const text = JSON.stringify(names.map((name, index) => ({ ...good, slug: `n${index}`, name })))
    await importText(db, draft, { source: 'x', text }, { now })
    const rows = await db<{ name: string }[]>`select name from meetings order by id`
    expect(rows.map((row) => row.name)).toEqual(names)
  })

  test('a place that nobody knows, and one that is known by its town', async ({ site: { db } }) => {
    await addTowns(db)
    const places = [
      { formatted_address: '1 Main St, Cork, Ireland' },
      { formatted_address: '1 Main St, Nirgendwo, Ireland' },
      // A town of that name, but the clock of the meeting is another.
      { formatted_address: '1 Main St, Philadelphia, PA, USA' },
    ]
    const text = JSON.stringify(places.map((place, index) => ({ ...good, slug: `p${index}`, ...place })))
    const id = await importText(db, draft, { source: 'x', text }, { now })
    const lines = await listLines(db, id, 'mended', { limit: 9, offset: 0 })
    expect(lines.map((line) => lineSentence(say, line))).toEqual([
      'Record 1 (Tea), address: no coordinates; placed in the middle of Cork',
      'Record 2 (Tea), address: no coordinates, and no town “Nirgendwo, Ireland” in our list with the clock of this meeting; it is not found by distance',
      'Record 3 (Tea), address: no coordinates, and no town “Philadelphia, PA, USA” in our list with the clock of this meeting; it is not found by distance',
    ])
    expect(await db`select latitude, approximate from meetings order by id`).toEqual([
      { latitude: 51.898, approximate: true },
      { latitude: null, approximate: false },
      { latitude: null, approximate: false },
    ])
  })
})

describe('a list that is too much', () => {
  test('of records is refused whole, before anything is built from it', () => {
    expect(() => readFeed(`[${'{},'.repeat(2_100_000)}{}]`)).toThrow('too_many')
    expect(() => readFeed(`[{"slug":1}${',1'.repeat(100_000)}]`)).toThrow('too_many')
    expect(() =>
      readFeed(`Name,Day,Time\n${'Tea,Monday,19:00\n'.repeat(100_001)}`, {
        columns: [{ column: 'Name', field: 'name' }],
      }),
    ).toThrow('too_many')
    expect(() =>
      readFeed(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(100_001)}END:VCALENDAR`),
    ).toThrow('too_many')
  })

  test('of lines keeps ten thousand of each sort, and counts the others', async ({ site: { db } }) => {
    const records = Array.from({ length: 10_050 }, (_, index) => ({ ...good, slug: `m-${index}`, day: 9 }))
    const text = JSON.stringify([good, ...records])
    const id = await importText(db, draft, { source: 'x', text }, { now })
    expect(await getImport(db, id)).toMatchObject({ refused: 10_050, taken: 1, linesLeftOut: 50 })
    expect(await listLines(db, id, 'refused', { limit: 1, offset: 9_999 })).toHaveLength(1)
    expect(await listLines(db, id, 'refused', { limit: 1, offset: 10_000 })).toHaveLength(0)
  })
})
