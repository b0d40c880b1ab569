/** What is looked at: a day or a week since the last dose, or a step of a taper. */
export interface Stretch {
  by: 'day' | 'week' | 'step'
  /** Days from 0, weeks and steps from 1. */
  number: number
}

export const longest = { day: 3650, week: 520, step: 60 } as const
const first = { day: 0, week: 1, step: 1 } as const

/** The days of a stretch; the day of the last dose itself (day 0) belongs to the first week. */
export function daysOf({ by, number }: Stretch): { from: number; to: number } {
  if (by !== 'week') return { from: number, to: number }
  return { from: number === 1 ? 0 : (number - 1) * 7 + 1, to: number * 7 }
}

export function weekOf(day: number): number {
  return Math.max(1, Math.ceil(day / 7))
}

/** A number from an address, or undefined for what is no such day, week or step. */
export function readStretch(by: Stretch['by'], typed: string): Stretch | undefined {
  if (!/^(?:0|[1-9]\d{0,3})$/.test(typed)) return undefined
  const number = Number(typed)
  return number >= first[by] && number <= longest[by] ? { by, number } : undefined
}

export function neighbours({ by, number }: Stretch): {
  before: Stretch | undefined
  after: Stretch | undefined
} {
  return {
    before: number > first[by] ? { by, number: number - 1 } : undefined,
    after: number < longest[by] ? { by, number: number + 1 } : undefined,
  }
}

export function stretchPath({ by, number }: Stretch): string {
  return by === 'day' ? `/forum/days/${number}` : `/forum/days/${by}s/${number}`
}

const aheadDays = { from: 10, to: 18 } as const

/** Those who are about two weeks further on: near enough to remember, far enough to say what comes. */
export function daysAhead(day: number): { from: number; to: number } {
  return { from: day + aheadDays.from, to: day + aheadDays.to }
}
