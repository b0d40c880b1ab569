import { datesBetween, type Schedule } from './recurrence.ts'

/** A date on which the clock on the wall does not say a meeting's time exactly once. */
export interface ClockTrouble {
  onDate: Temporal.PlainDate
  /** Skipped: the clock jumps over it, so the meeting is later. Doubled: the clock says it twice; the first counts. */
  kind: 'skipped' | 'doubled'
  startsAt: Temporal.Instant
}

/** The dates of a schedule from `first` to `last` on which a clock change touches its very start. */
export function clockTroubles(
  { recurrence, time, zone }: Pick<Schedule, 'recurrence' | 'time' | 'zone'>,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): ClockTrouble[] {
  const wall = Temporal.PlainTime.from(time)
  return datesBetween(recurrence, first, last).flatMap((onDate): ClockTrouble[] => {
    const said = onDate.toPlainDateTime(wall)
    const earlier = said.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const later = said.toZonedDateTime(zone, { disambiguation: 'later' })
    if (earlier.equals(later)) return []
    if (earlier.toPlainDateTime().equals(said))
      return [{ onDate, kind: 'doubled', startsAt: earlier.toInstant() }]
    return [{ onDate, kind: 'skipped', startsAt: later.toInstant() }]
  })
}
