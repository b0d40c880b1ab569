import { describe, expect, test as plain } from 'vitest'
import type { Sql } from '../../platform/database/index.ts'
import { openLog } from '../../platform/log.ts'
import { newOnce, postReply, read } from '../../testing/posting.ts'
import { type Site, test } from '../../testing/site.ts'
import { openCheckIns } from './jobs.ts'
import { morningIn } from './morning.rules.ts'

const run = (site: Site) =>
  openCheckIns.run(
    // A job's own pool is this test's transaction.
    {
      db: site.db as Sql,
      config: site.config,
      now: site.now(),
      log: openLog('silent'),
      send: async () => {},
    },
    {},
  )

const threads = async (site: Site) =>
  (
    await site.db<{ id: string; checkInOn: Temporal.PlainDate }[]>`
    select id, check_in_on from topics where kind = 'check_in' order by id`
  ).map((row) => ({
    path: `/forum/${row.id}`,
    on: row.checkInOn.toString(),
  }))

describe('the thread of the morning', () => {
  test('is opened once a day where it is morning, however often and wherever the job runs', async ({
    site,
  }) => {
    await site.db`update spaces set zone = 'America/Los_Angeles' where slug = 'newcomers'`
    site.setNow('2026-11-22T12:45:00Z')
    await run(site)
    expect(await threads(site)).toEqual([])
    site.setNow('2026-11-22T13:00:00Z')
    await run(site)
    await run(site)
    expect((await threads(site)).map(({ on }) => on)).toEqual(['2026-11-22'])
    site.setNow('2026-11-23T13:15:00Z')
    await run(site)
    expect((await threads(site)).map(({ on }) => on)).toEqual(['2026-11-22', '2026-11-23'])
  })

  test('is named after its day, belongs to nobody, and takes answers', async ({ site }) => {
    const wren = await site.member('wren')
    await run(site)
    const [thread] = await threads(site)
    const path = thread?.path ?? ''
    const page = await read(site, path)
    expect(page).toContain('How are you today? Sunday, November 22')
    expect(page).not.toContain('a former member')
    expect(await read(site, '/forum/spaces/newcomers')).toContain('How are you today? Sunday, November 22')
    expect(page).not.toContain('Waiting')
    await postReply(site, wren, path, 'Slept four hours.')
    expect(await read(site, path)).toContain('Slept four hours.')
  })

  test('is not opened in a space at rest, nor is one made by a form', async ({ site }) => {
    await site.db`update spaces set retired_at = ${site.now()} where slug = 'newcomers'`
    await run(site)
    expect(await threads(site)).toEqual([])
    const fields = { title: 'Mine', body: 'Mine', kind: 'check_in', once: newOnce() }
    expect((await site.post('/forum/new', fields, { as: await site.member('wren') })).status).toBe(422)
  })
})

describe('morning', () => {
  plain('begins at five, also on the days on which the clock changes', () => {
    const at = (text: string, zone: string) => morningIn(zone, Temporal.Instant.from(text))?.toString()
    expect(at('2026-11-22T04:59:00Z', 'UTC')).toBeUndefined()
    expect(at('2026-11-22T05:00:00Z', 'UTC')).toBe('2026-11-22')
    expect(at('2026-11-21T23:30:00Z', 'Asia/Kathmandu')).toBe('2026-11-22')
    expect(at('2026-03-08T12:00:00Z', 'America/New_York')).toBe('2026-03-08')
    expect(at('2026-03-29T02:59:00Z', 'Europe/Berlin')).toBeUndefined()
    expect(at('2026-03-29T03:00:00Z', 'Europe/Berlin')).toBe('2026-03-29')
  })
})
