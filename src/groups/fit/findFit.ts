import { activityOfGroups } from '../../forum/index.ts'
import { timesForFit } from '../../meetings/index.ts'
import type { Database } from '../../platform/database/index.ts'
import type { FitAnswers } from './answers.ts'
import { type Fit, rankGroups } from './rules.ts'
import { listFitGroups } from './store.ts'

/** Reads every open group with its signs of life, and ranks them for one person. */
export async function findFit(db: Database, answers: FitAnswers, now: Temporal.Instant): Promise<Fit[]> {
  const [groups, times, activity] = await Promise.all([
    listFitGroups(db, answers.circles),
    timesForFit(db, now),
    activityOfGroups(db, now),
  ])
  const timesOf = new Map(times.map((row) => [row.groupId, row]))
  const activityOf = new Map(activity.map((row) => [row.groupId, row]))
  const candidates = groups.map((group) => ({
    group,
    starts: timesOf.get(group.id)?.starts ?? [],
    nextAt: timesOf.get(group.id)?.nextAt ?? null,
    lastPostAt: activityOf.get(group.id)?.lastPostAt ?? null,
    postsIn30Days: activityOf.get(group.id)?.postsIn30Days ?? 0,
    days: activityOf.get(group.id)?.days ?? [],
  }))
  return rankGroups(answers, candidates, now)
}
