import { defineJob } from '../platform/jobs.ts'
import { removeUsedProofs } from './proof/store.ts'
import { removeEnded } from './sessions.store.ts'

export const accountJobs = [
  defineJob({
    name: 'account-remove-ended-sessions',
    schedule: '17 * * * *',
    atStart: true,
    run: async ({ db, now }) => {
      await removeEnded(db, now)
      await removeUsedProofs(db, now)
    },
  }),
]
