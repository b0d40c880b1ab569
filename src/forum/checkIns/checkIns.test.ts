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

  test('leaves the lists with the next morning when nobody wrote in it, and stays where it is', async ({
    site,
  }) => {
    const morning = async (day: string) => {
      site.setNow(`${day}T12:00:00Z`)
      await run(site)
      return (await threads(site)).at(-1)?.path ?? ''
    }
    const written = await morning('2026-11-20')
    await postReply(site, await site.member('wren'), written, 'Slept four hours.')
    const empty = await morning('2026-11-21')
    await morning('2026-11-22')
    for (const list of ['/forum', '/forum/spaces/newcomers']) {
      const page = await read(site, list)
      for (const day of ['November 20', 'November 22']) expect(page).toContain(day)
      expect(page).not.toContain('November 21')
    }
    await postReply(site, await site.member('finch'), empty, 'I came late.')
    expect(await read(site, '/forum')).toContain('November 21')
  })

  test('is found by what people say in it, and not by what the house says every day', async ({ site }) => {
    await run(site)
    const [thread] = await threads(site)
    await postReply(site, await site.member('wren'), thread?.path ?? '', 'Slept four hours.')
    const found = async (words: string) =>
      (await read(site, `/forum/search?q=${words}`)).includes('class="found-post"')
    expect(await found('slept')).toBe(true)
    const page = await read(site, thread?.path ?? '')
    for (const words of ['One line is enough', 'Reading along is welcome too']) expect(page).toContain(words)
    for (const word of ['enough', 'reading', 'welcome']) expect(await found(word), word).toBe(false)
  })

  test('is not opened in a space at rest, nor is one made by a form', async ({ site }) => {
    await site.db`update spaces set retired_at = ${site.now()} where slug = 'newcomers'`
    await run(site)
    expect(await threads(site)).toEqual([])
    const fields = { title: 'Mine', body: 'Mine', kind: 'check_in', once: newOnce() }
    expect((await site.post('/forum/new', fields, { as: await site.member('wren') })).status).toBe(422)
  })
})

test('the thread of a morning stays in its space: the next one has its own', async ({ site }) => {
  await site.db`update spaces set opens_check_in = true where slug = 'sleep'`
  await run(site)
  const keeper = await site.member('keeper', { role: 'moderator' })
  const paths = (await threads(site)).map(({ path }) => path)
  expect(paths).toHaveLength(2)
  for (const path of paths)
    for (const space of ['sleep', 'newcomers', 'wins']) {
      const answer = await site.post(`${path}/move`, { space }, { as: keeper })
      expect(answer.status).toBe(422)
    }
  await run(site)
  expect(await threads(site)).toHaveLength(2)
})

test('on the 29th of February there is a thread, as on every other day of that week', async ({ site }) => {
  await site.db`update spaces set zone = 'Pacific/Auckland' where slug = 'newcomers'`
  // By the clock there it is 05:00 each time.
  for (const day of ['27', '28', '29']) {
    site.setNow(`2028-02-${day}T16:00:00Z`)
    await run(site)
  }
  expect((await threads(site)).map(({ on }) => on)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  const leapDay = (await threads(site))[1]?.path ?? ''
  expect(await read(site, leapDay)).toContain('How are you today? Tuesday, February 29')
})

describe('when the clock changes', () => {
  const changes = {
    'America/New_York': ['2026-03-07', '2026-10-31'],
    'Europe/Berlin': ['2026-03-28', '2026-10-24'],
    'Australia/Lord_Howe': ['2026-04-04', '2026-10-03'],
    // Here the day itself begins at one o’clock.
    'Africa/Cairo': ['2026-04-23', '2026-10-29'],
  }
  for (const [zone, days] of Object.entries(changes))
    for (const before of days)
      plain(`in ${zone} after ${before} there is one thread a day, at five`, () => {
        const first = Temporal.PlainDate.from(before)
        const start = first.toZonedDateTime(zone)
        const opened: { on: string; at: string }[] = []
        for (let quarter = 0; quarter < 3 * 96; quarter++) {
          const now = start.toInstant().add({ minutes: quarter * 15 })
          const due = morningIn(zone, now)
          if (due?.toString() === opened.at(-1)?.on) continue
          if (due)
            opened.push({ on: due.toString(), at: now.toZonedDateTimeISO(zone).toPlainTime().toString() })
        }
        expect(opened).toEqual(
          [0, 1, 2].map((days) => ({ on: first.add({ days }).toString(), at: '05:00:00' })),
        )
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
