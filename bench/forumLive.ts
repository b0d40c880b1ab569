import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
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
const crowdsOfWriters = [10, 40]
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
  await write(site, people, { topics, count: warmingUp, writers: 20, readers: new Readers(site.url) })
  await untilQuiet(site.pid)
  for (const writers of crowdsOfWriters) await writeAndRead(site, people, topics, writers)
  await gather(site, people, topics[0] ?? '')
  await besideBare(site, topics[0] ?? '', folder, headers)
}

async function writeAndRead(
  site: Site,
  people: SeededMember[],
  topics: string[],
  writers: number,
): Promise<void> {
  const readers = new Readers(site.url)
  await readers.come(liveReaders, (reader) => topics[reader % topics.length] ?? '')
  const started = performance.now()
  await write(site, people, { topics, count: replies, writers, readers })
  const seconds = (performance.now() - started) / 1000
  await new Promise((resolve) => setTimeout(resolve, 500))
  readers.leave()
  const delays = readers.delays()
  const expected = (replies * liveReaders) / liveTopics
  console.log(
    `\n${(replies / seconds).toFixed(0)} replies a second, durable, by ${writers} people at a time, with ${liveReaders} live readers; arrived ${delays.length} of ${expected}, from sending to arrival p50 ${quantile(delays, 0.5).toFixed(1)} ms, p99 ${quantile(delays, 0.99).toFixed(1)} ms; from being taken to arrival p99 ${quantile(readers.delaysSinceTaken(), 0.99).toFixed(1)} ms`,
  )
}

/** Five thousand people read one conversation. */
async function gather(site: Site, people: SeededMember[], topic: string): Promise<void> {
  if (addressOf(0) === undefined)
    return console.log('The crowd of readers needs Linux: elsewhere one machine is one network.')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const before = memoryMb(site.pid)
  const readers = new Readers(site.url)
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryMb(site.pid) ?? 0)
  }, 250)
  await readers.come(crowd, () => topic)
  // What they asked with is gone by then; the lines stand.
  await new Promise((resolve) => setTimeout(resolve, settledMs))
  clearInterval(watch)
  const after = memoryMb(site.pid)
  await write(site, people, { topics: [topic], count: crowdReplies, writers: 1, readers })
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  readers.leave()
  const delays = readers.delays()
  console.log(
    `${crowd} live readers of one topic on one node: app ${before?.toFixed(0)} MB before, at most ${most.toFixed(0)} MB while they came, ${after?.toFixed(0)} MB ${settledMs / 1000} s later; ${crowdReplies} replies arrived ${delays.length} of ${crowd * crowdReplies} times, p50 ${quantile(delays, 0.5).toFixed(0)} ms, p99 ${quantile(delays, 0.99).toFixed(0)} ms`,
  )
}

interface Writing {
  topics: string[]
  count: number
  /** So many at a time, each as soon as their last one is through. */
  writers: number
  readers: Readers
}

async function write(
  site: Site,
  people: SeededMember[],
  { topics, count, writers, readers }: Writing,
): Promise<void> {
  let left = count
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const visitor = new Visitor(site.url)
      while (left-- > 0) {
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
      }
      visitor.leave()
    }),
  )
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
