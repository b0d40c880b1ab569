import { transaction } from '../platform/database/index.ts'
import { defineJob } from '../platform/jobs.ts'
import { removeUsedProofs } from './proof/store.ts'
import { removeEnded } from './sessions.store.ts'

export const accountJobs = [
  defineJob({
    name: 'account-remove-ended-sessions',
    // Often: a stream that a shared device left open ends here.
    schedule: '*/5 * * * *',
    atStart: true,
    run: async ({ db, now }) => {
      await transaction(db, (tx) => removeEnded(tx, now))
      await removeUsedProofs(db, now)
    },
  }),
]
