/** Days free, reckoned so that nothing is ever lost: a lapse ends a run and takes no day away. */

interface Reckoned {
  /** Whole days without, all runs together, today not counted before it is over. */
  daysInAll: number
  longestRun: number
  /** Days since the last time, today not counted; null where nothing is known. */
  thisRun: number | null
  lapses: number
  /** The day of the last time. */
  lastOn: string | null
}

/**
 * @param usedOn days on which something was taken (doses and lapses), as `2026-11-22`, in any order, twice or more
 * @param startedOn the first day from which days are counted: the last dose at the beginning, or the first entry
 * @param today where the person is
 * @param lapsesOn days that the person called a lapse
 */
export function reckonFreedom(
  usedOn: string[],
  startedOn: string | null,
  today: string,
  lapsesOn: string[] = [],
): Reckoned {
  const days = [...new Set(startedOn ? [...usedOn, startedOn] : usedOn)].filter((day) => day <= today).sort()
  const [first] = days
  if (first === undefined) return { daysInAll: 0, longestRun: 0, thisRun: null, lapses: 0, lastOn: null }
  const runs = days.map(
    (day, index) => daysBetween(day, days[index + 1] ?? today) - (index < days.length - 1 ? 1 : 0),
  )
  // The day of the last time is not free; the day after it is day 1.
  const free = runs.map((run, index) => (index === days.length - 1 ? run : Math.max(0, run)))
  return {
    daysInAll: free.reduce((sum, run) => sum + run, 0),
    longestRun: Math.max(...free),
    thisRun: free.at(-1) ?? null,
    lapses: new Set(lapsesOn.filter((day) => day <= today)).size,
    lastOn: days.at(-1) ?? null,
  }
}

/** Old phones have no Temporal, and days without a clock need none. @param from as `2026-11-22` */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000)
}

/** After so many days without, the body bears less than before. Source: general knowledge about opioids [B]. */
const breakDays = 2

/** Whether taking something on this day, after these, calls for the warning about tolerance. */
export function needsToleranceWarning(usedOn: string[], day: string): boolean {
  const before = usedOn
    .filter((one) => one < day)
    .sort()
    .at(-1)
  return before !== undefined && daysBetween(before, day) > breakDays
}

/** What the free days gave back; null where nobody wants to know. */
export function regained(
  days: number,
  { costADay, minutesADay }: { costADay: number | null; minutesADay: number | null },
): { money: number | null; hours: number | null } {
  return {
    money: costADay === null ? null : Math.round(costADay * days),
    hours: minutesADay === null ? null : Math.round((minutesADay * days) / 60),
  }
}
