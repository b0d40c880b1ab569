import { randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { ensureBuilt } from '../scripts/ensureBuilt.ts'
import { findCluster } from '../src/platform/database/embedded/cluster.ts'
import { connect, type Sql } from '../src/platform/database/index.ts'
import { maskToken } from '../src/platform/sessions.ts'
import { databasePid, type Site, startSite } from '../tools/app/startSite.ts'
import { type Answer, Visitor } from '../tools/app/visitor.ts'
import { inTemporaryFolder } from '../tools/prove/temporaryFolder.ts'
import { type BareServer, startBare } from './bareServer.ts'
import { forgetTopics } from './forget.ts'
import type { Load } from './load.ts'
import { measure, type Row, together } from './measure.ts'
import { type Measurement, otherGoals, table } from './report.ts'
import { type Seeded, seed } from './seed/index.ts'
import { signInReport } from './signIn.ts'
import { firstVisit } from './sizes.ts'
import { memoryMb } from './usage.ts'
import { wordsReport } from './words.ts'

// Enough topics that a round of reading each once is longer than the load generator takes to get going.
const size = { members: 320, topics: 1_000, posts: 20, meetings: 10_000 }
/** As many as are answered, and read just after they were changed. */
const topicsAtWork = 200
const connections = 10
const seconds = 2.5
const rounds = 2
const coldRounds = 3
const postsEach = 4
const browserHeaders = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'en-GB,en;q=0.9' }

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
ensureBuilt()
// `npm run bench -- forum`: what grows with the forum.
if (process.argv[2] === 'forum') await import('./forum.ts')
// `npm run bench -- journal`: the sealed journal and the night page, in a browser on a slow processor.
else if (process.argv[2] === 'journal') await (await import('./journal.ts')).benchJournal()
// `npm run bench -- meetings [1000000 [folder]]`: every kind of search, from a thousand meetings up to so many; with a
// folder that size alone, and what was seeded is kept there for the next time.
else if (process.argv[2] === 'meetings')
  await growMeetings(Number(process.argv[3] ?? 42_000), process.argv[4])
else
  await inTemporaryFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    const seeded = await seed(dataDir, size)
    const site = await startSite(dataDir, { LOG_LEVEL: 'warn' })
    try {
      await bench(site, seeded, folder)
    } finally {
      await site.stop()
    }
  })

/** The finder shares words with views, which Node alone does not read. */
async function growMeetings(most: number, kept?: string): Promise<void> {
  const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const
  const { module } = await runnerImport<typeof import('./meetings.ts')>('./bench/meetings.ts', {
    configFile: false,
    oxc,
  })
  await module.benchMeetings(most, kept)
}

