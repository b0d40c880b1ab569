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

function atHour(date: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant {
  const day = hour >= 24 ? date.add({ days: 1 }) : date
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: hour % 24 } }).toInstant()
}

function spansBetween(pairs: [Temporal.Instant, Temporal.Instant][]): Spans {
  return { from: pairs.map(([from]) => String(from)), until: pairs.map(([, until]) => String(until)) }
}
