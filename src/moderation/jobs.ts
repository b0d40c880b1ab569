import { addNotices } from '../account/notices/index.ts'
import { transaction } from '../platform/database/index.ts'
import { defineJob } from '../platform/jobs.ts'
import { takeDueAftercare } from './aftercare.store.ts'
import { takeUntold } from './cases.store.ts'
import { listKeepers } from './duties.store.ts'
import { gatherCases } from './gather.ts'
import { takeWaitingAppeals } from './measures.store.ts'
import { answerWithin, appealsDueBefore, type Severity, whyNoSecond } from './rules.ts'

/** Tells moderators, each of a case once: who is on duty first, everybody where nobody is or minutes count. */
const watch = defineJob({
  name: 'moderation-watch',
  schedule: '* * * * *',
  run: async ({ db, now }) => {
    await gatherCases(db, now)
    await transaction(db, async (tx) => {
      const untold = await takeUntold(tx, now)
      const due = await takeDueAftercare(tx, now)
      const appeals = await takeWaitingAppeals(tx, appealsDueBefore(now), now)
      if (untold.length + due.length + appeals.length === 0) return
      const keepers = await listKeepers(tx, now)
      for (const { id, severity, authorId } of untold) {
        const { onDuty, others } = whoLooks(keepers, authorId)
        const notice = caseNotice(id, severity)
        await addNotices(tx, onDuty, { ...notice, isUrgent: severity === 1 }, now)
        if (severity === 1 || onDuty.length === 0) await addNotices(tx, others, notice, now)
      }
      for (const appeal of appeals)
        await addNotices(
          tx,
          keepers.filter((keeper) => !whyNoSecond(keeper, appeal)).map(({ id }) => id),
          { kind: 'moderation-appeal-waits', link: `/moderation/decisions/${appeal.measureId}` },
          now,
        )
      for (const { caseId, authorId } of due) {
        const { onDuty, others } = whoLooks(keepers, authorId)
        await addNotices(
          tx,
          onDuty.length > 0 ? onDuty : others,
          { kind: 'moderation-aftercare', link: '/moderation#aftercare', about: `aftercare ${caseId}` },
          now,
        )
      }
    })
  },
})

/** Of a moderator's own words the others are told: nobody is on duty for themselves. */
function whoLooks(keepers: { id: string; onDuty: boolean }[], authorId: string | null) {
  const here = keepers.filter(({ id }) => id !== authorId)
  const ids = (onDuty: boolean) => here.filter((keeper) => keeper.onDuty === onDuty).map(({ id }) => id)
  return { onDuty: ids(true), others: ids(false) }
}

function caseNotice(caseId: string, severity: Severity) {
  return {
    kind: 'moderation-case',
    link: `/moderation/cases/${caseId}`,
    words: { minutes: String(answerWithin[severity].minutes) },
    about: `case ${caseId}`,
  }
}

export const moderationJobs = [watch]
