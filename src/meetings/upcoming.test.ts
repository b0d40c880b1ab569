import { expect } from 'vitest'
import { test } from '../testing/site.ts'
import { jobs } from './jobs.ts'
import { listMeetingsOfGroup, listUpcoming, timesForFit } from './store.ts'
import { bringIn } from './testing/town.store.ts'

const hall = {
  location: 'Hall',
  formatted_address: '1 Quay St, Cork, T12, Ireland',
  latitude: 51.9,
  longitude: -8.47,
}

test('a group’s week is told with its places, and a monthly walk does not look quiet', async ({ site }) => {
  const { db } = site
  await bringIn(
    db,
    site.now(),
    { name: 'Tea', group: 'Tea', ...hall },
    { name: 'Walk, 3rd Saturdays', day: 6, group: 'Walk', ...hall },
    { name: 'By word', day: undefined, time: undefined, group: 'Word', ...hall },
  )
  const [tea, walk, ...more] = await timesForFit(db, site.now())
  expect(more).toEqual([])
  expect(String(tea?.nextAt)).toBe('2026-11-23T19:00:00Z')
  expect(tea?.starts).toMatchObject([{ online: false, inPerson: true, lat: 51.9, lng: -8.47 }])
  expect(String(walk?.nextAt)).toBe('2026-12-19T19:00:00Z')
  expect(walk?.starts).toEqual([])
})

test('what comes up is narrowed to hours and groups', async ({ site }) => {
  const { db } = site
  const now = site.now()
  await bringIn(
    db,
    now,
    { name: 'Tonight', day: 0, group: 'A', ...hall },
    { name: 'Tomorrow', group: 'B', ...hall },
  )
  const names = async (asked: object) =>
    (await listUpcoming(db, { now, limit: 10, ...asked })).map((each) => each.name)
  expect(await names({ hours: 12 })).toEqual(['Tonight'])
  expect(await names({ hours: 48 })).toEqual(['Tonight', 'Tomorrow'])
  const [later] = await db<{ id: string }[]>`select id from groups where name = 'B'`
  expect(await names({ hours: 48, groupIds: [later?.id ?? ''] })).toEqual(['Tomorrow'])
  expect(await names({ groupIds: [] })).toEqual([])
  expect(await listMeetingsOfGroup(db, later?.id ?? '', now)).toMatchObject([{ name: 'Tomorrow' }])
})

test('a list of what starts soon leaves out what is half over', async ({ site }) => {
  const { db } = site
  await bringIn(db, site.now(), { name: 'Tea', day: 0, time: '19:00', group: 'Tea', ...hall })
  const namesAt = async (at: string) =>
    (await listUpcoming(db, { now: Temporal.Instant.from(at), hours: 12, stillToJoin: true, limit: 10 })).map(
      (each) => each.name,
    )
  expect(await namesAt('2026-11-22T19:15:00Z')).toEqual(['Tea'])
  expect(await namesAt('2026-11-22T19:25:00Z')).toEqual([])
})

test('the window moves on with the days, and what is over is dropped', async ({ site }) => {
  const { db } = site
  await bringIn(db, site.now(), { name: 'Tonight', ...hall })
  site.setNow('2026-12-20T12:00:00Z')
  const [moveWindow] = jobs
  site.sent.push({ job: moveWindow as never, data: {} })
  await site.runJobs()
  const starts = (
    await db<{ startsAt: Temporal.Instant }[]>`select starts_at from meeting_times order by 1`
  ).map((row) => String(row.startsAt))
  expect(starts[0]).toBe('2026-12-21T19:00:00Z')
  expect(starts.at(-1)).toBe('2027-01-18T19:00:00Z')
})
