import { type Course, concentrated, dayOf, leaf, type Phase, phaseAt, tailWeeks } from '../course/index.ts'
import type { CompleteAnswers, Kind } from './answers.ts'

export { type Course, dayOf, phaseAt, tailWeeks }

/** Somebody who uses several kinds gets both pictures: which of them leads is not known. */
export function coursesFor(kind: Kind): Course[] {
  if (kind === 'several') return [leaf, concentrated]
  return [kind === 'leaf' ? leaf : concentrated]
}

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
