import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../testing/chance.ts'
import {
  changedOccurrences,
  datesBetween,
  type IsoDay,
  type Recurrence,
  type WeekOfMonth,
} from '../../index.ts'
import type { ChangedMeeting } from '../published.ts'
import { startsIn } from '../testing/expand.ts'
import { changeOn, timedMeeting } from '../testing/timed.ts'
import { seriesEvents } from './event.rules.ts'
import { calendarPieces, calendarWords } from './list.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const created = Temporal.PlainDate.from('2026-11-01')
const months = 15
const last = created.add({ months })
const view = { site: { origin: 'https://newleaf.example', name: 'Newleaf' }, now, words: calendarWords() }

async function calendarOf(changed: ChangedMeeting): Promise<string> {
  const pieces = calendarPieces({ name: 'Test', url: view.site.origin }, view, async function* () {
    yield { changed, events: seriesEvents(changed, view) }
  })
  return (await Array.fromAsync(pieces)).join('')
}

/** Every zone whose clocks are turned in the coming two years, and one where they are not. */
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => {
  const next = now.toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  return zone === 'Asia/Kathmandu' || (next !== null && next.year < 2029)
})

const someDays = fc.uniqueArray(fc.constantFrom<IsoDay>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
const someRecurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ every: fc.constant('week' as const), interval: fc.constant(1), days: someDays }),
  },
  fc.record({
    every: fc.constant('week' as const),
    interval: fc.constantFrom(2, 3, 4),
    days: someDays,
    from: fc.integer({ min: 0, max: 40 }).map((days) => String(created.subtract({ days }))),
  }),
  fc.record({
    every: fc.constant('month' as const),
    weeks: fc.uniqueArray(fc.constantFrom<WeekOfMonth>(1, 2, 3, 4, 5, -1), { minLength: 1 }),
    day: fc.constantFrom<IsoDay>(1, 2, 3, 4, 5, 6, 7),
  }),
  fc
    .integer({ min: 0, max: 400 })
    .map((days) => ({ every: 'once' as const, date: String(created.add({ days })) })),
)
/** Clocks are turned at night: half of the times are there. */
const someTime = fc.oneof(fc.integer({ min: 0, max: 239 }), fc.integer({ min: 0, max: 1439 })).map((minute) =>
  Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toString()
    .slice(0, 5),
)

const someChanges = fc.array(
  fc.record({
    nth: fc.nat(40),
    kind: fc.constantFrom('cancelled' as const, 'moved' as const, 'note' as const),
    days: fc.integer({ min: -3, max: 9 }),
    time: fc.option(someTime, { nil: undefined }),
    note: fc.option(fc.constant('Bring a friend; or two, \\ and more'), { nil: undefined }),
  }),
  { maxLength: 6 },
)

/** Some series are planned to begin or to end. */
const someBounds = fc.record({
  begins: fc.option(fc.integer({ min: -20, max: 60 }), { nil: undefined }),
  until: fc.option(fc.integer({ min: 100, max: 400 }), { nil: undefined }),
})

function bounded(
  recurrence: Recurrence,
  { begins, until }: { begins: number | undefined; until: number | undefined },
) {
  if (recurrence.every === 'once') return recurrence
  const on = (days: number) => String(created.add({ days }))
  return {
    ...recurrence,
    ...(begins === undefined ? {} : { begins: on(begins) }),
    ...(until === undefined ? {} : { until: on(until) }),
  }
}

test('our calendar, read by another program, gives the times that we show, in every zone', async () => {
  expect(zones.length).toBeGreaterThan(100)
  const schedule = fc.record({
    zone: fc.constantFrom(...zones),
    recurrence: fc
      .tuple(someRecurrence, someBounds)
      .map(([rule, bounds]): Recurrence => bounded(rule, bounds)),
    time: someTime,
    minutes: fc.constantFrom(45, 60, 90, 1440),
  })
  const property = fc.asyncProperty(schedule, someChanges, async (rule, wanted) => {
    const meeting = timedMeeting({ ...rule, createdAt: created.toZonedDateTime(rule.zone).toInstant() })
    const dates = datesBetween(rule.recurrence, created, last)
    const changes = new Map(
      wanted.flatMap(({ nth, kind, days, time, note }) => {
        const date = dates[nth]
        if (!date) return []
        const moved =
          kind === 'moved' ? { newDate: String(date.add({ days })), ...(time ? { newTime: time } : {}) } : {}
        return [[String(date), changeOn(String(date), kind, { ...moved, ...(note ? { note } : {}) })]]
      }),
    )
    const from = created.toZonedDateTime(rule.zone).toInstant()
    const until = last.toZonedDateTime(rule.zone).toInstant()
    const ours = changedOccurrences(meeting, [...changes.values()], from.subtract({ hours: 24 * 20 }), until)
      .filter(
        ({ change, onDate }) => change !== 'cancelled' && Temporal.PlainDate.compare(onDate, created) >= 0,
      )
      .map(({ startsAt }) => String(startsAt))
      .filter((at) => inside(at, until))
    const read = startsIn(
      await calendarOf({ meeting, changes: [...changes.values()] }),
      until.add({ hours: 24 * 20 }),
    )
    expect([...new Set(read)].filter((at) => inside(at, until))).toEqual([...new Set(ours)].sort())
    // Nothing stands twice, not even where a rule names the same Monday as the fourth and as the last.
    if (changes.size === 0) expect(new Set(read).size).toBe(read.length)
  })
  await fc.assert(property, { numRuns: 150 })
})

/** A week before the end, so that what is moved over it does not count. */
function inside(at: string, until: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), until.subtract({ hours: 24 * 12 })) < 0
}
