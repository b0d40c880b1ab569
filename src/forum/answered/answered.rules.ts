/** The first-answer promise, in numbers. Nothing here reads a clock or a database. */

/** "I am writing to wren": long enough for a few good words, and released by itself for those who were called away. */
export const claimMinutes = 20
/** Whoever asked longer ago may not come back for an answer: those of these days come first. */
const stillAskedHours = 7 * 24

export function askedRecently(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: stillAskedHours })
}

export const remindGreetersMinutes = 30
export const remindHostsMinutes = 120
/** How long "I am here now" holds unless it is said again. */
const hereHours = 2
/** Fewer answers say more about chance than about us. */
export const fewestAnswers = 5

export interface Greeter {
  pausedUntil: Temporal.Instant | null
  hereUntil: Temporal.Instant | null
}

export type GreeterState = 'off' | 'paused' | 'here' | 'on'

export function greeterState(greeter: Greeter | undefined, now: Temporal.Instant): GreeterState {
  if (!greeter) return 'off'
  if (isAfter(greeter.pausedUntil, now)) return 'paused'
  return isAfter(greeter.hereUntil, now) ? 'here' : 'on'
}

/** Somebody else said that they are writing, and it is not long ago. */
export function isClaimedBy(
  post: { claimedBy: string | null; claimedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): string | undefined {
  if (post.claimedBy === null || post.claimedAt === null) return undefined
  return isAfter(post.claimedAt.add({ minutes: claimMinutes }), now) ? post.claimedBy : undefined
}

/** What somebody who reads on hears of that: that it is them, that it is for them, or that somebody has begun. */
export type ClaimHeard = 'mine' | 'you' | 'other'

export function claimFor(
  memberId: string,
  post: { authorId: string; claimedBy: string | null; claimedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): ClaimHeard | undefined {
  const claimedBy = isClaimedBy(post, now)
  if (claimedBy === undefined) return undefined
  if (claimedBy === memberId) return 'mine'
  return post.authorId === memberId ? 'you' : 'other'
}

export const acts = ['join', 'leave', 'here', 'away', 'pause', 'resume'] as const
export type Act = (typeof acts)[number]

/** What a greeter said about themselves, as it is to be kept; undefined: they are none any more. */
export function greeterAfter(act: Act, now: Temporal.Instant): Greeter | undefined {
  if (act === 'leave') return undefined
  return {
    // Until they say otherwise: a pause that ends by itself surprises somebody who is worn out.
    pausedUntil: act === 'pause' ? forEver : null,
    hereUntil: act === 'here' ? now.add({ hours: hereHours }) : null,
  }
}

const forEver = Temporal.Instant.from('2999-01-01T00:00:00Z')

/** A time that something took, in words' units, rounded up: what took 119 minutes took not one hour but two. */
export function within(seconds: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  const hours = Math.ceil(minutes / 60)
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.ceil(hours / 24) }
}

/** What can honestly be said of the times of a week. */
export function whatToSay(times: {
  posts: number
  median: number | null
  ninetieth: number | null
}): 'nobody' | 'few' | 'fewerThanHalf' | 'half' | 'both' {
  if (times.posts === 0) return 'nobody'
  if (times.posts < fewestAnswers) return 'few'
  if (times.median === null) return 'fewerThanHalf'
  return times.ninetieth === null ? 'half' : 'both'
}

function isAfter(at: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, now) > 0
}
