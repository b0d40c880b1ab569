/** Slow mode: each member writes once in so many minutes, so that a heated place can cool and nobody is silenced. */

export const slowMinutes = [10, 30, 60] as const
export const slowHours = [1, 3, 12, 24, 72] as const

/** What is chosen where a moderator slows a topic down over one post. */
export const usualSlow = { minutes: 30, hours: 24 } as const

export interface Slow {
  minutes: number
  until: Temporal.Instant
}

interface WriterHere {
  role: 'member' | 'moderator' | 'operator'
  /** When they last wrote where it is slow. */
  lastPostAt: Temporal.Instant | null
  /** Whether what they want to send speaks of not wanting to live. */
  isCrisis: boolean
}

/**
 * When somebody can write next; undefined: now. Never later than the slow mode itself lasts. Whoever keeps the place
 * goes on answering, and nobody in a crisis is told to wait.
 */
export function whenNext(
  slow: Slow,
  writer: WriterHere,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (!isSlow(slow, now) || writer.role !== 'member' || writer.isCrisis || !writer.lastPostAt)
    return undefined
  const next = writer.lastPostAt.add({ minutes: slow.minutes })
  if (Temporal.Instant.compare(next, now) <= 0) return undefined
  return Temporal.Instant.compare(next, slow.until) < 0 ? next : slow.until
}

export function isSlow(slow: Slow, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(slow.until, now) > 0
}
