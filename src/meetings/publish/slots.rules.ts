import type { IsoDay, Recurrence } from '../index.ts'

/** A day without a number to go by. */
const free = 0

/** One weekday of a meeting and the number it goes by in lists that know one day per record. */
export interface Slot {
  number: number
  day: IsoDay
}

/** The days of a meeting that a weekly list can tell truly; none when it is anything but every week. */
export function weeklyDays(recurrence: Recurrence | null): IsoDay[] {
  return recurrence?.every === 'week' && recurrence.interval === 1 ? [...new Set(recurrence.days)].sort() : []
}

/** Whether the series has begun and not ended; a weekly list cannot say that it will. @param today as "2026-11-22" */
export function isUnderWay(recurrence: Recurrence | null, today: string): boolean {
  if (!recurrence || recurrence.every === 'once') return false
  const { begins = today, until = today } = recurrence
  return begins <= today && today <= until
}

/**
 * Which day goes by which number, from how it was before. A day that stays keeps its number; a day that came instead
 * of another takes over the number, because to a reader the meeting moved and did not end.
 * @param before the day at each number, 0 where none is
 */
export function assignDays(before: number[], days: IsoDay[]): number[] {
  const after: number[] = before.map((day) => (days.includes(day as IsoDay) ? day : free))
  const coming = days.filter((day) => !after.includes(day))
  const left = before.flatMap((day, index) => (day !== free && after[index] === free ? [index] : []))
  const empty = after.flatMap((day, index) => (day === free && !left.includes(index) ? [index] : []))
  for (const [nth, day] of coming.entries()) after[[...left, ...empty][nth] ?? after.length] = day
  return after
}

/** The first number is the first one that exists: a meeting of one day has no number in its name. */
export function slotsOf(days: number[]): Slot[] {
  return days.flatMap((day, index) => (day === free ? [] : [{ number: index + 1, day: day as IsoDay }]))
}
