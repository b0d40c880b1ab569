import { type DateChange, type DatedOccurrence, occurrenceOn } from '../recurrence/changes.ts'
import { occurrences, type Schedule } from '../recurrence/recurrence.ts'

/** How long after a meeting one can still say that one was there, and how far ahead one can plan. */
const rememberedDays = 60
const plannedDays = 366

/** The date as somebody may plan it, or undefined: over, too far ahead, or no date of this meeting. */
export function plannable(
  schedule: Schedule,
  changes: DateChange[],
  onDate: Temporal.PlainDate,
  now: Temporal.Instant,
): DatedOccurrence | undefined {
  const occurrence = occurrenceOn(schedule, changes, onDate)
  if (!occurrence || Temporal.Instant.compare(occurrence.endsAt, now) <= 0) return undefined
  const isSoon = Temporal.Instant.compare(occurrence.startsAt, now.add({ hours: 24 * plannedDays })) < 0
  return isSoon ? occurrence : undefined
}

/** The date as somebody may say they came, or undefined: it has not begun, is long ago, or did not take place. */
export function attendable(
  schedule: Schedule,
  changes: DateChange[],
  onDate: Temporal.PlainDate,
  now: Temporal.Instant,
): DatedOccurrence | undefined {
  const occurrence = occurrenceOn(schedule, changes, onDate)
  if (!occurrence || occurrence.change === 'cancelled') return undefined
  const hasBegun = Temporal.Instant.compare(occurrence.startsAt, now) <= 0
  const isRemembered =
    Temporal.Instant.compare(occurrence.startsAt, now.subtract({ hours: 24 * rememberedDays })) > 0
  return hasBegun && isRemembered ? occurrence : undefined
}

const lateDates = 3

/** The last dates of a meeting that took place, the newest first, for whoever wants to note that they came. */
export function lately(schedule: Schedule, changes: DateChange[], now: Temporal.Instant): DatedOccurrence[] {
  const since = now.subtract({ hours: 24 * rememberedDays })
  return occurrences(schedule, since, now)
    .map(({ onDate }) => attendable(schedule, changes, onDate, now))
    .filter((occurrence) => occurrence !== undefined)
    .toSorted((one, other) => Temporal.Instant.compare(other.startsAt, one.startsAt))
    .slice(0, lateDates)
}
