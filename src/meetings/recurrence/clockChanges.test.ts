import { expect, test } from 'vitest'
import { clockTroubles } from './clockChanges.ts'
import { occurrences } from './recurrence.ts'

const daily = { every: 'week', interval: 1, days: [1, 2, 3, 4, 5, 6, 7] } as const
const recurrence = { ...daily, days: [...daily.days] }
const first = Temporal.PlainDate.from('2026-11-22')
const last = first.add({ years: 2 })

test('a time that a clock change skips or doubles is named, with when the meeting really begins', () => {
  const troubles = (time: string, zone: string) =>
    clockTroubles({ recurrence, time, zone }, first, last).map(
      ({ kind, startsAt }) => `${kind} ${startsAt.toZonedDateTimeISO(zone)}`,
    )
  expect(troubles('02:30', 'America/New_York')).toEqual([
    'skipped 2027-03-14T03:30:00-04:00[America/New_York]',
    'skipped 2028-03-12T03:30:00-04:00[America/New_York]',
  ])
  expect(troubles('01:30', 'America/New_York')).toEqual([
    'doubled 2027-11-07T01:30:00-04:00[America/New_York]',
    'doubled 2028-11-05T01:30:00-04:00[America/New_York]',
  ])
  expect(troubles('02:15', 'Australia/Lord_Howe')[0]).toMatch(/skipped .*T02:45:00\+11:00/)
  expect(troubles('19:30', 'America/New_York')).toEqual([])
  expect(troubles('02:30', 'Asia/Tokyo')).toEqual([])
})

test('the start that is named is the one in the lists', () => {
  for (const zone of ['Europe/Berlin', 'America/Havana', 'Africa/Cairo', 'Asia/Beirut', 'Antarctica/Troll'])
    for (const time of ['00:00', '00:30', '01:30', '02:00', '02:30']) {
      const schedule = { recurrence, time, minutes: 60, zone }
      const [from, until] = [first, last].map((date) => date.toZonedDateTime('UTC').toInstant())
      if (!from || !until) throw new Error('no dates')
      const starts = new Map(
        occurrences(schedule, from, until).map((each) => [String(each.onDate), String(each.startsAt)]),
      )
      for (const { onDate, startsAt } of clockTroubles(schedule, first, last))
        expect(starts.get(String(onDate)), `${zone} ${time}`).toBe(String(startsAt))
    }
})
