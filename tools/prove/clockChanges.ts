import fc from 'fast-check'
import ICAL from 'ical.js'
import {
  type IsoDay,
  occurrences,
  type Recurrence,
  type WeekOfMonth,
} from '../../src/meetings/recurrence/recurrence.ts'
import type { Promised } from './promise.ts'

const from = Temporal.Instant.from('2026-11-22T00:00:00Z')
const until = Temporal.Instant.from('2028-11-22T00:00:00Z')
const daysAround = 40
const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

interface Change {
  zone: string
  at: Temporal.Instant
}

/** Every change of a clock in the world in the next two years. */
export function listClockChanges(): Change[] {
  return Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const changes: Change[] = []
    for (let next = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next'); next; ) {
      if (Temporal.Instant.compare(next.toInstant(), until) > 0) break
      changes.push({ zone, at: next.toInstant() })
      next = next.getTimeZoneTransition('next')
    }
    return changes
  })
}

const someDay = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<IsoDay>
const someRule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    days: fc.uniqueArray(someDay, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({
    every: fc.constant('month' as const),
    weeks: fc.uniqueArray(fc.constantFrom<WeekOfMonth>(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 3 }),
    day: someDay,
  }),
)

/**
 * Expands random rules around random changes of clocks, once as the site does and once with ical.js, which shares no
 * code with it, and says where the two differ. From wall time to instant the judge has its own arithmetic over the
 * zone's offsets, because ical.js is an hour off next to a change: a time that is skipped must stand later by the gap,
 * one that happens twice must be the first, as RFC 5545 says of explicit times.
 */
export function disagreements(runs: number, seed: number): string[] {
  const found: string[] = []
  const changes = listClockChanges()
  const some = fc.record({
    change: fc.constantFrom(...changes),
    rule: someRule,
    // Half of the rules fall into the very hours of a change.
    minutesOff: fc.option(fc.integer({ min: -90, max: 90 })),
    minuteOfDay: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  })
  for (const { change, rule, minutesOff, minuteOfDay } of fc.sample(some, { numRuns: runs, seed })) {
    const { zone, at } = change
    const wallBefore = at
      .subtract({ seconds: 1 })
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .add({ seconds: 1 })
    const time =
      minutesOff === null
        ? new Temporal.PlainTime(Math.floor(minuteOfDay / 60), minuteOfDay % 60)
        : wallBefore.add({ minutes: minutesOff }).toPlainTime()
    const clock = time.toString({ smallestUnit: 'minute' })
    const first = wallBefore.toPlainDate().subtract({ days: daysAround })
    const last = wallBefore.toPlainDate().add({ days: daysAround })
    const recurrence = rule.every === 'week' ? { ...rule, from: first.toString() } : rule
    const begin = first.toZonedDateTime(zone).toInstant()
    const ours = occurrences(
      { recurrence, time: clock, minutes: 60, zone },
      begin,
      last.toZonedDateTime(zone).toInstant(),
    )
      .map(({ startsAt }) => startsAt)
      .filter((start) => Temporal.Instant.compare(start, begin) >= 0)
    const theirs = expandedByIcal(rule, first, last, clock, zone)
    if (ours.join() !== theirs.join())
      found.push(`${zone}, ${clock}, ${JSON.stringify(rule)}: ${firstDifference(ours, theirs)}`)
  }
  return found
}

function firstDifference(ours: Temporal.Instant[], theirs: Temporal.Instant[]): string {
  const at = ours.findIndex((start, index) => String(start) !== String(theirs[index]))
  const index = at === -1 ? ours.length : at
  return `${ours[index] ?? 'nothing'} here, ${theirs[index] ?? 'nothing'} by ical.js`
}

function expandedByIcal(
  rule: Recurrence,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  clock: string,
  zone: string,
): Temporal.Instant[] {
  const name = (day: number) => dayNames[day - 1]
  const text =
    rule.every === 'week'
      ? `FREQ=WEEKLY;WKST=MO;INTERVAL=${rule.interval};BYDAY=${rule.days.map(name).join(',')}`
      : rule.every === 'month'
        ? `FREQ=MONTHLY;BYDAY=${rule.weeks.map((week) => `${week}${name(rule.day)}`).join(',')}`
        : 'FREQ=DAILY;COUNT=1'
  const offsets = offsetsOf(zone, first, last)
  const starts: Temporal.Instant[] = []
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(`${first}T${clock}:00`))
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10)
    if (date >= last.toString()) break
    if (date < first.toString()) continue
    starts.push(instantOf(next, offsets))
  }
  return starts.sort(Temporal.Instant.compare)
}

/** From when on, in seconds of UTC, which offset holds, and which one before. */
interface Offset {
  since: number
  before: number
  seconds: number
}

/** Both offsets around a change are tried: which of them give the wall time back decides. */
function instantOf(wall: ICAL.Time, offsets: Offset[]): Temporal.Instant {
  const asUtc = wall.toUnixTime()
  const around = new Set([-86_400, 86_400].map((aside) => offsetAt(asUtc + aside, offsets)))
  const fitting = [...around].filter((offset) => offsetAt(asUtc - offset, offsets) === offset)
  // Twice: the first is the one with the larger offset. Never: the offset before the gap, which is the smaller one.
  const offset = fitting.length > 0 ? Math.max(...fitting) : Math.min(...around)
  return Temporal.Instant.fromEpochMilliseconds((asUtc - offset) * 1000)
}

function offsetAt(epochSeconds: number, offsets: Offset[]): number {
  return offsets.findLast(({ since }) => since <= epochSeconds)?.seconds ?? offsets[0]?.before ?? 0
}

const known = new Map<string, Offset[]>()

/** The offsets of a zone around these dates, changes in the order they come. */
function offsetsOf(zone: string, first: Temporal.PlainDate, last: Temporal.PlainDate): Offset[] {
  const key = `${zone} ${first}`
  const before = known.get(key)
  if (before) return before
  const start = first.subtract({ days: 3 }).toZonedDateTime(zone)
  const end = last.add({ days: 3 }).toZonedDateTime(zone)
  const seconds = (at: Temporal.ZonedDateTime) => at.offsetNanoseconds / 1e9
  const offsets = [{ since: Number.NEGATIVE_INFINITY, before: seconds(start), seconds: seconds(start) }]
  for (let next = start.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    if (Temporal.ZonedDateTime.compare(next, end) > 0) break
    offsets.push({
      since: next.epochMilliseconds / 1000,
      before: offsets.at(-1)?.seconds ?? 0,
      seconds: seconds(next),
    })
  }
  known.set(key, offsets)
  return offsets
}

const runs = 6000

export const clocksAgree: Promised = {
  name: 'meetings keep their wall time through every change of a clock',
  prove: async () => {
    const changes = listClockChanges()
    const zones = new Set(changes.map(({ zone }) => zone)).size
    const broken = disagreements(runs, 20_261_122)
    return {
      figure: `${runs} random rules at ${changes.length} changes in ${zones} zones, ${broken.length} differ from ical.js`,
      broken,
    }
  },
}
