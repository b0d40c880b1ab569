import { line, wall } from './line.rules.ts'

interface Change {
  /** What the wall said when the clock was turned. */
  wallBefore: Temporal.PlainDateTime
  from: number
  to: number
}

const minute = 60_000_000_000
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Before the first calendar of this software. */
const since = Temporal.Instant.from('2025-01-01T00:00:00Z')
/** Long enough to tell "the last Sunday" from "the fourth". */
const yearsAhead = 10

function changesOf(zone: string, year: number): Change[] {
  const until = Temporal.PlainDate.from({ year: year + yearsAhead, month: 1, day: 1 })
  const changes: Change[] = []
  let at = since.toZonedDateTimeISO(zone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || Temporal.PlainDate.compare(next.toPlainDate(), until) >= 0) return changes
    const before = next.subtract({ nanoseconds: 1 })
    const [from, to] = [before.offsetNanoseconds, next.offsetNanoseconds]
    const wallBefore = next.toPlainDateTime().subtract({ nanoseconds: to - from })
    if (from !== to) changes.push({ wallBefore, from, to })
    at = next
  }
}

/**
 * The zone as calendars want it (RFC 5545, 3.6.5), from the transitions that Temporal knows: as a rule where they
 * follow one, so that it stays true beyond the window, else one by one.
 * @param year the present one
 */
export function zoneComponent(zone: string, year: number): string {
  const changes = changesOf(zone, year)
  const start = since.toZonedDateTimeISO(zone).offsetNanoseconds
  const first = observance('STANDARD', '19700101T000000', { from: start, to: start }, '')
  const parts = [...Map.groupBy(changes, ({ from, to }) => `${from} ${to}`).values()].map((group) => {
    const [one] = group
    if (!one) return ''
    const rule = ruleOf(group, year)
    const dates = rule
      ? line('RRULE', rule)
      : group
          .slice(1)
          .map(({ wallBefore }) => line('RDATE', wall(wallBefore)))
          .join('')
    return observance(one.to > one.from ? 'DAYLIGHT' : 'STANDARD', wall(one.wallBefore), one, dates)
  })
  return `BEGIN:VTIMEZONE\r\n${line('TZID', zone)}${first}${parts.join('')}END:VTIMEZONE\r\n`
}

function observance(
  kind: string,
  start: string,
  { from, to }: { from: number; to: number },
  dates: string,
): string {
  return [
    `BEGIN:${kind}\r\n`,
    line('DTSTART', start),
    line('TZOFFSETFROM', offset(from)),
    line('TZOFFSETTO', offset(to)),
    dates,
    `END:${kind}\r\n`,
  ].join('')
}

function offset(nanoseconds: number): string {
  const minutes = Math.abs(Math.round(nanoseconds / minute))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

/** "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", when that is what these changes do every year to the end of the window. */
function ruleOf(group: Change[], year: number): string | undefined {
  const [one] = group
  if (!one || group.length < yearsAhead - 1) return undefined
  const lastYear = group.at(-1)?.wallBefore.year
  const isYearly = group.every(({ wallBefore }, index) => wallBefore.year === one.wallBefore.year + index)
  if (!isYearly || lastYear !== year + yearsAhead - 1) return undefined
  const same = (read: (at: Temporal.PlainDateTime) => unknown) =>
    group.every(({ wallBefore }) => read(wallBefore) === read(one.wallBefore))
  if (!same((at) => at.month) || !same((at) => at.dayOfWeek) || !same((at) => String(at.toPlainTime())))
    return undefined
  const isLast = group.every(({ wallBefore: at }) => at.day + 7 > at.daysInMonth)
  const nth = (at: Temporal.PlainDateTime) => Math.ceil(at.day / 7)
  const which = isLast ? -1 : same(nth) ? nth(one.wallBefore) : undefined
  if (which === undefined) return undefined
  return `FREQ=YEARLY;BYMONTH=${one.wallBefore.month};BYDAY=${which}${weekdays[one.wallBefore.dayOfWeek - 1]}`
}

/** A stretch of a day that the clock of the zone leaves out, or shows twice, because it is turned. */
export interface TurnedHour {
  date: Temporal.PlainDate
  /** "HH:MM". */
  begins: string
  /** Not itself in it; not after `begins` when the stretch ends with the day. */
  ends: string
}

const hoursOfZones = new Map<string, TurnedHour[]>()
/** More zones than there are. */
const mostZones = 600

/** Worked out once: a calendar of all meetings asks forty thousand times. */
export function turnedHoursOf(zone: string, year: number): TurnedHour[] {
  const key = `${year} ${zone}`
  const before = hoursOfZones.get(key)
  if (before) return before
  if (hoursOfZones.size >= mostZones) hoursOfZones.clear()
  const hours = turnedHours(zone, year)
  hoursOfZones.set(key, hours)
  return hours
}

function turnedHours(zone: string, year: number): TurnedHour[] {
  return changesOf(zone, year).map(({ wallBefore, from, to }) => {
    const other = wallBefore.add({ nanoseconds: to - from })
    const [begins, ends] = to > from ? [wallBefore, other] : [other, wallBefore]
    const minute = (at: Temporal.PlainDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
    return { date: begins.toPlainDate(), begins: minute(begins), ends: minute(ends) }
  })
}

/** @param time "HH:MM" */
export function isInTurnedHour({ begins, ends }: TurnedHour, time: string): boolean {
  return time >= begins && (ends <= begins || time < ends)
}
