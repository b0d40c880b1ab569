import { defineJob } from '../../platform/jobs.ts'
import { removeOldChallenges } from './store.ts'

export const passkeyJobs = [
  defineJob({
    name: 'account-remove-old-challenges',
    schedule: '*/10 * * * *',
    run: ({ db, now }) => removeOldChallenges(db, now),
  }),
]
