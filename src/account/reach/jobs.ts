import { defineJob } from '../../platform/jobs.ts'
import { askAddress, sendMails } from './mail/send.ts'
import { removeUnconfirmed } from './mail/store.ts'
import { sendPushes } from './push/send.ts'

/** The address itself is not handed to the queue, whose tables nobody seals. */
export const askForAddress = defineJob<{ memberId?: string }>({
  name: 'account-ask-for-address',
  run: async ({ db, config, now }, { memberId }) => {
    if (memberId) await askAddress({ db, config, now }, memberId)
  },
})

export const reachJobs = [
  askForAddress,
  defineJob({
    name: 'account-send-pushes',
    schedule: '* * * * *',
    run: async ({ db, config, now, log }) => {
      const counts = await sendPushes({ db, config, now })
      // How many, and nothing of whom or where.
      if (counts.failed > 0) log.warn(counts, 'some devices could not be told')
    },
  }),
  defineJob({
    name: 'account-send-mails',
    schedule: '* * * * *',
    run: async ({ db, config, now, log }) => {
      await removeUnconfirmed(db, now)
      const counts = await sendMails({ db, config, now })
      if (counts.broken > 0) log.warn(counts, 'mail does not go out: look at SMTP_URL and MAIL_FROM')
    },
  }),
]
