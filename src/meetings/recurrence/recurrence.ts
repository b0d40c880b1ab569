/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export type IsoDay = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Which week of a month: the first to the fifth, or the last (-1). A month without a fifth simply has none. */
export type WeekOfMonth = 1 | 2 | 3 | 4 | 5 | -1

/** The first and the last date of a series that somebody planned to begin or to end; both count. */
interface Bounds {
  begins?: string
  until?: string
}

export type Recurrence =
  /** `from` is any date in a week that has the meeting; it only matters when `interval` is above 1. */
  | ({ every: 'week'; interval: number; days: IsoDay[]; from?: string } & Bounds)
  | ({ every: 'month'; weeks: WeekOfMonth[]; day: IsoDay } & Bounds)
  | { every: 'once'; date: string }

export interface Schedule {
  recurrence: Recurrence
  /** Wall time in `zone`, "19:30". */
  time: string
  minutes: number
  zone: string
}

export interface Occurrence {
  /** The date the rule gives, on the wall where the meeting is. */
  onDate: Temporal.PlainDate
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/**
 * The times of a schedule that end after `from` and start before `until`, in order.
 *
 * A wall time that a clock change skips is shown shifted later by the length of the gap, and one that happens
 * twice is the first: people come when the clock on the wall says so, so a meeting is never left out the way
 * RFC 5545 would. This is why no recurrence library stands here; `compatible` below is exactly that rule.
 */
export function occurrences(
  schedule: Schedule,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Occurrence[] {
  const length = { minutes: schedule.minutes }
  // One day more than the meeting is long before, one after: zones and shifted times stay inside.
  const first = from.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: 2 })
  const last = until.toZonedDateTimeISO(schedule.zone).toPlainDate().add({ days: 1 })
  return datesBetween(schedule.recurrence, first, last)
    .map((onDate) => {
      const startsAt = startOn(onDate, schedule.time, schedule.zone)
      return { onDate, startsAt, endsAt: startsAt.add(length) }
    })
    .filter(
      ({ startsAt, endsAt }) =>
        Temporal.Instant.compare(endsAt, from) > 0 && Temporal.Instant.compare(startsAt, until) < 0,
    )
}

/** When the clock on the wall of `zone` says `time` on that date: see above for clock changes. */
export function startOn(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return date
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
}

/** The dates of a recurrence from `first` to `last`, both included, in order. */
export function datesBetween(
  recurrence: Recurrence,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate[] {
  if (recurrence.every === 'once') {
    const date = Temporal.PlainDate.from(recurrence.date)
    return isWithin(date, first, last) ? [date] : []
  }
  const from = later(first, recurrence.begins)
  const to = earlier(last, recurrence.until)
  return recurrence.every === 'week' ? weeklyDates(recurrence, from, to) : monthlyDates(recurrence, from, to)
}

function later(date: Temporal.PlainDate, bound: string | undefined): Temporal.PlainDate {
  const other = bound === undefined ? date : Temporal.PlainDate.from(bound)
  return Temporal.PlainDate.compare(date, other) < 0 ? other : date
}

function earlier(date: Temporal.PlainDate, bound: string | undefined): Temporal.PlainDate {
  const other = bound === undefined ? date : Temporal.PlainDate.from(bound)
  return Temporal.PlainDate.compare(date, other) > 0 ? other : date
}

function weeklyDates(
  { days, interval, from }: Extract<Recurrence, { every: 'week' }>,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const anchor = mondayOf(from === undefined ? first : Temporal.PlainDate.from(from))
  const dates: Temporal.PlainDate[] = []
  for (let monday = mondayOf(first); isWithin(monday, monday, last); monday = monday.add({ weeks: 1 })) {
    const weeksApart = anchor.until(monday, { largestUnit: 'weeks' }).weeks
    if (interval > 1 && weeksApart % interval !== 0) continue
    for (const day of days.toSorted()) {
      const date = monday.add({ days: day - 1 })
      if (isWithin(date, first, last)) dates.push(date)
    }
  }
  return dates
}

function monthlyDates(
  { weeks, day }: Extract<Recurrence, { every: 'month' }>,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  for (let month = first.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    const start = month.toPlainDate({ day: 1 })
    if (Temporal.PlainDate.compare(start, last) > 0) return dates
    const firstSuch = 1 + ((day - start.dayOfWeek + 7) % 7)
    const daysOfMonth = weeks.map((week) =>
      week === -1
        ? firstSuch + 7 * Math.floor((month.daysInMonth - firstSuch) / 7)
        : firstSuch + 7 * (week - 1),
    )
    for (const dayOfMonth of [...new Set(daysOfMonth)].sort((a, b) => a - b)) {
      if (dayOfMonth > month.daysInMonth) continue
      const date = month.toPlainDate({ day: dayOfMonth })
      if (isWithin(date, first, last)) dates.push(date)
    }
  }
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 })
}

function isWithin(date: Temporal.PlainDate, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, last) <= 0
}
