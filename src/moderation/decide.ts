import { announceSessions } from '../account/index.ts'
import { addNotices } from '../account/notices/index.ts'
import { changePace, collapsePost, holdPost, lockTopic, releasePost, unlockTopic } from '../forum/index.ts'
import type { Transaction } from '../platform/database/index.ts'
import { planAftercare } from './aftercare.store.ts'
import { type Case, closeCase } from './cases.store.ts'
import { listKeepers } from './duties.store.ts'
import { addToLog } from './log/index.ts'
import { endSlow, hidingKinds, setSlow, usualSlow } from './measures/index.ts'
import { addMeasure, isDoneByOther, type Measure, otherLockOf } from './measures.store.ts'
import { listReporters, settleReports } from './reports.store.ts'
import { aftercareDue, isAboutCrisis, type MeasureKind, untilOf, whyNoSecond } from './rules.ts'

export interface Decision {
  kind: MeasureKind | 'none'
  /** The post goes out of sight with it. */
  hides: boolean
  category: string
  reason: string
  days: number
  aftercare: boolean
}

/** Carries out what a moderator decided: the measure, the words to the author, the log, all or nothing. */
export async function decide(
  tx: Transaction,
  found: Case,
  decision: Decision,
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  const { kind, hides, category, reason, days } = decision
  if (kind !== 'none') {
    const measureId = await addMeasure(
      tx,
      {
        caseId: found.id,
        memberId: found.authorId,
        moderatorId: keeperId,
        kind,
        hides,
        category,
        reason,
        until: untilOf(kind, days, now),
      },
      now,
    )
    await carryOut(tx, found, kind, { measureId, keeperId }, now)
    if (hides) await holdPost(tx, found, now)
    if (found.authorId && (kind === 'read_only' || kind === 'suspend')) announceSessions(tx, found.authorId)
    // A ban begins when a second moderator agrees; its author is told then.
    if (kind === 'ban') await askSecond(tx, found, measureId, keeperId, now)
    else await tellAuthor(tx, found.authorId, measureId, now)
  }
  if (found.origin === 'held' && !hides && !hidingKinds.includes(kind)) await letIn(tx, found, now)
  if (decision.aftercare || isAboutCrisis(found.category))
    await planAftercare(tx, found.id, aftercareDue(now))
  await addNotices(
    tx,
    await listReporters(tx, found.id),
    { kind: 'moderation-looked', link: '/moderation/log', about: `case ${found.id}` },
    now,
  )
  await closeCase(tx, found.id, now)
  await settleReports(tx, found.id, whetherUpheld(found, kind))
  // Who is let in was suspected of nothing: no rule stands beside it for everybody to read.
  const isLetIn = found.category === 'held' && kind === 'none'
  const line = isLetIn ? { what: 'let-in', category: 'held' } : { what: kind, category }
  await addToLog(tx, { ...line, keeperId }, now)
  if (hides && kind !== 'hold') await addToLog(tx, { what: 'hold', category, keeperId }, now)
}

/** Whoever waited for it is told, and comes back to a place that has read them. */
async function letIn(tx: Transaction, found: Case, now: Temporal.Instant): Promise<void> {
  await releasePost(tx, found, now)
  const { authorId, topicId, replyId } = found
  if (!authorId) return
  const link = replyId ? `/forum/${topicId}/replies/${replyId}` : `/forum/${topicId}`
  await addNotices(tx, [authorId], { kind: 'moderation-let-in', link, about: `case ${found.id}` }, now)
}

/** A ban is weighed once more before it counts. To be afraid for somebody is never wrong, whether or not a hand was needed. */
function whetherUpheld(found: Case, kind: Decision['kind']): boolean | null {
  if (found.origin === 'held' || kind === 'ban') return null
  if (kind === 'none') return isAboutCrisis(found.category) ? null : false
  return true
}

/** Everybody who may give a ban its second look, when this keeper decides it. */
export async function listSeconds(
  tx: Transaction,
  found: Case,
  keeperId: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const first = {
    memberId: found.authorId,
    moderatorId: keeperId,
    secondedBy: null,
    reporterIds: await listReporters(tx, found.id),
  }
  const others = (await listKeepers(tx, now)).filter((keeper) => !whyNoSecond(keeper, first))
  return others.map(({ id }) => id)
}

async function askSecond(
  tx: Transaction,
  found: Case,
  measureId: string,
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  const notice = { kind: 'moderation-second', link: `/moderation/decisions/${measureId}` }
  await addNotices(tx, await listSeconds(tx, found, keeperId, now), notice, now)
}

export async function tellAuthor(
  tx: Transaction,
  authorId: string | null,
  measureId: string,
  now: Temporal.Instant,
): Promise<void> {
  if (!authorId) return
  await addNotices(
    tx,
    [authorId],
    { kind: 'moderation-decided', link: `/moderation/decisions/${measureId}`, about: `measure ${measureId}` },
    now,
  )
}

async function carryOut(
  tx: Transaction,
  post: Case,
  kind: MeasureKind,
  by: { measureId: string; keeperId: string },
  now: Temporal.Instant,
): Promise<void> {
  if (kind === 'slow') {
    const { minutes, hours } = usualSlow
    const slow = { minutes, until: now.add({ hours }), setBy: by.keeperId, measureId: by.measureId }
    await setSlow(tx, { topicId: post.topicId }, slow, now)
    changePace(tx, post.topicId)
  }
  if (kind === 'collapse') await collapsePost(tx, post, true, now)
  if (kind === 'lock') await lockTopic(tx, post.topicId, now)
}

/**
 * Takes back what a measure did to the post, unless another one that stands did the same; what it did to its author ends
 * with the measure itself.
 */
export async function takeBack(tx: Transaction, measure: Measure, now: Temporal.Instant): Promise<void> {
  if (measure.kind === 'collapse' && !(await isDoneByOther(tx, measure, 'collapse')))
    await collapsePost(tx, measure, false, now)
  if (measure.kind === 'slow') {
    await endSlow(tx, { topicId: measure.topicId }, now, measure.id)
    changePace(tx, measure.topicId)
  }
  if (measure.hides && !(await isDoneByOther(tx, measure, 'hides'))) await releasePost(tx, measure, now)
  if (measure.kind === 'lock')
    await unlockTopic(tx, measure.topicId, measure.madeAt, await otherLockOf(tx, measure))
}
