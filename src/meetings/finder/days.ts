import type { IsoDay } from '../recurrence/recurrence.ts'

/** As far ahead as times are written, and the day that is under way. */
const daysAhead = 37

/**
 * From when to when it is this weekday in a zone, over the coming weeks. Worked out here and not in SQL:
 * a zone that is younger than the database's own list would be an error there.
 */
export function spansOfDay(
  day: IsoDay,
  zone: string,
  now: Temporal.Instant,
): { from: string[]; until: string[] } {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const first = today.add({ days: (day - today.dayOfWeek + 7) % 7 })
  const spans = { from: [] as string[], until: [] as string[] }
  for (let date = first; today.until(date).days < daysAhead; date = date.add({ days: 7 })) {
    spans.from.push(String(date.toZonedDateTime(zone).toInstant()))
    spans.until.push(String(date.add({ days: 1 }).toZonedDateTime(zone).toInstant()))
  }
  return spans
}
