import { transaction } from '../platform/database/index.ts'
import { defineJob } from '../platform/jobs.ts'
import { forgetOldPlans } from './attendance/plans.store.ts'
import { findInterrupted, runWaitingImport } from './feeds/import.ts'
import { listDue } from './feeds/poll.store.ts'
import { pollFeed } from './feeds/poll.ts'
import { renewFeedMeetings } from './feeds/settings.store.ts'
import { recount } from './finder/terms.store.ts'
import { hasPlaces } from './places/store.ts'
import { rollTimes } from './times.store.ts'

const moveWindow = defineJob({
  name: 'meetings-window',
  schedule: '7 * * * *',
  atStart: true,
  run: async ({ db, now }) => {
    await transaction(db, async (tx) => {
      await rollTimes(tx, now)
      await forgetOldPlans(tx, now)
      tx.changed('meetings')
    })
  },
})

/** What the finder knows of words, traits and postcodes: a look at the newest change when there is nothing to do. */
const countWords = defineJob({
  name: 'meetings-words',
  schedule: '*/10 * * * *',
  atStart: true,
  run: async ({ db, now }) => {
    await transaction(db, async (tx) => {
      if (await recount(tx, now)) tx.changed('meetings')
    })
  },
})

/** Once, at the very first start. Tests bring their own places. */
const fillGazetteer = defineJob({
  name: 'meetings-places',
  atStart: true,
  run: async ({ db, log, beside }) => {
    if (!beside || (await hasPlaces(db))) return
    await beside('loadPlaces')
    log.info('the towns of the world are loaded')
  },
})

/** Reads a feed that an operator uploaded or named. */
export const importFeed = defineJob<{ importId?: string }>({
  name: 'meetings-import',
  run: async ({ db, config, now, beside }, { importId }) => {
    if (!importId) return
    if (beside) await beside('importFeed', ['import', importId])
    else await runWaitingImport(db, importId, { now, allowPrivate: config.feedsAllowPrivate })
  },
})

const pollOne = defineJob<{ feedId?: string }>({
  name: 'meetings-poll-one',
  run: async ({ db, config, now, beside }, { feedId }) => {
    if (!feedId) return
    if (beside) await beside('importFeed', ['poll', feedId])
    else await pollFeed(db, feedId, { now, allowPrivate: config.feedsAllowPrivate })
  },
})

/** Reads the addresses that are due, each in a job of its own: one that hangs holds up no other. */
const pollDue = defineJob({
  name: 'meetings-poll',
  schedule: '*/10 * * * *',
  run: async ({ db, now, send }) => {
    for (const feedId of await listDue(db, now)) await send(pollOne, { feedId })
  },
})

/** After an operator changed what a list is: its groups and meetings say so too. */
export const renewFeed = defineJob<{ feedId?: string }>({
  name: 'meetings-renew-feed',
  run: async ({ db, now }, { feedId }) => {
    if (feedId) await transaction(db, (tx) => renewFeedMeetings(tx, feedId, now))
  },
})

/** The queue itself gives a job of a killed node up only after a quarter of an hour. */
const resumeImports = defineJob({
  name: 'meetings-resume',
  atStart: true,
  run: async ({ db, now, send }) => {
    for (const importId of await findInterrupted(db, now)) await send(importFeed, { importId })
  },
})

export const jobs = [
  moveWindow,
  countWords,
  fillGazetteer,
  importFeed,
  resumeImports,
  pollDue,
  pollOne,
  renewFeed,
]
