import { defineJob } from '../../platform/jobs.ts'
import { removeOldNotices } from './store.ts'

export const noticeJobs = [
  defineJob({
    name: 'account-remove-old-notices',
    schedule: '27 3 * * *',
    run: ({ db, now }) => removeOldNotices(db, now),
  }),
]
