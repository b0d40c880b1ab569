import type { IsoDay } from '../recurrence/recurrence.ts'
import { type Filters, parts } from './filters.ts'
import type { Spans } from './spans.ts'

/** The hours of a calendar day in five rows; the night is cut in two by midnight. */
export const bands = ['early', 'morning', 'afternoon', 'evening', 'late'] as const
export type Band = (typeof bands)[number]

const hours: Record<Band, readonly [number, number]> = {
  early: [0, parts.morning[0]],
  morning: parts.morning,
  afternoon: parts.afternoon,
  evening: parts.evening,
  late: [parts.evening[1], 24],
}

export interface Slot {
  date: Temporal.PlainDate
  band: Band
  from: Temporal.Instant
  until: Temporal.Instant
}

/**
 * The slots of the days from today in a zone that a search asks for. Eight days hold a whole week from now on, which on
 * a Sunday afternoon ends with next Sunday morning.
 */
export function slotsOf(
  { days, part, when }: Filters,
  zone: string,
  now: Temporal.Instant,
  daysShown: 7 | 8 = 7,
): Slot[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return Array.from({ length: when ? 1 : daysShown }, (_, index) => today.add({ days: index }))
    .filter((date) => days.length === 0 || days.includes(date.dayOfWeek as IsoDay))
    .flatMap((date) =>
      bands
        .filter((band) => !part || part === (band === 'early' || band === 'late' ? 'night' : band))
        .map((band) => ({
          date,
          band,
          from: atHour(date, hours[band][0], zone),
          until: atHour(date, hours[band][1], zone),
        })),
    )
    .filter(({ from }) => daysShown === 7 || Temporal.Instant.compare(from, now.add({ hours: 24 * 7 })) < 0)
}

function atHour(date: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant {
  const day = hour === 24 ? date.add({ days: 1 }) : date
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: hour % 24 } }).toInstant()
}

export function spansOfSlots(slots: Slot[]): Spans {
  return { from: slots.map(({ from }) => String(from)), until: slots.map(({ until }) => String(until)) }
}

export function isWithin({ from, until }: Slot, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0
}
