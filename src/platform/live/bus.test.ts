import { expect, inject, test, vi } from 'vitest'
import { readConfig } from '../../config.ts'
import { connect, transaction } from '../database/index.ts'
import { openLog } from '../log.ts'
import { PageCache } from '../pageCache.ts'
import { slice } from '../web.ts'
import { Bus, type LiveEvent, type Message } from './index.ts'

const log = openLog('silent')

async function twoNodes() {
  const db = connect(inject('databaseUrl'), { connections: 4 })
  const nodes = await Promise.all(
    [0, 1].map(async () => {
      const pages = new PageCache()
      const bus = new Bus()
      await bus.open(db, pages, log)
      return { bus, pages }
    }),
  )
  return { db, one: nodes[0] ?? never(), two: nodes[1] ?? never() }
}

function never(): never {
  throw new Error('There are two nodes.')
}

test('what a transaction announces reaches every node, and only when it commits', async () => {
  const { db, one, two } = await twoNodes()
  const heard: [string, Message][] = []
  one.bus.on('topic:1', (message) => heard.push(['one', message]))
  two.bus.on('topic:1', (message) => heard.push(['two', message]))
  await transaction(db, async (tx) => {
    tx.announce('topic:1', { reply: '7' })
    throw new Error('no')
  }).catch(() => {})
  await transaction(db, async (tx) => tx.announce('topic:1', { reply: '8' }))
  await expect.poll(() => heard.length).toBe(2)
  expect(heard.map(([, message]) => message)).toEqual([{ reply: '8' }, { reply: '8' }])
  await one.bus.close()
  await two.bus.close()
  await db.end()
})

test('a committed change drops the cached page on every node', async () => {
  const { db, one, two } = await twoNodes()
  for (const { pages } of [one, two])
    pages.keepPage('key', pages.ticket(['topic:1']), {
      headers: [],
      body: Buffer.from('x'),
      encoding: 'identity',
      reads: 0,
    })
  await transaction(db, async (tx) => tx.changed('topic:1'))
  expect(one.pages.findPage('key', 0)).toBeUndefined()
  await expect.poll(() => two.pages.findPage('key', 0)).toBeUndefined()
  await one.bus.close()
  await two.bus.close()
  await db.end()
})

test('an announcement too long for PostgreSQL fails the transaction with a sentence', async () => {
  const db = connect(inject('databaseUrl'), { connections: 1 })
  const attempt = transaction(db, async (tx) => tx.announce('topic:1', { text: 'x'.repeat(9000) }))
  await expect(attempt).rejects.toThrow(/too long/)
  await db.end()
})

function listenTo(
  bus: Bus,
  first: LiveEvent[] | Promise<LiveEvent[]> = [],
  draw: (message: Message) => Promise<LiveEvent | undefined> = async () => undefined,
) {
  const app = slice()
  app.get('/', (c) => {
    c.set('config', readConfig({}))
    c.set('now', Temporal.Instant.from('2026-11-22T12:00:00Z'))
    return bus.stream(c, 'topic:1', draw, async () => first)
  })
  app.onError((error, c) => c.text(error.message, 429))
  return app.request('/')
}

test('somebody who opens more streams than a network may is refused until one is closed', async () => {
  const bus = new Bus({ ofNetwork: 2, all: 10 })
  const open = [await listenTo(bus), await listenTo(bus)]
  expect((await listenTo(bus)).status).toBe(429)
  await open[0]?.body?.cancel()
  expect((await listenTo(bus)).status).toBe(200)
  expect((await listenTo(bus)).status).toBe(429)
  bus.closeStreams()
  expect((await listenTo(bus)).status).toBe(200)
  bus.closeStreams()
})

test('one node holds no more streams than it can', async () => {
  const bus = new Bus({ ofNetwork: 10, all: 1 })
  expect((await listenTo(bus)).status).toBe(200)
  expect((await listenTo(bus)).status).toBe(429)
  bus.closeStreams()
})

test('a browser that reads nothing is given up before it fills the memory', async () => {
  const event = { event: 'reply', data: 'x'.repeat(100_000) }
  const answer = await listenTo(new Bus(), Array<LiveEvent>(60).fill(event))
  await new Promise((after) => setTimeout(after))
  const kept = await answer.text()
  expect(kept.length).toBeGreaterThan(1_000_000)
  expect(kept.length).toBeLessThan(1_300_000)
})

test('a line on which nobody writes says something twice a minute, as long as somebody listens', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const bus = new Bus()
    const answer = await listenTo(bus)
    vi.advanceTimersByTime(60_000)
    bus.closeStreams()
    expect((await answer.text()).match(/: still here\n\n/g)?.length).toBe(2)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('what cannot be drawn while a stream is still opening ends that stream, and nothing else', async () => {
  const { db, one, two } = await twoNodes()
  const first = Promise.withResolvers<LiveEvent[]>()
  let asked = 0
  const answer = await listenTo(one.bus, first.promise, async () => {
    asked++
    throw new Error('the database is gone')
  })
  await transaction(db, async (tx) => tx.announce('topic:1', { reply: '8' }))
  await expect.poll(() => asked).toBe(1)
  // A fault that nobody waits for would end the whole site in this moment.
  await new Promise((after) => setTimeout(after))
  first.resolve([])
  expect(await answer.text()).toBe('')
  await one.bus.close()
  await two.bus.close()
  await db.end()
})
