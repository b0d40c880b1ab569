import type { Group } from '../index.ts'
import type { Say } from './messages.ts'

export type FitGroup = Pick<
  Group,
  | 'id'
  | 'slug'
  | 'name'
  | 'kind'
  | 'purposes'
  | 'spirituality'
  | 'languages'
  | 'circles'
  | 'practices'
  | 'online'
  | 'inPerson'
  | 'placeName'
  | 'sourceKey'
  | 'createdAt'
>

export interface FitStart {
  at: Temporal.Instant
  online: boolean
  inPerson: boolean
  lat: number | null
  lng: number | null
}

/** A group with the signs of life that the fit weighs. */
export interface FitCandidate {
  group: FitGroup
  /** Meetings in the next seven days. */
  starts: FitStart[]
  /** The next meeting at all: a monthly walk has one although this week is empty. */
  nextAt: Temporal.Instant | null
  lastPostAt: Temporal.Instant | null
  postsIn30Days: number
  /** Days since the last dose of those who wrote lately and show their day. */
  days: number[]
}

/** One thing that speaks for a group or against it. Points below zero and `serious` are for those against. */
export interface Remark {
  say: Say
  values?: Record<string, string | number>
  points: number
  /** With a serious drawback a group is never called a good fit, however much speaks for it. */
  serious?: true
  /** Worth knowing, and neither for the group nor against it. */
  aside?: true
}

const quietAfterDays = 14

/** No meeting ahead and no post for two weeks: somebody who comes now may find nobody. */
export function isQuiet(
  candidate: Pick<FitCandidate, 'starts' | 'nextAt' | 'lastPostAt'>,
  now: Temporal.Instant,
): boolean {
  if (candidate.starts.length > 0 || candidate.nextAt) return false
  if (!candidate.lastPostAt) return true
  return candidate.lastPostAt.until(now).total('hours') > quietAfterDays * 24
}
