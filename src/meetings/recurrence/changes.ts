import { datesBetween, type Occurrence, occurrences, type Schedule, startOn } from './recurrence.ts'

/** What a host, or a feed, says about one date of a meeting. */
export interface DateChange {
  /** The date the rule gives, on the wall where the meeting is. */
  onDate: Temporal.PlainDate
  /** A note without words is a change that was taken back. */
  kind: 'cancelled' | 'moved' | 'note'
  newDate: Temporal.PlainDate | null
  /** Null: at the usual time. */
  newTime: string | null
  note: string | null
}

export interface DatedOccurrence extends Occurrence {
  onDate: Temporal.PlainDate
  change: DateChange['kind'] | null
}

/**
 * The times of a schedule that end after `from` and start before `until`, in order, each as it will really be. A
 * cancelled one is still there and says so; a moved one is where it moved to. A change of a date that the rule no
 * longer gives is left out: the rule was changed after it.
 */
export function changedOccurrences(
  schedule: Schedule,
  changes: DateChange[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): DatedOccurrence[] {
  const byDate = new Map(changes.map((change) => [String(change.onDate), change]))
  const usual = occurrences(schedule, from, until).flatMap((each): DatedOccurrence[] => {
    const change = byDate.get(String(each.onDate))
    if (change?.kind === 'moved') return []
    return [{ ...each, change: change && isSaid(change) ? change.kind : null }]
  })
  const moved = changes
    .filter((change) => change.kind === 'moved' && isDateOf(schedule, change.onDate))
    .map((change): DatedOccurrence => ({ ...movedTo(schedule, change), change: 'moved' }))
    .filter(
      ({ startsAt, endsAt }) =>
        Temporal.Instant.compare(endsAt, from) > 0 && Temporal.Instant.compare(startsAt, until) < 0,
    )
  return [...usual, ...moved].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}

/** Whether the rule of a meeting gives this date. */
export function isDateOf({ recurrence }: Pick<Schedule, 'recurrence'>, date: Temporal.PlainDate): boolean {
  return datesBetween(recurrence, date, date).length > 0
}

/** A change that still says something. */
export function isSaid(change: Pick<DateChange, 'kind' | 'note'>): boolean {
  return change.kind !== 'note' || change.note !== null
}

function movedTo(schedule: Schedule, { onDate, newDate, newTime }: DateChange) {
  const startsAt = startOn(newDate ?? onDate, newTime ?? schedule.time, schedule.zone)
  return { onDate, startsAt, endsAt: startsAt.add({ minutes: schedule.minutes }) }
}

/** One date of the rule as it will really be, or was. */
export function occurrenceOn(
  schedule: Schedule,
  changes: DateChange[],
  onDate: Temporal.PlainDate,
): DatedOccurrence | undefined {
  if (!isDateOf(schedule, onDate)) return undefined
  const change = changes.find((one) => one.onDate.equals(onDate) && isSaid(one))
  if (change?.kind === 'moved') return { ...movedTo(schedule, change), change: 'moved' }
  const startsAt = startOn(onDate, schedule.time, schedule.zone)
  const endsAt = startsAt.add({ minutes: schedule.minutes })
  return { onDate, startsAt, endsAt, change: change?.kind ?? null }
}
