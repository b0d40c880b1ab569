import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../testing/chance.ts'
import { csvOf, fromOwnFile, fromTracker, ownFileOf, tableOf } from './csv.rules.ts'

const entry = {
  type: 'checkin',
  fields: { at: '2026-11-22T03:40', levels: { aches: 3 }, mood: 4, note: 'legs, "again"\nall night' },
}

describe('taking the journal along', () => {
  test('our own file gives back what was in it', () => {
    expect(fromOwnFile(ownFileOf([entry]))).toEqual([entry])
    for (const other of ['', '{}', '[1]', '{"newleafJournal":2,"records":[]}', 'null'])
      expect(fromOwnFile(other)).toBeUndefined()
    expect(
      fromOwnFile('{"newleafJournal":1,"records":[{"type":"evil","fields":{}},null,{"type":"dose"}]}'),
    ).toEqual([])
  })

  test('the table keeps quotes, commas and line ends', () => {
    const [row] = tableOf(csvOf([entry]))
    expect(row).toMatchObject({
      type: 'checkin',
      at: '2026-11-22T03:40',
      mood: '4',
      note: 'legs, "again"\nall night',
    })
  })

  test('a spreadsheet runs nothing of it', () => {
    expect(csvOf([{ type: 'checkin', fields: { note: '=HYPERLINK("x")' } }])).toContain(`"'=HYPERLINK`)
    expect(csvOf([{ type: 'dose', fields: { amount: -1 } }])).toContain('-1')
  })

  test('whatever was written comes back from the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (note) => {
        fc.pre(!/^[=+\-@\t]/.test(note) && !note.includes('\r'))
        expect(tableOf(csvOf([{ type: 'checkin', fields: { at: 'x', note } }]))[0]?.note ?? '').toBe(note)
      }),
    )
  })
})

describe('files of other trackers', () => {
  test('Daylio', () => {
    const file = `full_date,date,weekday,time,mood,activities,note_title,note
2024-03-01,March 1,Friday,9:30 PM,bad,"work | walk","Legs","no sleep"
2024-03-02,March 2,Saturday,07:05,rad,,,
nonsense,,,,good,,,`
    const read = fromTracker(file)
    expect(read).toMatchObject({ from: 'daylio', skipped: 1 })
    expect(read?.entries[0]).toMatchObject({
      type: 'checkin',
      fields: { at: '2024-03-01T21:30', mood: 3, note: 'work | walk · Legs · no sleep' },
    })
    expect(read?.entries[1]?.fields).toMatchObject({ at: '2024-03-02T07:05', mood: 10 })
  })

  test('Bearable', () => {
    const file = `date,date formatted,weekday,time of day,category,rating/amount,detail,notes
1st Mar 2024,2024-03-01,Friday,am,Mood,7,Calm,
1st Mar 2024,2024-03-01,Friday,evening,Symptom,3,Restless legs(3),worse in bed
1st Mar 2024,2024-03-01,Friday,am,Sleep,,,`
    const read = fromTracker(file)
    expect(read).toMatchObject({ from: 'bearable', skipped: 1 })
    expect(read?.entries.map(({ fields }) => fields)).toMatchObject([
      { at: '2024-03-01T08:00', mood: 7, note: 'Calm' },
      { at: '2024-03-01T19:00', mood: null, note: 'Symptom: Restless legs(3) · worse in bed' },
    ])
  })

  test('a file that is neither is not guessed at', () => {
    expect(fromTracker('')).toBeUndefined()
    expect(fromTracker('a,b\n1,2')).toBeUndefined()
  })
})
