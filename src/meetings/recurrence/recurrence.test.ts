import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { datesBetween, type IsoDay, occurrences, type Recurrence, type WeekOfMonth } from './recurrence.ts'

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The same rule as RFC 5545 text: ical.js then expands it with code that shares nothing with ours. */
function asRule(recurrence: Exclude<Recurrence, { every: 'once' }>): string {
  const name = (day: number) => dayNames[day - 1]
  return recurrence.every === 'week'
    ? `FREQ=WEEKLY;WKST=MO;INTERVAL=${recurrence.interval};BYDAY=${recurrence.days.map(name).join(',')}`
    : `FREQ=MONTHLY;BYDAY=${recurrence.weeks.map((week) => `${week}${name(recurrence.day)}`).join(',')}`
}

function expandedByIcal(rule: string, start: Temporal.PlainDate, last: Temporal.PlainDate): string[] {
  const dates: string[] = []
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start.toString()))
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10)
    if (date > last.toString()) return dates
    if (date >= start.toString()) dates.push(date)
  }
  return dates
}

const someDate = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }))
const someDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), {
  minLength: 1,
  maxLength: 7,
}) as fc.Arbitrary<IsoDay[]>
const weekly = fc.record({ days: someDays, interval: fc.integer({ min: 1, max: 6 }) })
const monthly = fc.record({
  weeks: fc.uniqueArray(fc.constantFrom<WeekOfMonth>(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 3 }),
  day: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<IsoDay>,
})

describe('the dates of a meeting', () => {
  test('weekly and every n weeks agree with an independent expander', () => {
    fc.assert(
      fc.property(weekly, someDate, ({ days, interval }, start) => {
        const recurrence = { every: 'week', days, interval, from: start.toString() } as const
        const last = start.add({ days: 120 })
        expect(datesBetween(recurrence, start, last).map(String)).toEqual(
          expandedByIcal(asRule(recurrence), start, last),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('monthly on the nth or the last weekday agrees with an independent expander', () => {
    fc.assert(
      fc.property(monthly, someDate, (rule, start) => {
        const recurrence = { every: 'month', ...rule } as const
        const last = start.add({ days: 400 })
        expect(datesBetween(recurrence, start, last).map(String)).toEqual(
          expandedByIcal(asRule(recurrence), start, last),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('a window that begins later keeps the rhythm of every second week', () => {
    const recurrence = { every: 'week', interval: 2, days: [3], from: '2026-11-04' } as const
    const from = Temporal.PlainDate.from('2026-12-07')
    expect(datesBetween({ ...recurrence, days: [3] }, from, from.add({ days: 20 })).map(String)).toEqual([
      '2026-12-16',
    ])
  })

  test('a meeting that happens once is there once', () => {
    const once = { every: 'once', date: '2026-12-24' } as const
    const day = (text: string) => Temporal.PlainDate.from(text)
    expect(datesBetween(once, day('2026-12-24'), day('2026-12-24'))).toHaveLength(1)
    expect(datesBetween(once, day('2026-12-25'), day('2027-12-24'))).toHaveLength(0)
  })
})

function startsOf(zone: string, time: string, from: string, days = 3): string[] {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(zone).toInstant()
  const recurrence = { every: 'week', interval: 1, days: [1, 2, 3, 4, 5, 6, 7] as IsoDay[] } as const
  return occurrences(
    { recurrence: { ...recurrence }, time, minutes: 60, zone },
    start,
    start.add({ hours: 24 * days }),
  )
    .filter((each) => Temporal.Instant.compare(each.startsAt, start) >= 0)
    .map((each) => each.startsAt.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' }))
}

describe('clock changes', () => {
  test('a wall time that does not exist is shifted later, and only on that day', () => {
    expect(startsOf('America/New_York', '02:30', '2026-03-07')).toEqual([
      '2026-03-07T02:30:00-05:00',
      '2026-03-08T03:30:00-04:00',
      '2026-03-09T02:30:00-04:00',
    ])
  })

  test('a wall time that happens twice is the first of the two', () => {
    expect(startsOf('Europe/London', '01:30', '2026-10-25', 1)).toEqual(['2026-10-25T01:30:00+01:00'])
  })

  test('a change of half an hour moves by half an hour', () => {
    expect(startsOf('Australia/Lord_Howe', '02:10', '2026-10-04', 1)).toEqual(['2026-10-04T02:40:00+11:00'])
  })

  const changingZones = [
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Africa/Casablanca',
    'Asia/Jerusalem',
    'Pacific/Chatham',
    'America/St_Johns',
    'Asia/Kathmandu',
  ] // prettier-ignore

  test('everywhere, every meeting of the week stands on its own wall time unless that time is skipped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...changingZones),
        someDate,
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (zone, date, minute) => {
          const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
          const from = date.toZonedDateTime(zone).toInstant()
          const until = from.add({ hours: 24 * 14 })
          const schedule = { time: time.toString(), minutes: 60, zone }
          const recurrence: Recurrence = { every: 'week', interval: 1, days: [date.dayOfWeek as IsoDay] }
          for (const { startsAt } of occurrences({ ...schedule, recurrence }, from, until)) {
            const local = startsAt.toZonedDateTimeISO(zone)
            const asked = local.toPlainDate().toPlainDateTime(time)
            const exists = asked
              .toZonedDateTime(zone, { disambiguation: 'earlier' })
              .toPlainDateTime()
              .equals(asked)
            if (exists) expect(local.toPlainTime().toString()).toBe(time.toString())
            else expect(Temporal.PlainTime.compare(local.toPlainTime(), time)).toBe(1)
            if (exists) {
              const first = asked.toZonedDateTime(zone, { disambiguation: 'earlier' })
              expect(first.toInstant().equals(startsAt)).toBe(true)
            }
          }
        },
      ),
      { numRuns: 600 },
    )
  })

  test('a meeting that has begun is still listed until it ends, past midnight too', () => {
    const from = Temporal.Instant.from('2026-11-23T00:30:00Z')
    const schedule = { time: '23:30', minutes: 90, zone: 'Etc/UTC' }
    const recurrence: Recurrence = { every: 'week', interval: 1, days: [7] }
    const times = occurrences({ ...schedule, recurrence }, from, from.add({ hours: 1 }))
    expect(times.map((each) => String(each.endsAt))).toEqual(['2026-11-23T01:00:00Z'])
  })
})

test('a series that begins and ends has no date before or after', () => {
  const dates = (recurrence: Recurrence) =>
    datesBetween(
      recurrence,
      Temporal.PlainDate.from('2026-11-01'),
      Temporal.PlainDate.from('2027-03-31'),
    ).map(String)
  const bounds = { begins: '2026-12-07', until: '2027-01-11' }
  expect(dates({ every: 'week', interval: 2, days: [1], from: '2026-11-30', ...bounds })).toEqual([
    '2026-12-14',
    '2026-12-28',
    '2027-01-11',
  ])
  expect(dates({ every: 'month', weeks: [1], day: 1, ...bounds })).toEqual(['2026-12-07', '2027-01-04'])
})
