import { describe, expect } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { test } from '../../testing/site.ts'
import { haveRealFeeds, realFeed } from '../testing/realFeeds.ts'
import { importText } from './import.ts'
import { getImport, type Import } from './store.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const base = {
  day: 1,
  time: '19:00',
  timezone: 'Europe/Dublin',
  location: 'Library',
  formatted_address: '1 Main St, Cork, T12 AB34, Ireland',
  latitude: 51.898,
  longitude: -8.4706,
}

async function bring(db: Database, name: string, records: object[], more: object = {}): Promise<Import> {
  const draft = { name, address: undefined, zone: undefined, kind: undefined }
  const text = JSON.stringify(records.map((record) => ({ ...base, ...record })))
  return getImport(db, await importText(db, draft, { source: name, text }, { now, ...more }))
}

interface Row {
  id: string
  name: string
  status: string
  time: string
  sources: number
}

function meetings(db: Database): Promise<Row[]> {
  return db<Row[]>`select id, name, status, time,
      (select count(*)::int from meeting_sources where meeting_id = meetings.id and gone_at is null) as sources
    from meetings order by id`
}

const list = Array.from({ length: 8 }, (_, index) => ({
  slug: `old-${index}`,
  name: `Quiet Room ${index}`,
  latitude: 51.8 + index / 100,
}))

describe('a list that gives its meetings new ids', () => {
  test('keeps them when it renames every one', async ({ site: { db } }) => {
    await bring(db, 'List', list)
    const before = await meetings(db)
    const renamed = list.map((each, index) => ({ ...each, slug: `new-${index}` }))
    expect(await bring(db, 'List', renamed)).toMatchObject({ added: 0, gone: 0, same: 8, renamed: 8 })
    expect(await meetings(db)).toEqual(before)
    expect(await bring(db, 'List', renamed)).toMatchObject({ added: 0, gone: 0, same: 8, renamed: 0 })
  })

  test('keeps one that it also moved to another hour', async ({ site: { db } }) => {
    await bring(db, 'List', list)
    const before = await meetings(db)
    const renamed = list.map((each, index) => ({
      ...each,
      slug: `new-${index}`,
      ...(index === 3 ? { time: '20:00' } : {}),
    }))
    expect(await bring(db, 'List', renamed)).toMatchObject({ added: 0, changed: 1, gone: 0, same: 7 })
    const after = await meetings(db)
    expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id))
    expect(after[3]?.time).toBe('20:00')
  })

  test('with one new id among many counts it as the list does, and keeps the meeting', async ({
    site: { db },
  }) => {
    await bring(db, 'List', list)
    const before = await meetings(db)
    const renamed = list.map((each, index) => (index === 2 ? { ...each, slug: 'another' } : each))
    expect(await bring(db, 'List', renamed)).toMatchObject({ added: 1, gone: 1, same: 7, renamed: 1 })
    expect(await meetings(db)).toEqual(before)
    // And back again, as lists do.
    await bring(db, 'List', list)
    expect(await meetings(db)).toEqual(before)
  })
})

