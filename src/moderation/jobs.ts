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
      const all = keepers.map(({ id }) => id)
      const onDuty = keepers.filter((keeper) => keeper.onDuty).map(({ id }) => id)
      const others = keepers.filter((keeper) => !keeper.onDuty).map(({ id }) => id)
      for (const { id, severity } of untold) {
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
      for (const caseId of due)
        await addNotices(
          tx,
          onDuty.length > 0 ? onDuty : all,
          { kind: 'moderation-aftercare', link: '/moderation#aftercare', about: `aftercare ${caseId}` },
          now,
        )
    })
  },
})

function caseNotice(caseId: string, severity: Severity) {
  return {
    kind: 'moderation-case',
    link: `/moderation/cases/${caseId}`,
    words: { minutes: String(answerWithin[severity].minutes) },
    about: `case ${caseId}`,
  }
}

export const moderationJobs = [watch]
