import { defineJob } from '../../platform/jobs.ts'
import { sendPushes } from './push/send.ts'

export const reachJobs = [
  defineJob({
    name: 'account-send-pushes',
    schedule: '* * * * *',
    run: async ({ db, config, now, log }) => {
      const counts = await sendPushes({ db, config, now })
      // How many, and nothing of whom or where.
      if (counts.failed > 0) log.warn(counts, 'some devices could not be told')
    },
  }),
]
