import { createHash, randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { test as base } from 'vitest'
import { handleKeys } from '../account/index.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Assets } from '../platform/assets.ts'
import type { Config } from '../platform/config.ts'
import type { Database, Sql } from '../platform/database/index.ts'
import type { Job, Jobs } from '../platform/jobs.ts'
import { memoryLimits } from '../platform/limits.ts'
import { Bus } from '../platform/live/index.ts'
import { openLog } from '../platform/log.ts'
import { PageCache } from '../platform/pageCache.ts'
import { maskToken } from '../platform/sessions.ts'
import type { Env } from '../platform/web.ts'
import { inRollback, openTestDatabase } from './database.ts'

export interface TestMember {
  id: string
  handle: string
  cookie: string
  formToken: string
}

type Fields = Record<string, string | string[] | Blob>
interface Sending {
  as?: TestMember
  headers?: Record<string, string>
}

interface MemberIs {
  role?: string
  zone?: string
  lastDoseOn?: string
  showsDay?: boolean
  /** With the limits of somebody who has just come; others are known to the operator. */
  isNew?: boolean
}

/** The whole site in this process, on a real PostgreSQL, in a transaction that is rolled back. */
export interface Site {
  app: Hono<Env>
  db: Database
  live: Bus
  pages: PageCache
  config: Config
  /** Jobs that were sent and wait to be run by the test. */
  sent: { job: Job; data: object }[]
  runJobs(): Promise<void>
  /** Changes what the site takes for now. */
  setNow(at: string): void
  now(): Temporal.Instant
  member(handle: string, more?: MemberIs): Promise<TestMember>
  get(path: string, sending?: Sending): Promise<Response>
  post(path: string, fields: Fields, sending?: Sending): Promise<Response>
}

/** Without a build there are no fingerprints: names stand for themselves. */
const assets: Assets = {
  url: (name) => `/assets/${name}`,
  has: () => true,
  names: () => [],
  read: () => undefined,
  build: '',
}

let pool: Promise<Sql> | undefined

/** `test('…', async ({ site }) => …)` */
export const test = base.extend<{ site: Site }>({
  // Vitest reads what the fixture needs from this pattern: nothing.
  site: async ({}, use) => {
    pool ??= openTestDatabase()
    await inRollback(await pool, async (db) => use(openSite(db)))
  },
})

/** @param searchDb lines of their own for searches: without them, those of everything else */
export function openSite(db: Database, settings: Record<string, string> = {}, searchDb = db): Site {
  const config = readConfig({ LOG_LEVEL: 'error', CONTACT_KEY: '07'.repeat(32), ...settings })
  const log = openLog(config.logLevel)
  let clock = Temporal.Instant.from('2026-11-22T12:00:00Z')
  const sent: { job: Job; data: object }[] = []
  const live = new Bus()
  const pages = new PageCache()
  const jobs: Jobs = {
    send: async (job, data) => {
      sent.push({ job: job as unknown as Job, data })
    },
  }
  const app = createApp({
    db,
    searchDb,
    config,
    live,
    pages,
    jobs,
    limits: memoryLimits(),
    log,
    assets,
    now: () => clock,
  })
  const request = async (method: string, path: string, body: BodyInit | undefined, sending: Sending = {}) =>
    await app.request(`http://localhost${path}`, {
      method,
      headers: {
        host: 'localhost',
        ...(method === 'GET' ? {} : { origin: 'http://localhost' }),
        ...(sending.as ? { cookie: sending.as.cookie } : {}),
        ...sending.headers,
      },
      ...(body === undefined ? {} : { body }),
    })
  return {
    app,
    db,
    live,
    pages,
    config,
    sent,
    runJobs: async () => {
      // A job's own pool is this test's transaction.
      for (const { job, data } of sent.splice(0))
        await job.run({ db: db as Sql, config, now: clock, log, send: jobs.send }, data)
    },
    setNow: (at) => {
      clock = Temporal.Instant.from(at)
    },
    now: () => clock,
    member: (handle, more = {}) => addTestMember(db, clock, handle, more),
    get: (path, sending) => request('GET', path, undefined, sending),
    post: (path, fields, sending) => {
      const form = new FormData()
      if (sending?.as) form.append('_token', maskToken(sending.as.formToken))
      for (const [name, value] of Object.entries(fields))
        for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
      return request('POST', path, form, sending)
    },
  }
}

/** Argon2 of "lantern cedar morning thimble", made quickly: a wrong passphrase needs something to be compared with. */
const passphraseHash =
  '$argon2id$v=19$m=1024,t=1,p=1$9L+An3fbxp7YBk0lg1XQvA$8GKVPp99a8d13UfbVor1/64lCVZHw0iGg1UEgAsUq8w'

async function addTestMember(
  db: Database,
  at: Temporal.Instant,
  handle: string,
  more: MemberIs,
): Promise<TestMember> {
  const token = randomBytes(32).toString('base64url')
  const formToken = randomBytes(32).toString('base64url')
  const [row] = await db<{ id: string }[]>`
    insert into members ${db({
      handle,
      handleKey: handleKeys(handle)[0] ?? handle,
      passphraseHash,
      recoveryHash: 'nobody recovers with this',
      role: more.role ?? 'member',
      zone: more.zone ?? null,
      lastDoseOn: more.lastDoseOn ?? null,
      showsDay: more.showsDay ?? false,
      createdAt: at.toString(),
      roleSince: at.toString(),
      vouchedAt: more.isNew ? null : at.toString(),
    })} returning id`
  if (!row) throw new Error('The test member was not added.')
  await db`
    insert into sessions ${db({
      tokenHash: createHash('sha256').update(token).digest(),
      memberId: row.id,
      formToken,
      label: 'test',
      createdAt: at.toString(),
      lastSeenAt: at.toString(),
      expiresAt: at.add({ hours: 24 * 90 }).toString(),
      shared: false,
    })}`
  return { id: row.id, handle, cookie: `newleaf=${token}`, formToken }
}
