import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { transaction } from '../platform/database/index.ts'
import { defineJob } from '../platform/jobs.ts'
import { runWaitingImport } from './feeds/import.ts'
import { hasPlaces } from './places/store.ts'
import { rollTimes } from './times.store.ts'

const moveWindow = defineJob({
  name: 'meetings-window',
  schedule: '7 * * * *',
  atStart: true,
  run: async ({ db, now }) => {
    await transaction(db, async (tx) => {
      await rollTimes(tx, now)
      tx.changed('meetings')
    })
  },
})

/** Written by the build; absent in tests, which bring their own places. */
const loader = 'dist/server/loadPlaces.process.js'

/** Once, at the very first start, in a process that takes its memory with it when it ends. */
const fillGazetteer = defineJob({
  name: 'meetings-places',
  atStart: true,
  run: async ({ db, config, log }) => {
    if ((await hasPlaces(db)) || !existsSync(loader)) return
    const child = spawn(process.execPath, [loader], {
      stdio: 'ignore',
      env: { ...process.env, DATA_DIR: config.dataDir, DATABASE_URL: config.databaseUrl ?? '' },
    })
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('exit', resolve).on('error', reject)
    })
    if (code !== 0) throw new Error(`Loading the towns of the world ended with ${code}.`)
    log.info('the towns of the world are loaded')
  },
})

/** Reads a feed that an operator uploaded or named. */
export const importFeed = defineJob<{ importId?: string }>({
  name: 'meetings-import',
  run: async ({ db, config, now }, { importId }) => {
    if (importId) await runWaitingImport(db, importId, { now, allowPrivate: config.feedsAllowPrivate })
  },
})

export const jobs = [moveWindow, fillGazetteer, importFeed]
