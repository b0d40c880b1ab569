import { Agent, get, type RequestOptions } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../scripts/ensureBuilt.ts'
import { findCluster } from '../src/platform/database/embedded/cluster.ts'
import { connect, migrate, openDatabase, type Sql } from '../src/platform/database/index.ts'
import { databasePid, type Site, startSite } from '../tools/app/startSite.ts'
import { Visitor } from '../tools/app/visitor.ts'
import { inTemporaryFolder } from '../tools/prove/temporaryFolder.ts'
import { live } from './forumLive.ts'
import { quantile } from './readers.ts'
import { Chance } from './seed/chance.ts'
import { seedGrowth } from './seed/growth.ts'
import { type SeededMember, seedMembers } from './seed/members.ts'
import { databaseMs, processorMs, spentOnEach, untilQuiet } from './usage.ts'

// `npm run bench -- forum [posts …]`: what grows with the forum and what does not, and how replies reach those who read.
const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const growth = sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 1_000_000]
const memberCount = 320
const readOnce = 400
const searches = 600
/** A process is as fast as on every day after some thousand searches: the last of these rounds count. */
const searchRounds = { all: 12, counted: 5 }
const listReads = 120
const together = 10
const headers = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'en-GB,en;q=0.9' }

interface Rate {
  perSecond: number
  /** Processor milliseconds for each, of the site and of its database; undefined where the system does not say. */
  siteMs: number | undefined
  databaseMs: number | undefined
}

interface Figures {
  posts: number
  seedSeconds: number
  guestCold: number
  memberCold: number
  list: number
  searchMedian: number
  search95: number
  searches: Rate
  againPerSecond: number
  day: number
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
ensureBuilt()
const figures: Figures[] = []
for (const posts of growth)
  await inTemporaryFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    const started = performance.now()
    const people = await seedInto(dataDir, posts)
    const seedSeconds = (performance.now() - started) / 1000
    const site = await startSite(dataDir, { LOG_LEVEL: 'warn' })
    const cluster = await findCluster(dataDir)
    if (!cluster) throw new Error('The database of the site was not found.')
    const db = connect(cluster.url, { connections: 1 })
    try {
      figures.push({ posts, seedSeconds, ...(await read(site, db, people, databasePid(dataDir))) })
      console.log(row(figures.at(-1)))
      if (posts === growth.at(-1)) await live(site, db, people, { folder, headers })
    } finally {
      await db.end()
      await site.stop()
    }
  })
report()

async function seedInto(dataDir: string, posts: number): Promise<SeededMember[]> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  try {
    await migrate(database.db, 'db/migrations')
    const chance = new Chance(20_261_122)
    const people = await seedMembers(database.db, memberCount)
    await database.db.reserve().then(async (one) => {
      await seedGrowth(one as unknown as Sql, chance, posts)
      one.release()
    })
    return people
  } finally {
    await database.close()
  }
}

/** Pages that nobody has read yet, one after the other by one person: times, not throughput. */
async function read(
  site: Site,
  db: Sql,
  people: SeededMember[],
  databasePid: number,
): Promise<Omit<Figures, 'posts' | 'seedSeconds'>> {
  const topics = (await db<{ id: string }[]>`select id from topics order by random() limit ${readOnce}`).map(
    ({ id }) => id,
  )
  const reader = { ...headers, cookie: `newleaf=${people[1]?.token}` }
  const paths = topics.map((id) => `/forum/${id}`)
  const guests = () => headers
  const member = () => reader
  await times(site, ['/forum', '/forum/search?q=sleep', ...paths.slice(0, 20)], guests)
  await forget(db, topics)
  const guest = await times(site, paths, guests)
  await forget(db, topics)
  const members = await times(site, paths, member)
  const list = await times(
    site,
    Array.from({ length: listReads }, () => '/forum'),
    member,
  )
  const days = await times(
    site,
    Array.from({ length: 60 }, (_, day) => `/forum/days/${day}`),
    member,
  )
  const asked = await wordsToFind(db)
  await untilQuiet(site.pid)
  // Searches are limited by member.
  const each = (index: number) => ({ ...headers, cookie: `newleaf=${people[index % people.length]?.token}` })
  // Each connection plans a search anew for its first five; after that the times are those of every day.
  await perSecond(site, asked, each)
  await forgetFound(db, site.pid)
  const found = await times(site, asked, each)
  await forgetFound(db, site.pid)
  return {
    guestCold: quantile(guest, 0.5),
    memberCold: quantile(members, 0.5),
    list: quantile(list, 0.5),
    day: quantile(days, 0.5),
    searchMedian: quantile(found, 0.5),
    search95: quantile(found, 0.95),
    searches: await sustained(site, db, asked, each, databasePid),
    againPerSecond: await perSecond(site, asked, each),
  }
}

/** Nothing is kept of these topics, neither in memory nor drawn ahead. */
async function forget(db: Sql, topics: string[]): Promise<void> {
  await db`delete from stored_pages where address = any(${topics.map((id) => `/forum/${id}`)})`
  for (let from = 0; from < topics.length; from += 100)
    await tellChanged(db, ['profiles', ...topics.slice(from, from + 100).map((id) => `=topic ${id}`)])
  await new Promise((resolve) => setTimeout(resolve, 300))
}

