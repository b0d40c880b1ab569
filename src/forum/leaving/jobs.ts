import { defineJob } from '../../platform/jobs.ts'
import { removeLeaving } from './leaving.store.ts'

/** Words beyond the first hundred of somebody who left: a hundred at a time, until none are left. */
export const removeWords = defineJob({
  name: 'forum-words-leave',
  schedule: '* * * * *',
  atStart: true,
  run: async ({ db, now }) => {
    while (await removeLeaving(db, now));
  },
})
