import { defineJob, type Job } from '../../platform/jobs.ts'
import { forgetWords, learnWords } from './words.store.ts'

/** At once it would hold up a small server; the next run goes on. */
const roundsAtMost = 200

const learn = defineJob({
  name: 'forum-words',
  schedule: '*/10 * * * *',
  atStart: true,
  run: async ({ db }) => {
    for (let round = 0; round < roundsAtMost; round++) if (!(await learnWords(db))) return
  },
})

const forget = defineJob({
  name: 'forum-words-forgotten',
  schedule: '20 4 * * *',
  run: ({ db }) => forgetWords(db),
})

export const searchJobs: Job[] = [learn, forget]
