import type { IsoDay } from '../recurrence/recurrence.ts'
import { type Filters, parts } from './filters.ts'

/** As far ahead as times are written, and the day that is under way. */
const daysAhead = 37

/** Our own judgement: who looks for something "soon" can wait so long. */
const soonHours = 3

export interface Spans {
  from: string[]
  until: string[]
}

/**
 * From when to when a meeting may begin, in order; undefined: at any time. Worked out here and not in SQL: a zone
 * that is younger than the database's own list would be an error there.
 */
export function spansOf(
  { when, days, part }: Pick<Filters, 'when' | 'days' | 'part'>,
  zone: string,
  now: Temporal.Instant,
): Spans | undefined {
  if (when === 'soon') return spansBetween([[now.subtract({ hours: 24 }), now.add({ hours: soonHours })]])
  if (!when && days.length === 0 && !part) return undefined
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  // The night of yesterday may still be under way.
  const dates = Array.from({ length: when === 'today' ? 1 : daysAhead }, (_, index) =>
    today.add({ days: index }),
  )
  if (part === 'night') dates.unshift(today.subtract({ days: 1 }))
  return spansBetween(
    dates
      .filter((date) => days.length === 0 || days.includes(date.dayOfWeek as IsoDay))
      .map((date) => {
        const [from, until] = part ? parts[part] : [0, 24]
        return [atHour(date, from, zone), atHour(date, until, zone)]
      }),
  )
}

/** Until when so many hours of the spans have gone by since `begins`; undefined: the spans hold no more. */
export function untilAfter(
  spans: Spans | undefined,
  begins: Temporal.Instant,
  hours: number,
): Temporal.Instant | undefined {
  const milliseconds = Math.ceil(hours * 3_600_000)
  const last = 24 * daysAhead * 3_600_000
  if (!spans) return milliseconds < last ? begins.add({ milliseconds }) : undefined
  let left = milliseconds
  for (const [index, text] of spans.from.entries()) {
    const from = Math.max(Temporal.Instant.from(text).epochMilliseconds, begins.epochMilliseconds)
    const until = Temporal.Instant.from(spans.until[index] ?? text).epochMilliseconds
    if (until <= from) continue
    if (left < until - from) return Temporal.Instant.fromEpochMilliseconds(from + left)
    left -= until - from
  }
  return undefined
}

/** How much of the coming weeks the spans are, 0 to 1, and in how many stretches. */
export function whenOf(spans: Spans | undefined): { share: number; stretches: number } {
  if (!spans) return { share: 1, stretches: 1 }
  const stretches = joined(spans)
  const milliseconds = stretches.reduce(
    (sum, { from, until }) => sum + until.epochMilliseconds - from.epochMilliseconds,
    0,
  )
  return { share: Math.min(1, milliseconds / (daysAhead * 24 * 3_600_000)), stretches: stretches.length }
}

/** The spans, where one ends as the next begins as one: a week in thirty-five slots is one stretch of time. */
function joined(spans: Spans): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, text] of spans.from.entries()) {
    const [from, until] = [Temporal.Instant.from(text), Temporal.Instant.from(spans.until[index] ?? text)]
    const last = stretches.at(-1)
    if (last?.until.equals(from)) last.until = until
    else stretches.push({ from, until })
  }
  return stretches
}

export interface Stretch {
  from: Temporal.Instant
  until: Temporal.Instant
}

/** What of the spans lies between two moments, in order. */
export function stretchesOf(spans: Spans, first: Temporal.Instant, last?: Temporal.Instant): Stretch[] {
  return joined(spans)
    .map(({ from, until }) => ({
      from: latest(from, first),
      until: last && Temporal.Instant.compare(last, until) < 0 ? last : until,
    }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0)
}

export function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}

function atHour(date: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant {
  const day = hour >= 24 ? date.add({ days: 1 }) : date
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: hour % 24 } }).toInstant()
}

function spansBetween(pairs: [Temporal.Instant, Temporal.Instant][]): Spans {
  return { from: pairs.map(([from]) => String(from)), until: pairs.map(([, until]) => String(until)) }
}
