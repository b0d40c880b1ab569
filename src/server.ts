import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import { accountJobs, makeOperatorLink } from './account/index.ts'
import { noticeJobs } from './account/notices/index.ts'
import { passkeyJobs } from './account/passkeys/index.ts'
import { reachJobs } from './account/reach/index.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { drawnAhead, forumJobs } from './forum/index.ts'
import { vaultJobs } from './journal/vault/index.ts'
import { meetingJobs } from './meetings/index.ts'
import { moderationJobs } from './moderation/index.ts'
import { loadAssets } from './platform/assets.ts'
import { now } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { isConnectionLost, migrate, openDatabase } from './platform/database/index.ts'
import { withKeptPages } from './platform/edge.ts'
import { type Job, startJobs } from './platform/jobs.ts'
import { memoryLimits } from './platform/limits.ts'
import { Bus } from './platform/live/index.ts'
import { openLog } from './platform/log.ts'
import { PageCache } from './platform/pageCache.ts'
import { StoredPages } from './platform/storedPages/index.ts'
import { createTimedServer } from './platform/timedServer.ts'

/** What runs later or on a schedule, slice by slice. */
const jobs: Job[] = [
  ...accountJobs,
  ...noticeJobs,
  ...passkeyJobs,
  ...reachJobs,
  ...meetingJobs,
  ...forumJobs,
  ...vaultJobs,
  ...moderationJobs,
]

/** Settings -> database -> migrations -> jobs -> listening. Throws a sentence for the operator. */
async function start(): Promise<{ words: string; stop(): Promise<void> }> {
  const config = readConfig()
  const log = openLog(config.logLevel)
  const database = await openDatabase(config, { say: (sentence) => log.info(sentence) })
  try {
    await migrate(database.db, 'db/migrations')
    const pages = new PageCache()
    const live = new Bus()
    await live.open(database.db, pages, log)
    const ready = Promise.withResolvers<ReturnType<typeof createApp>>()
    const stored = new StoredPages(database.db, pages, drawnAhead, buildOf(config))
    const running = await startJobs(database, jobs, config, log, async (addresses) =>
      stored.draw(await ready.promise, addresses, now),
    )
    const app = createApp({
      db: database.db,
      searchDb: database.searchDb,
      config,
      live,
      pages,
      jobs: running,
      limits: memoryLimits(),
      log,
      assets: loadAssets('dist/assets'),
      now,
    })

    ready.resolve(app)
    const server = createTimedServer(withKeptPages(pages, config, getRequestListener(app.fetch), stored))
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(new Error(whyNotListening(error, config))),
      )
      server.listen(config.port, config.host, resolve)
    })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    const shown =
      config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`
    const operatorLink = await makeOperatorLink(database.db, now())
    const words = [`Newleaf is at ${shown}`]
    if (operatorLink)
      words.push(`Make the first operator account (once, within 24 hours): ${shown}${operatorLink}`)

    return {
      words: words.join('\n'),
      stop: async () => {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()))
        live.closeStreams()
        stored.stop()
        // A connection goes idle when its answer is out, and would then be kept open for the next request.
        const sweep = setInterval(() => server.closeIdleConnections(), 50)
        const patience = setTimeout(() => server.closeAllConnections(), 10_000)
        await closed
        clearInterval(sweep)
        clearTimeout(patience)
        await running.stop()
        await live.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Pages of another build, or drawn with other settings, are not these pages. */
function buildOf(config: Config): string {
  const { publicUrl, siteName, leaveTo, defaultZone, defaultCountry, demo } = config
  const shown = JSON.stringify({ publicUrl, siteName, leaveTo, defaultZone, defaultCountry, demo })
  return createHash('sha256').update(readFileSync('dist/stamp')).update(shown).digest('base64url')
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Config): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. Set PORT to another one.`
  if (error.code === 'EACCES')
    return `This account may not listen on port ${port}. Set PORT to one above 1023.`
  return `Newleaf cannot listen on HOST ${host}: it is no address of this machine (${error.code}).`
}

// A connection that dies while it is being opened rejects where nobody waits (postgres.js reads the types of arrays
// there). The next query opens another; anything else that nobody caught is a fault, and ends the process.
process.on('unhandledRejection', (reason) => {
  if (isConnectionLost(reason)) return
  console.error(reason)
  process.exit(1)
})

try {
  const site = await start()
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, async () => {
      // A second Ctrl-C is impatience: what is under way is still finished, within ten seconds.
      if (stopping) return
      stopping = true
      await site.stop()
      process.exit(0)
    })
  // Whoever reads this may ask it to stop at once.
  console.log(site.words)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
