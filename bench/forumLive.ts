import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '../src/platform/database/index.ts'
import { maskToken } from '../src/platform/sessions.ts'
import type { Site } from '../tools/app/startSite.ts'
import { Visitor } from '../tools/app/visitor.ts'
import { startBare } from './bareServer.ts'
import { measure } from './measure.ts'
import { addressOf, quantile, Readers } from './readers.ts'
import type { SeededMember } from './seed/members.ts'
import { memoryMb, untilQuiet } from './usage.ts'

const liveReaders = 200
const liveTopics = 20
const replies = 1_500
/** Written first, and not counted: a site that has just started has compiled and planned nothing yet. */
const warmingUp = 1_000
/** People who write without a pause: what many write in the same moment is written together. */
const crowdsOfWriters = [10, 40, 80]
/** So many a second, whether earlier ones are through or not: how soon words arrive where nobody waits for a turn. */
const steadily = 300
const crowd = 5_000
const crowdReplies = 20
const settledMs = 20_000

let written = 0

/** How fast replies are taken while people read, how soon they arrive, and how many may read at once. */
export async function live(
  site: Site,
  db: Sql,
  people: SeededMember[],
  { folder, headers }: { folder: string; headers: Record<string, string> },
): Promise<void> {
  const topics = (await db<{ id: string }[]>`select id from topics order by id desc limit ${liveTopics}`).map(
    ({ id }) => `/forum/${id}`,
  )
  await write(site, people, { topics, count: warmingUp, pace: together(20), readers: new Readers(site.url) })
  await untilQuiet(site.pid)
  console.log(
    `\nReplies, durable, with ${liveReaders} live readers:\n\n| written | replies/s | arrived | from sending to arrival p50 ms | p99 ms | from being taken to arrival p99 ms |\n|---|---:|---:|---:|---:|---:|`,
  )
  await writeAndRead(site, people, topics, { how: `steadily`, pace: evenly(steadily) })
  for (const writers of crowdsOfWriters)
    await writeAndRead(site, people, topics, {
      how: `by ${writers} without a pause`,
      pace: together(writers),
    })
  await gather(site, people, topics[0] ?? '')
  await besideBare(site, topics[0] ?? '', folder, headers)
}

async function writeAndRead(
  site: Site,
  people: SeededMember[],
  topics: string[],
  { how, pace }: { how: string; pace: Pace },
): Promise<void> {
  const readers = new Readers(site.url)
  await readers.come(liveReaders, (reader) => topics[reader % topics.length] ?? '')
  const started = performance.now()
  await write(site, people, { topics, count: replies, pace, readers })
  const seconds = (performance.now() - started) / 1000
  await pause(500)
  readers.leave()
  const delays = readers.delays()
  const expected = (replies * liveReaders) / liveTopics
  const ms = [quantile(delays, 0.5), quantile(delays, 0.99), quantile(readers.delaysSinceTaken(), 0.99)]
  console.log(
    `| ${how} | ${(replies / seconds).toFixed(0)} | ${delays.length} of ${expected} | ${ms.map((value) => value.toFixed(1)).join(' | ')} |`,
  )
}

/** Five thousand people read one conversation. */
async function gather(site: Site, people: SeededMember[], topic: string): Promise<void> {
  if (addressOf(0) === undefined)
    return console.log('The crowd of readers needs Linux: elsewhere one machine is one network.')
  await pause(1_000)
  const before = memoryMb(site.pid)
  const readers = new Readers(site.url)
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryMb(site.pid) ?? 0)
  }, 250)
  await readers.come(crowd, () => topic)
  // What they asked with is gone by then; the lines stand.
  await pause(settledMs)
  clearInterval(watch)
  const after = memoryMb(site.pid)
  await write(site, people, { topics: [topic], count: crowdReplies, pace: together(1), readers })
  await pause(3_000)
  readers.leave()
  const delays = readers.delays()
  console.log(
    `\n${crowd} live readers of one topic on one node: app ${before?.toFixed(0)} MB before, at most ${most.toFixed(0)} MB while they came, ${after?.toFixed(0)} MB ${settledMs / 1000} s later; ${crowdReplies} replies arrived ${delays.length} of ${crowd * crowdReplies} times, p50 ${quantile(delays, 0.5).toFixed(0)} ms, p99 ${quantile(delays, 0.99).toFixed(0)} ms`,
  )
}

/** Who sends when: done when all that are counted are through. */
type Pace = (count: number, send: () => Promise<void>) => Promise<void>

/** So many at a time, each as soon as their last one is through. */
function together(writers: number): Pace {
  return async (count, send) => {
    let left = count
    await Promise.all(
      Array.from({ length: writers }, async () => {
        while (left-- > 0) await send()
      }),
    )
  }
}

/** So many a second, however long each takes. */
function evenly(perSecond: number): Pace {
  return async (count, send) => {
    const started = performance.now()
    const sent = Array.from({ length: count }, async (_, at) => {
      await pause(Math.max(0, started + (at * 1000) / perSecond - performance.now()))
      await send()
    })
    await Promise.all(sent)
  }
}

interface Writing {
  topics: string[]
  count: number
  pace: Pace
  readers: Readers
}

async function write(
  site: Site,
  people: SeededMember[],
  { topics, count, pace, readers }: Writing,
): Promise<void> {
  const visitor = new Visitor(site.url)
  await pace(count, async () => {
    const number = ++written
    const { token, formToken } = people[number % people.length] ?? { token: '', formToken: '' }
    const body = new URLSearchParams({
      _token: maskToken(formToken),
      once: randomUUID(),
      body: `mark-${number} one day, then the next.`,
    })
    readers.sent(`mark-${number}`)
    const answer = await visitor.send(`${topics[number % topics.length]}/replies`, {
      method: 'POST',
      headers: {
        cookie: `newleaf=${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: body.toString(),
    })
    readers.taken(`mark-${number}`)
    if (answer.status !== 303) throw new Error(`A reply was answered ${answer.status}.`)
  })
  visitor.leave()
}

/** The same page, kept, from the site and from a server that does nothing else. */
async function besideBare(
  site: Site,
  topic: string,
  folder: string,
  headers: Record<string, string>,
): Promise<void> {
  const visitor = new Visitor(site.url)
  const page = await visitor.get(topic, { headers })
  visitor.leave()
  const bare = await startBare(join(folder, 'answers.json'), { topic: page })
  const load = (url: string, path: string) => ({
    url,
    connections: 10,
    seconds: 2.5,
    requests: [{ path, headers }],
    expect: 200,
  })
  const theirs = await measure(load(bare.url, '/topic'), bare.pid)
  const ours = await measure(load(site.url, topic), site.pid)
  bare.stop()
  console.log(
    `A kept topic page ${ours.perSecond.toFixed(0)} a second, the bare server with the same bytes ${theirs.perSecond.toFixed(0)}.`,
  )
}
