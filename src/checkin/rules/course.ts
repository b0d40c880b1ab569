import type { CompleteAnswers, Kind } from './answers.ts'
import type { SourceId } from './sources.ts'

/**
 * The typical course in hours and days since the last dose. No study found a clean hour-by-hour curve: every number here is a
 * careful default to be read by a clinician, and is only ever shown as a range.
 */
export interface Course {
  id: 'leaf' | 'concentrated'
  /** The earliest that some people notice something. */
  firstHours: number
  onsetHours: readonly [number, number]
  /** Day 2 means 48 to 71 hours; both days are inside. */
  peakDays: readonly [number, number]
  acuteEndDays: readonly [number, number]
  /** The earliest and the latest end of the acute phase that was found. */
  acuteEndRangeDays: readonly [number, number]
  sources: SourceId[]
}

const leaf: Course = {
  id: 'leaf',
  firstHours: 6,
  onsetHours: [12, 48],
  peakDays: [2, 4],
  acuteEndDays: [5, 10],
  acuteEndRangeDays: [3, 14],
  sources: ['community', 'swogger_2022', 'vicknasingam_2020', 'tanna_2022', 'newleaf_course'],
}

const concentrated: Course = {
  id: 'concentrated',
  firstHours: 4,
  onsetHours: [4, 24],
  peakDays: [1, 3],
  acuteEndDays: [5, 14],
  acuteEndRangeDays: [5, 14],
  sources: ['swogger_2022', 'tanna_2022', 'newleaf_course'],
}

/** Uneven sleep and mood last for weeks with both; "the same or longer" for extracts and 7-OH. */
export const tailWeeks = { typical: [2, 8], longestMonths: 3 } as const

/** Somebody who uses several kinds gets both pictures: which of them leads is not known. */
export function coursesFor(kind: Kind): Course[] {
  if (kind === 'several') return [leaf, concentrated]
  return [kind === 'leaf' ? leaf : concentrated]
}

export type Phase =
  | 'before'
  | 'beginning'
  | 'steep'
  | 'easing'
  | 'lingering'
  | 'tail'
  | 'late_tail'
  | 'beyond'

/** Where most people are, this many hours after the last dose. */
export function phaseAt(course: Course, hours: number): Phase {
  const day = dayOf(hours)
  if (hours < course.firstHours) return 'before'
  if (day < course.peakDays[0]) return 'beginning'
  if (day <= course.peakDays[1]) return 'steep'
  if (day <= course.acuteEndDays[1]) return 'easing'
  if (day <= course.acuteEndRangeDays[1]) return 'lingering'
  if (day <= tailWeeks.typical[1] * 7) return 'tail'
  if (day <= 91) return 'late_tail'
  return 'beyond'
}

/** Day 1 begins 24 hours after the last dose, as people leaving kratom count it. */
export const dayOf = (hours: number) => Math.floor(hours / 24)

/** Where the person stands: on the band, beside it because they are tapering or thinking, or not known. */
export type Standing =
  | { at: 'point'; hours: number; phase: Phase | 'several' }
  | { at: 'tapering' | 'thinking' | 'unknown' }

/** Only somebody who has stopped gets a point: nobody has measured a day-by-day course of cutting down. */
export function standingOf({ kind, goal, hoursSince }: CompleteAnswers): Standing {
  if (goal === 'cutting_down') return { at: 'tapering' }
  if (goal === 'thinking') return { at: 'thinking' }
  if (hoursSince === undefined) return { at: 'unknown' }
  const [first, ...others] = coursesFor(kind).map((course) => phaseAt(course, hoursSince))
  if (first === undefined) return { at: 'unknown' }
  const agree = others.every((phase) => phase === first)
  return { at: 'point', hours: hoursSince, phase: agree ? first : 'several' }
}
