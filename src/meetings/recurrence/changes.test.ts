import { expect, test } from 'vitest'
import { changedOccurrences, type DateChange } from './changes.ts'

const tuesdays = {
  recurrence: { every: 'week', interval: 1, days: [2] },
  time: '19:00',
  minutes: 60,
  zone: 'Europe/Dublin',
} as const
const schedule = { ...tuesdays, recurrence: { ...tuesdays.recurrence, days: [2 as const] } }
const from = Temporal.Instant.from('2026-11-22T12:00:00Z')
const until = from.add({ hours: 24 * 21 })

const plain = { newDate: null, newTime: null, note: null }
const day = (text: string) => Temporal.PlainDate.from(text)

function times(...changes: DateChange[]) {
  return changedOccurrences(schedule, changes, from, until).map(({ startsAt, onDate, change }) =>
    `${startsAt} ${onDate} ${change ?? ''}`.trim(),
  )
}

test('a cancelled date is still there and says so', () => {
  expect(times({ onDate: day('2026-12-01'), kind: 'cancelled', ...plain, note: 'Hall is shut.' })).toEqual([
    '2026-11-24T19:00:00Z 2026-11-24',
    '2026-12-01T19:00:00Z 2026-12-01 cancelled',
    '2026-12-08T19:00:00Z 2026-12-08',
  ])
})

test('a moved date is where it moved to, in the order of the new times', () => {
  const moved = {
    onDate: day('2026-12-01'),
    kind: 'moved',
    ...plain,
    newDate: day('2026-12-10'),
    newTime: '18:30',
  } as const
  expect(times(moved)).toEqual([
    '2026-11-24T19:00:00Z 2026-11-24',
    '2026-12-08T19:00:00Z 2026-12-08',
    '2026-12-10T18:30:00Z 2026-12-01 moved',
  ])
})

test('a date moves into the window and out of it', () => {
  const into = { onDate: day('2026-12-22'), kind: 'moved', ...plain, newDate: day('2026-12-02') } as const
  const out = { onDate: day('2026-11-24'), kind: 'moved', ...plain, newDate: day('2027-02-02') } as const
  expect(times(into, out)).toEqual([
    '2026-12-01T19:00:00Z 2026-12-01',
    '2026-12-02T19:00:00Z 2026-12-22 moved',
    '2026-12-08T19:00:00Z 2026-12-08',
  ])
})

test('a note is said, a change that was taken back is not', () => {
  expect(
    times(
      { onDate: day('2026-11-24'), kind: 'note', ...plain, note: 'Back door today.' },
      { onDate: day('2026-12-01'), kind: 'note', ...plain },
    ),
  ).toEqual([
    '2026-11-24T19:00:00Z 2026-11-24 note',
    '2026-12-01T19:00:00Z 2026-12-01',
    '2026-12-08T19:00:00Z 2026-12-08',
  ])
})

test('a change of a date that the rule no longer gives is forgotten', () => {
  const moved = { onDate: day('2026-12-02'), kind: 'moved', ...plain, newDate: day('2026-12-03') } as const
  expect(times(moved, { onDate: day('2026-12-03'), kind: 'cancelled', ...plain })).toHaveLength(3)
})

test('a date that moves into a clock change is at the shifted time', () => {
  const spring = { onDate: day('2027-03-30'), kind: 'moved', ...plain, newDate: day('2027-03-28') } as const
  const [time] = changedOccurrences(
    schedule,
    [{ ...spring, newTime: '01:30' }],
    Temporal.Instant.from('2027-03-27T12:00:00Z'),
    Temporal.Instant.from('2027-03-29T12:00:00Z'),
  )
  expect(String(time?.startsAt.toZonedDateTimeISO('Europe/Dublin').toPlainTime())).toBe('02:30:00')
})
