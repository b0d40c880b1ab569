import { isYoung } from '../index.ts'
import type { FitAnswers } from './answers.ts'
import { type FitCandidate, isQuiet, type Remark } from './candidate.ts'

// More than any drawback that having meetings can bring, so that a quiet group never passes itself alive.
const quietPoints = -60
const lively = 10
// Other things equal, people who leave kratom are better off among people who leave kratom.
const listedPoints = -12

export function remarksOnLife(answers: FitAnswers, candidate: FitCandidate, now: Temporal.Instant): Remark[] {
  if (isQuiet(candidate, now)) {
    const { lastPostAt, group } = candidate
    // Behind every group where somebody is; but nobody had the time to come yet, and that is no fault of it.
    if (isYoung(group, now)) return [{ say: 'new', points: quietPoints, aside: true }]
    return lastPostAt
      ? [{ say: 'quiet_since', values: { at: lastPostAt.toString() }, points: quietPoints, serious: true }]
      : [{ say: 'quiet', points: quietPoints, serious: true }]
  }
  const remarks: Remark[] = []
  const posts = candidate.postsIn30Days
  if (posts > 0) remarks.push({ say: 'posts', values: { posts }, points: posts >= lively ? 6 : 3 })
  if (candidate.starts.length === 0 && !candidate.nextAt) remarks.push({ say: 'in_writing', points: 6 })
  if (candidate.group.sourceKey) remarks.push({ say: 'listed_elsewhere', points: listedPoints })
  return [...remarks, ...remarksOnDays(answers, candidate.days)]
}

const firstWeekDays = 7
const monthsAheadDays = 60

function remarksOnDays(answers: FitAnswers, days: number[]): Remark[] {
  const { day, purpose } = answers
  const starting = day === null ? purpose === 'stop' : day <= firstWeekDays
  if (starting && days.some((one) => one <= firstWeekDays))
    return [{ say: 'first_week', points: day === null ? 11 : 14 }]
  if (day !== null && day > firstWeekDays && days.some((one) => Math.abs(one - day) <= day / 3))
    return [{ say: 'around_your_day', points: 12 }]
  if (purpose === 'stay_stopped' && days.some((one) => one >= monthsAheadDays))
    return [{ say: 'months_ahead', points: 9 }]
  return []
}
