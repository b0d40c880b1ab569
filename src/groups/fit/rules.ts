import type { FitAnswers } from './answers.ts'
import type { FitCandidate, FitGroup, Remark } from './candidate.ts'
import { remarksOnLife } from './life.ts'
import { fittingStarts, remarksOnTimes, remarksOnWay } from './meetings.ts'
import { slotsIn } from './slots.ts'
import {
  isOpenTo,
  remarksOnCircles,
  remarksOnLanguage,
  remarksOnLikes,
  remarksOnPurpose,
  remarksOnSpirit,
} from './wishes.ts'

export interface Fit {
  group: FitGroup
  score: number
  /** No serious drawback. Only these are called a fit; the others are the nearest there is. */
  fitsWell: boolean
  /** What speaks for it, the strongest first. */
  reasons: Remark[]
  /** What does not fit, the most serious first. */
  drawbacks: Remark[]
  /** What is neither: that it is new. */
  asides: Remark[]
  /** Meetings in the next seven days that this person could go to. */
  fittingMeetings: number
  /** The first of them, or else the group's next meeting at all. */
  nextAt: Temporal.Instant | null
}

/**
 * Ranks groups for one person, as a careful peer would: what does not suit is said as openly as what does, groups
 * for a circle only go to those who named it, and an empty room is never put before a living one.
 */
export function rankGroups(answers: FitAnswers, candidates: FitCandidate[], now: Temporal.Instant): Fit[] {
  const slotOf = slotsIn(answers.zone, now)
  return candidates
    .filter((candidate) => isOpenTo(answers, candidate.group))
    .map((candidate) => ({ candidate, fit: weigh(answers, candidate, slotOf, now) }))
    .sort(
      (a, b) => byFit(a.fit, b.fit) || byLife(a.candidate, b.candidate) || byName(a.fit.group, b.fit.group),
    )
    .map(({ fit }) => fit)
}

function weigh(
  answers: FitAnswers,
  candidate: FitCandidate,
  slotOf: ReturnType<typeof slotsIn>,
  now: Temporal.Instant,
): Fit {
  const remarks = [
    ...remarksOnPurpose(answers, candidate),
    ...remarksOnLikes(answers, candidate),
    ...remarksOnSpirit(answers, candidate),
    ...remarksOnLanguage(answers, candidate),
    ...remarksOnCircles(answers, candidate),
    ...remarksOnWay(answers, candidate),
    ...remarksOnTimes(answers, candidate, slotOf),
    ...remarksOnLife(answers, candidate, now),
  ]
  const asides = remarks.filter((remark) => remark.aside)
  const against = remarks.filter((remark) => !remark.aside && (remark.serious || remark.points < 0))
  const fitting = fittingStarts(answers, candidate, slotOf)
  return {
    group: candidate.group,
    score: remarks.reduce((sum, remark) => sum + remark.points, 0),
    fitsWell: !against.some((remark) => remark.serious),
    reasons: remarks
      .filter((remark) => !against.includes(remark) && !asides.includes(remark))
      .sort((a, b) => b.points - a.points),
    drawbacks: against.sort(
      (a, b) => Number(b.serious ?? false) - Number(a.serious ?? false) || a.points - b.points,
    ),
    asides,
    fittingMeetings: fitting.length,
    nextAt: earliest(fitting.map((start) => start.at)) ?? candidate.nextAt,
  }
}

function earliest(instants: Temporal.Instant[]): Temporal.Instant | undefined {
  return instants.toSorted(Temporal.Instant.compare)[0]
}

function byFit(a: Fit, b: Fit): number {
  return Number(b.fitsWell) - Number(a.fitsWell) || b.score - a.score || b.fittingMeetings - a.fittingMeetings
}

function byLife(a: FitCandidate, b: FitCandidate): number {
  const written = (candidate: FitCandidate) => candidate.lastPostAt?.epochMilliseconds ?? -Infinity
  return written(a) === written(b) ? 0 : written(b) - written(a)
}

/** Two groups that are alike in everything else keep one order, whatever order they came in. */
function byName(a: FitGroup, b: FitGroup): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