describe('two lists with the same meeting', () => {
  const harbour = { slug: 'h', name: 'Harbour Lights' }

  test('have one meeting with two sources, which stays until both have dropped it', async ({
    site: { db },
  }) => {
    const other = { slug: 'x', name: 'Other', day: 3 }
    await bring(db, 'City', [harbour, other])
    const joined = await bring(db, 'Country', [
      { ...harbour, slug: 77, name: 'Harbour Lights Group' },
      { ...other, slug: 78, name: 'Third' },
    ])
    expect(joined).toMatchObject({ added: 2, joined: 1 })
    expect(await meetings(db)).toMatchObject([
      { name: 'Harbour Lights', sources: 2 },
      { name: 'Other', sources: 1 },
      { name: 'Third', sources: 1 },
    ])
    await bring(db, 'City', [other])
    // The second list speaks for it now.
    expect((await meetings(db))[0]).toMatchObject({
      name: 'Harbour Lights Group',
      status: 'running',
      sources: 1,
    })
    await bring(db, 'Country', [{ ...other, slug: 78, name: 'Third' }])
    expect((await meetings(db))[0]).toMatchObject({ status: 'ended', sources: 0 })
    await bring(db, 'Country', [
      { ...harbour, slug: 77 },
      { ...other, slug: 78, name: 'Third' },
    ])
    expect((await meetings(db))[0]).toMatchObject({ status: 'running', sources: 1 })
  })

  test('are both named on its page, each with its own page of it', async ({ site }) => {
    const { db } = site
    await bring(db, 'City', [{ ...harbour, url: 'https://city.example/h' }])
    const [only] = await meetings(db)
    const page = async () => (await site.get(`/meetings/${only?.id}`)).text()
    expect(await page()).toContain('This meeting at its own site')
    await bring(db, 'Country', [{ ...harbour, url: 'https://country.example/77' }])
    const both = await page()
    expect(both).toMatch(/From the list “City”.*The list “Country” tells of it too/s)
    for (const url of ['https://city.example/h', 'https://country.example/77'])
      expect(both).toContain(`href="${url}" rel="noreferrer nofollow"`)
    expect(both).toContain('This meeting at its own site, by “Country”')
  })

  test('the one that had it first speaks, until the other tells of another meeting', async ({
    site: { db },
  }) => {
    await bring(db, 'City', [harbour])
    await bring(db, 'Country', [{ ...harbour, notes: 'Ring twice.' }])
    await bring(db, 'City', [{ ...harbour, time: '19:30' }])
    expect(await meetings(db)).toMatchObject([{ time: '19:30', sources: 2 }])
    await bring(db, 'Country', [{ ...harbour, day: 5 }])
    expect(await meetings(db)).toMatchObject([
      { time: '19:30', sources: 1 },
      { time: '19:00', sources: 1 },
    ])
  })

  test('are kept apart when the hour, the place, the name or the fellowship differs', async ({
    site: { db },
  }) => {
    await bring(db, 'City', [harbour])
    const apart = [
      { ...harbour, slug: 'a', time: '19:15' },
      { ...harbour, slug: 'b', latitude: 51.91, formatted_address: '9 Hill St, Cork, T12 XY99, Ireland' },
      { ...harbour, slug: 'c', name: 'Women in Recovery' },
    ]
    expect(await bring(db, 'Country', apart)).toMatchObject({ added: 3, joined: 0 })
    expect(await meetings(db)).toHaveLength(4)
  })

  test('an online meeting is one by its link, whatever zone each list tells it in', async ({
    site: { db },
  }) => {
    const online = {
      location: undefined,
      formatted_address: undefined,
      latitude: undefined,
      longitude: undefined,
    }
    await bring(db, 'East', [
      {
        ...online,
        slug: 'a',
        name: 'Night Owls',
        time: '20:00',
        timezone: 'America/New_York',
        conference_url: 'https://zoom.us/j/1234567890?pwd=a',
      },
    ])
    const joined = await bring(db, 'Central', [
      {
        ...online,
        slug: 'b',
        name: 'Night Owls',
        time: '19:00',
        timezone: 'America/Chicago',
        conference_url: 'https://us02web.zoom.us/j/1234567890',
      },
    ])
    expect(joined).toMatchObject({ joined: 1 })
  })
})

describe.skipIf(!haveRealFeeds)('three snapshots of one real list', () => {
  test('in order give the measured additions and removals, and no meeting twice', {
    timeout: 240_000,
  }, async ({ site: { db } }) => {
    const draft = { name: 'sepia', address: undefined, zone: undefined, kind: undefined }
    const take = async (name: string, anySize = true) =>
      getImport(db, await importText(db, draft, { source: name, text: realFeed(name) }, { now, anySize }))
    expect(await take('mg-philadelphia-sepia-1928-v0.json')).toMatchObject({ added: 1928 })
    expect(await take('mg-philadelphia-sepia-2098.json', false)).toMatchObject({
      status: 'held',
      heldFor: 'large',
      added: 341,
      gone: 171,
    })
    expect(await take('mg-philadelphia-sepia-2098.json')).toMatchObject({ added: 341, gone: 171 })
    expect(await take('mg-philadelphia-sepia-2038-v2.json')).toMatchObject({ added: 115, gone: 175 })
    expect(await take('mg-philadelphia-sepia-2038-v2.json')).toMatchObject({
      added: 0,
      changed: 0,
      gone: 0,
      same: 2038,
    })
    const [running] = await db<
      { running: number }[]
    >`select count(*)::int as running from meetings where status <> 'ended'`
    expect(running?.running).toBe(2038)
  })
})