/** As if somebody had written: nothing is kept of what was found before. */
async function forgetFound(db: Sql, pid: number): Promise<void> {
  await tellChanged(db, ['forum'])
  await untilQuiet(pid)
}

async function tellChanged(db: Sql, tags: string[]): Promise<void> {
  await db`select pg_notify('newleaf', ${JSON.stringify({ channel: 'tags', message: { tags } })})`
}

/** One word of the posts of every frequency, pairs, phrases and beginnings, as people type them. */
async function wordsToFind(db: Sql): Promise<string[]> {
  const words = (
    await db<{ word: string }[]>`
      select word from (
        select distinct word from (select words from post_words where post > 0 order by random() limit 400) few,
        unnest(tsvector_to_array(words)) word where length(word) > 3) words order by random() limit ${searches}`
  ).map(({ word }) => word)
  return words.map((word, index) => {
    const next = words[(index * 7 + 1) % words.length] ?? word
    const typed =
      [word, word, `${word} ${next}`, `"${word} ${next}"`, word.slice(0, 4), 'restless legs'][index % 6] ??
      word
    return `/forum/search?q=${encodeURIComponent(typed)}`
  })
}

async function times(
  site: Site,
  paths: string[],
  sentBy: (index: number) => Record<string, string>,
): Promise<number[]> {
  const visitor = new Visitor(site.url)
  const taken: number[] = []
  for (const [index, path] of paths.entries()) {
    const started = performance.now()
    const answer = await visitor.send(path, { headers: sentBy(index) })
    taken.push(performance.now() - started)
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}.`)
  }
  visitor.leave()
  return taken
}

/** In the middle of some rounds, of which each finds nothing kept. */
async function sustained(
  site: Site,
  db: Sql,
  paths: string[],
  sentBy: (index: number) => Record<string, string>,
  databasePid: number,
): Promise<Rate> {
  const rounds: Rate[] = []
  for (let round = 0; round < searchRounds.all; round++) {
    await forgetFound(db, site.pid)
    const used = () => [processorMs(site.pid), databaseMs(databasePid)] as const
    const before = used()
    const rate = await perSecond(site, paths, sentBy)
    const [siteMs, inDatabase] = used().map((after, index) => spentOnEach(before[index], after, paths.length))
    rounds.push({ perSecond: rate, siteMs, databaseMs: inDatabase })
  }
  const counted = rounds.slice(-searchRounds.counted)
  const middle = (figure: (rate: Rate) => number | undefined) => {
    const figures = counted.map(figure).filter((one) => one !== undefined)
    return figures.length === 0 ? undefined : quantile(figures, 0.5)
  }
  return {
    perSecond: middle(({ perSecond }) => perSecond) ?? 0,
    siteMs: middle(({ siteMs }) => siteMs),
    databaseMs: middle(({ databaseMs }) => databaseMs),
  }
}

async function perSecond(
  site: Site,
  paths: string[],
  sentBy: (index: number) => Record<string, string>,
): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const started = performance.now()
  const left = paths.entries()
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (const [index, path] of left) await ask(`${site.url}${path}`, { headers: sentBy(index), agent })
    }),
  )
  agent.destroy()
  return paths.length / ((performance.now() - started) / 1000)
}

/** What comes is not unpacked: the processors are for the site. */
function ask(url: string, options: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, options, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} was answered ${answer.statusCode}.`))
      answer.on('end', resolve).resume()
    }).on('error', reject)
  })
}

function row(one: Figures | undefined): string {
  if (!one) return ''
  const ms = [one.guestCold, one.memberCold, one.list, one.day, one.searchMedian, one.search95].map((value) =>
    value.toFixed(1),
  )
  const { perSecond, siteMs, databaseMs } = one.searches
  const rates = [
    perSecond.toFixed(0),
    siteMs?.toFixed(2),
    databaseMs?.toFixed(2),
    one.againPerSecond.toFixed(0),
  ]
  return `| ${one.posts} | ${one.seedSeconds.toFixed(0)} | ${ms.join(' | ')} | ${rates.join(' | ')} |`
}

function report(): void {
  console.log(
    '\n| posts | seeded in s | topic, guest, cold ms | topic, member, cold ms | list, member ms | a day ms | search p50 ms | search p95 ms | searches/s, words asked first | CPU ms/search | database CPU ms/search | searches/s, asked again |',
  )
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
  for (const one of figures) console.log(row(one))
  const [first, last] = [figures[0], figures.at(-1)]
  if (!first || !last || first === last) return
  const times = (name: 'guestCold' | 'memberCold' | 'list') =>
    `${name} ${(last[name] / first[name]).toFixed(2)}`
  console.log(
    `\nFrom ${first.posts} to ${last.posts} posts the times grow by ${times('guestCold')}, ${times('memberCold')}, ${times('list')} (goal: 1.5 at most).`,
  )
}
