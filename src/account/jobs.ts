import { defineJob } from '../platform/jobs.ts'
import { removeEnded } from './sessions.store.ts'

export const accountJobs = [
  defineJob({
    name: 'account-remove-ended-sessions',
    schedule: '17 * * * *',
    atStart: true,
    run: ({ db, now }) => removeEnded(db, now),
  }),
]