async function bench(site: Site, { members, topicIds }: Seeded, folder: string): Promise<void> {
  const topic = `/forum/${topicIds[0]}`
  const member = { ...browserHeaders, cookie: `newleaf=${members[1]?.token}` }
  const pages = {
    topic: await capture(site, topic, browserHeaders),
    member: await capture(site, topic, member),
    finder: await capture(site, '/meetings', browserHeaders),
    home: await capture(site, '/', browserHeaders),
  }
  const bare = await startBare(join(folder, 'answers.json'), pages)
  try {
    const pair = (
      name: string,
      page: keyof typeof pages,
      path: string,
      headers: Record<string, string>,
      goal?: number,
    ) => besideBare({ name, site, bare, page, path, headers, ...(goal ? { goal } : {}) })
    // What the site draws by itself after its start would be counted with the first page.
    await untilDrawn(site, topicIds.length)
    const hot = await pair('topic, guest, hot', 'topic', topic, browserHeaders, 0.6)
    const cold = {
      name: 'topic, guest, cold',
      site: await readCold(site, topicIds),
      bare: hot.bare,
      goal: 0.05,
    }
    const undrawn = {
      name: 'topic, guest, cold, just changed',
      site: await readChanged(site, topicIds),
      bare: hot.bare,
    }
    const measurements: Measurement[] = [
      hot,
      cold,
      undrawn,
      await pair('topic, member', 'member', topic, member, 0.1),
      await pair('meetings, guest', 'finder', '/meetings', browserHeaders),
      await pair('home, guest', 'home', '/', browserHeaders),
      { name: 'posting a reply', site: await postReplies(site, { members, topicIds }), bare: undefined },
    ]
    const memory = memoryMb(site.pid)
    const home = await firstVisit(site.url).catch((error: Error) => console.error(error.message))
    console.log(
      `${table(measurements)}\n\n${otherGoals(memory, home || undefined, pages.topic.bytes.length)}\n`,
    )
    console.log(`${wordsReport()}\n\n${await signInReport(site)}\n`)
    console.log(
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load generator on the same machine.`,
    )
    reportFailures(measurements)
  } finally {
    bare.stop()
  }
}

interface Pair {
  name: string
  site: Site
  bare: BareServer
  page: string
  path: string
  headers: Record<string, string>
  goal?: number
}

/** The site and the bare server take turns, so that a neighbour on the machine slows both alike. */
async function besideBare({ name, site, bare, page, path, headers, ...more }: Pair): Promise<Measurement> {
  const load = (url: string, at: string): Load => ({
    url,
    connections,
    seconds,
    requests: [{ path: at, headers }],
    expect: 200,
  })
  const ours: Row[] = []
  const theirs: Row[] = []
  for (const [server, at] of [
    [site, path],
    [bare, `/${page}`],
  ] as const)
    await measure({ ...load(server.url, at), seconds: 1 }, server.pid)
  for (let round = 0; round < rounds; round++) {
    theirs.push(await measure(load(bare.url, `/${page}`), bare.pid))
    ours.push(await measure(load(site.url, path), site.pid, databasePid(site.dataDir)))
  }
  return { name, site: together(ours), bare: together(theirs), ...more }
}

/** Each topic once, none of them in memory, as a crawler reads: stored a minute after the last word, as the site does. */
async function readCold(site: Site, topicIds: string[]): Promise<Row> {
  return withDatabase(site, async (db, databasePid) => {
    const requests = topicIds.map((id) => ({ path: `/forum/${id}`, headers: browserHeaders }))
    const rows: Row[] = []
    for (let round = 0; round < coldRounds; round++) {
      await forgetTopics(db, topicIds)
      rows.push(
        await measure(
          { url: site.url, connections, once: true, requests, expect: 200 },
          site.pid,
          databasePid,
        ),
      )
    }
    // The first round warms up, as the other measurements do.
    return together(rows.slice(1))
  })
}

/** The same when each was just changed, and has to be drawn. */
async function readChanged(site: Site, topicIds: string[]): Promise<Row> {
  await withDatabase(site, (db) => db`delete from stored_pages`)
  const row = await readCold(site, topicIds.slice(0, topicsAtWork))
  await untilDrawn(site, topicIds.length)
  return row
}

/** The site draws ahead by itself, soon after its start and then every minute. */
async function untilDrawn(site: Site, count: number): Promise<void> {
  await withDatabase(site, async (db) => {
    for (let tries = 0; tries < 1000; tries++) {
      const [row] = await db<{ drawn: number }[]>`select count(*)::int as drawn from stored_pages`
      if ((row?.drawn ?? 0) >= count) return
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    throw new Error('The site has not drawn its topics ahead.')
  })
}

async function withDatabase<T>(site: Site, work: (db: Sql, pid: number) => Promise<T>): Promise<T> {
  const cluster = await findCluster(site.dataDir)
  if (!cluster) throw new Error('The database of the site was not found.')
  const db = connect(cluster.url, { connections: 1 })
  try {
    return await work(db, cluster.pid)
  } finally {
    await db.end()
  }
}

/** Every member writes a few replies, each with a fresh id, spread over the topics. */
async function postReplies(site: Site, { members, topicIds }: Seeded): Promise<Row> {
  const requests = Array.from({ length: members.length * postsEach }, (_, index) => {
    const { token, formToken } = members[index % members.length] ?? { token: '', formToken: '' }
    const body = new URLSearchParams({
      _token: maskToken(formToken),
      once: randomUUID(),
      body: `Reply ${index}: one day, then the next.`,
    })
    const headers = {
      ...browserHeaders,
      origin: site.url,
      cookie: `newleaf=${token}`,
      'content-type': 'application/x-www-form-urlencoded',
    }
    return {
      method: 'POST',
      path: `/forum/${topicIds[index % topicsAtWork]}/replies`,
      headers,
      body: body.toString(),
    }
  })
  return await measure(
    { url: site.url, connections, once: true, requests, expect: 303 },
    site.pid,
    databasePid(site.dataDir),
  )
}

async function capture(site: Site, path: string, headers: Record<string, string>): Promise<Answer> {
  const visitor = new Visitor(site.url)
  const answer = await visitor.get(path, { headers })
  visitor.leave()
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}.`)
  return answer
}

function reportFailures(measurements: Measurement[]): void {
  for (const { name, site, bare } of measurements) {
    const failures = site.failures + (bare?.failures ?? 0)
    if (failures === 0) continue
    console.error(
      `${name}: ${failures} requests failed${site.wrongStatus ? `, the first with ${site.wrongStatus}` : ''}.`,
    )
    process.exitCode = 1
  }
}
