/** How often an address is read. A list of meetings changes by the day, not by the minute. */
export const pollEvery = [1, 6, 24, 168] as const

const firstTryHours = 1
const longestHours = 24

/**
 * When an address is tried again. After a failure sooner than usual, then twice as long after each, until once a day or
 * as seldom as it is read anyway: a server that is down is not knocked at for ever.
 */
export function nextPoll(now: Temporal.Instant, everyHours: number, failures: number): Temporal.Instant {
  if (failures === 0) return now.add({ hours: everyHours })
  const hours = firstTryHours * 2 ** Math.min(failures - 1, 20)
  return now.add({ hours: Math.min(hours, Math.max(longestHours, everyHours)) })
}
