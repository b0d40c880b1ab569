import { defineJob } from '../../platform/jobs.ts'
import { forgetOld } from './store.ts'

export const vaultJobs = [
  defineJob({
    name: 'vault-forget-old',
    schedule: '41 3 * * *',
    atStart: true,
    run: ({ db, now }) => forgetOld(db, now.toZonedDateTimeISO('UTC').toPlainDate()),
  }),
]
