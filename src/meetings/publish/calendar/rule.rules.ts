import { datesBetween, type Recurrence } from '../../index.ts'

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Every second week counts from a Monday here, as everywhere in this house. */
export function rruleOf(recurrence: Recurrence, zone: string): string | undefined {
  if (recurrence.every === 'once') return undefined
  return `${everyOf(recurrence)}${recurrence.until ? `;UNTIL=${endOf(recurrence.until, zone)}` : ''}`
}

/** The end of a day in UTC, as a rule must name it when its start has a zone (RFC 5545, 3.3.10). */
function endOf(date: string, zone: string): string {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return next.subtract({ seconds: 1 }).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

function everyOf(recurrence: Exclude<Recurrence, { every: 'once' }>): string {
  switch (recurrence.every) {
    case 'week': {
      const days = [...new Set(recurrence.days)].sort().map((day) => names[day - 1])
      return `FREQ=WEEKLY;${recurrence.interval > 1 ? `INTERVAL=${recurrence.interval};` : ''}BYDAY=${days};WKST=MO`
    }
    case 'month': {
      const weeks = [...new Set(recurrence.weeks)].map((week) => `${week}${names[recurrence.day - 1]}`)
      return `FREQ=MONTHLY;BYDAY=${weeks}`
    }
  }
}

/** Longer than from any day to the next fifth Monday, and than any number of weeks that is offered. */
const searchedDays = 400

/** The first date of the rule from `since` on: where a calendar begins. */
export function firstDate(recurrence: Recurrence, since: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (recurrence.every === 'once') return Temporal.PlainDate.from(recurrence.date)
  const from =
    recurrence.begins && recurrence.begins > String(since)
      ? Temporal.PlainDate.from(recurrence.begins)
      : since
  // Near first: most meetings are weekly, and a year of days is a long way.
  const near = datesBetween(recurrence, from, from.add({ days: 8 }))[0]
  return near ?? datesBetween(recurrence, from, from.add({ days: searchedDays }))[0]
}
