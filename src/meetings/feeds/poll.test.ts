import { createServer, type RequestListener, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { test } from '../../testing/site.ts'
import { listDue } from './poll.store.ts'
import { pollFeed } from './poll.ts'
import { nextPoll } from './schedule.rules.ts'
import { type Feed, getFeed, putFeed } from './store.ts'

const start = Temporal.Instant.from('2026-11-22T12:00:00Z')
const record = {
  slug: 'a',
  name: 'Quiet Room',
  day: 1,
  time: '19:00',
  timezone: 'Europe/Dublin',
  location: 'Library',
}

let server: Server | undefined
afterEach(() => server?.close())

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/feed`
}

async function polled(db: Database, address: string, hours = 6): Promise<string> {
  const feed = await putFeed(db, { name: 'List', address, zone: undefined, kind: undefined })
  await db`update feeds set poll_hours = ${hours}, next_poll_at = ${start} where id = ${feed.id}`
  return feed.id
}

async function poll(db: Database, id: string, at = start, allowPrivate = true): Promise<Feed> {
  await pollFeed(db, id, { now: at, allowPrivate, seconds: 0.5 })
  return getFeed(db, id)
}

async function importsOf(db: Database): Promise<number> {
  return (await db`select 1 from imports`).length
}

describe('a list that is read on a schedule', () => {
  test('is read when it is due, and what has not changed is not sent again', async ({ site: { db } }) => {
    const asked: (string | undefined)[] = []
    const address = await serve((request, response) => {
      asked.push(`${request.headers['if-none-match']} ${request.headers['if-modified-since']}`)
      if (request.headers['if-none-match'] === '"one"') return response.writeHead(304).end()
      response.writeHead(200, { etag: '"one"', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' })
      return response.end(JSON.stringify([record]))
    })
    const id = await polled(db, address)
    expect(await listDue(db, start.subtract({ hours: 1 }))).toEqual([])
    expect(await listDue(db, start)).toEqual([id])
    expect(await poll(db, id)).toMatchObject({ failures: 0, etag: '"one"', workedAt: start })
    expect(await db`select name from meetings`).toEqual([{ name: 'Quiet Room' }])
    // Not due: nobody is asked.
    await poll(db, id)
    const later = start.add({ hours: 6 })
    expect(await poll(db, id, later)).toMatchObject({ workedAt: later })
    expect(asked).toEqual(['undefined undefined', '"one" Sun, 22 Nov 2026 10:00:00 GMT'])
    expect(await importsOf(db)).toBe(1)
  })

  test('leaves no report behind when a server that knows no ETag sends the same again', async ({
    site: { db },
  }) => {
    const address = await serve((_, response) => response.end(JSON.stringify([record])))
    const id = await polled(db, address)
    await poll(db, id)
    await poll(db, id, start.add({ hours: 6 }))
    expect(await importsOf(db)).toBe(1)
  })

  test('is tried more and more seldom while it fails, and says why and since when', async ({
    site: { db },
  }) => {
    let body = '[{"slug":"a","na'
    let status = 200
    const address = await serve((_, response) => response.writeHead(status).end(body))
    const id = await polled(db, address)
    const first = await poll(db, id)
    expect(first).toMatchObject({ failures: 1, failure: 'unreadable.truncated', workedAt: null })
    expect(first.nextPollAt).toEqual(start.add({ hours: 1 }))
    status = 503
    const second = await poll(db, id, start.add({ hours: 1 }))
    expect(second).toMatchObject({ failures: 2, failure: 'unreachable.status', failureDetail: '503' })
    expect(second.nextPollAt).toEqual(start.add({ hours: 3 }))
    status = 200
    body = JSON.stringify([record])
    expect(await poll(db, id, start.add({ hours: 3 }))).toMatchObject({ failures: 0, failure: null })
  })

  test('that was cut to nearly nothing waits, and the same again does not wait twice', async ({
    site: { db },
  }) => {
    const many = Array.from({ length: 10 }, (_, index) => ({
      ...record,
      slug: `m-${index}`,
      name: `Room ${index}`,
    }))
    let records = many
    const address = await serve((_, response) => response.end(JSON.stringify(records)))
    const id = await polled(db, address)
    await poll(db, id)
    records = many.slice(0, 2)
    await poll(db, id, start.add({ hours: 6 }))
    await poll(db, id, start.add({ hours: 12 }))
    expect(await db`select status, held_for from imports order by id`).toEqual([
      { status: 'done', heldFor: null },
      { status: 'held', heldFor: 'shrunk' },
    ])
    expect(await db`select 1 from meetings where status <> 'ended'`).toHaveLength(10)
  })

  test('never leads into the operator’s own network, never ends or bursts, and removes nothing', async ({
    site: { db },
  }) => {
    let answer: 'good' | 'home' | 'bomb' | 'endless' = 'good'
    const address = await serve((_, response) => {
      if (answer === 'good') return response.end(JSON.stringify([record]))
      if (answer === 'home') return response.writeHead(302, { location: 'http://localhost:5432/' }).end()
      if (answer === 'bomb')
        return response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(40 * 1024 * 1024)))
      const more = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(more))
      return response
    })
    const id = await polled(db, address, 1)
    await poll(db, id)
    const reasons: (string | null)[] = []
    for (const [index, kind] of (['bomb', 'endless'] as const).entries()) {
      answer = kind
      reasons.push((await poll(db, id, start.add({ hours: 24 * (index + 1) }))).failure)
    }
    answer = 'home'
    // The first hop is this machine too, so it is already that one which is refused.
    reasons.push((await poll(db, id, start.add({ hours: 96 }), false)).failure)
    expect(reasons).toEqual(['unreachable.size', 'unreachable.time', 'unreachable.private'])
    expect(await db`select 1 from meetings where status <> 'ended'`).toHaveLength(1)
  })
})

test('the next try after failures comes later each time, and at least once a day or as often as usual', () => {
  const hours = (every: number, failures: number) =>
    nextPoll(start, every, failures).since(start).total({ unit: 'hours' })
  expect([1, 2, 3, 4, 5, 6, 40].map((failures) => hours(1, failures))).toEqual([1, 2, 4, 8, 16, 24, 24])
  expect(hours(168, 0)).toBe(168)
  expect(hours(168, 9)).toBe(168)
})
