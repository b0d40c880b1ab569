import { expect } from 'vitest'
import { type Site, test } from '../../../testing/site.ts'
import { typeCodes } from '../../index.ts'
import { addGroupHere, addMeetingOf, somethingChanged } from '../testing/village.store.ts'
import type { GuideRecord } from './record.rules.ts'

async function list(site: Site, path = '/feeds/meetings.json'): Promise<GuideRecord[]> {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as GuideRecord[]
}

/** What the client that most sites use does with a record: each of these costs the meeting, or shows it wrongly. */
function expectTaken(records: GuideRecord[]): void {
  const seen = new Set<string>()
  for (const record of records) {
    expect(record.slug).toMatch(/^[a-z0-9-]{1,64}$/)
    expect(seen.has(record.slug)).toBe(false)
    seen.add(record.slug)
    expect(record.name.length).toBeGreaterThan(0)
    expect([0, 1, 2, 3, 4, 5, 6]).toContain(record.day)
    expect(record.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    expect(record.end_time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    expect(record.timezone).toMatch(/^[A-Z][A-Za-z_]+(\/[A-Za-z_]+)*$/)
    expect(record.formatted_address).not.toBe('')
    expect(['yes', 'no']).toContain(record.approximate)
    expect(record.updated).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    for (const type of record.types ?? []) expect(typeCodes).toContain(type)
    expect(Object.values(record)).not.toContain(null)
    expect(Object.values(record)).not.toContain('')
    expect([record.entity, record.entity_url, record.entity_website_url].every(Boolean)).toBe(true)
    if (record.latitude !== undefined) expect(record.approximate).toBe('no')
    if (record.conference_phone) expect(record.conference_phone).toMatch(/^[\d+,*#]{10,}$/)
  }
}

test('a meeting on two days is two records, and Sunday is nought', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  const id = await addMeetingOf(site, group, { recurrence: { every: 'week', interval: 1, days: [7, 3] } })
  const records = await list(site)
  expectTaken(records)
  expect(records.map(({ slug, day }) => `${slug} ${day}`)).toEqual([`meeting-${id} 3`, `meeting-${id}-2 0`])
})

test('a record keeps its name when the meeting moves to another day and gets one more', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  const id = await addMeetingOf(site, group, { recurrence: { every: 'week', interval: 1, days: [4] } })
  const daysNow = async () =>
    (await list(site)).map(({ slug, day }) => `${slug.replace(`meeting-${id}`, '#')} ${day}`)
  const setDays = async (days: number[]) => {
    const rule = site.db.json({ every: 'week', interval: 1, days })
    await site.db`update meetings set recurrence = ${rule} where id = ${id}`
    await somethingChanged(site)
  }
  expect(await daysNow()).toEqual(['# 4'])
  await setDays([5])
  expect(await daysNow()).toEqual(['# 5'])
  await setDays([1, 5])
  expect(await daysNow()).toEqual(['# 5', '#-2 1'])
  await setDays([1])
  expect(await daysNow()).toEqual(['#-2 1'])
  await setDays([1, 3])
  expect(await daysNow()).toEqual(['# 3', '#-2 1'])
})

test('what is not every week is left out and counted, not passed off as weekly', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  await addMeetingOf(site, group, { name: 'Walk', recurrence: { every: 'month', weeks: [-1], day: 7 } })
  await addMeetingOf(site, group, { name: 'Other', recurrence: { every: 'week', interval: 2, days: [1] } })
  await addMeetingOf(site, group, { name: 'Feast', recurrence: { every: 'once', date: '2026-12-24' } })
  await addMeetingOf(site, group, {
    name: 'Call us',
    recurrence: null,
    time: null,
    zone: null,
    status: 'by_appointment',
  })
  await addMeetingOf(site, group, { name: 'Resting', status: 'paused' })
  const week = { every: 'week', interval: 1, days: [2] }
  await addMeetingOf(site, group, { name: 'In spring', recurrence: { ...week, begins: '2027-03-01' } })
  await addMeetingOf(site, group, { name: 'Over', recurrence: { ...week, until: '2026-11-10' } })
  await addMeetingOf(site, group, { name: 'Gone', status: 'ended' })
  await addMeetingOf(site, group)
  const answer = await site.get('/feeds/meetings.json')
  expect(answer.headers.get('newleaf-meetings')).toBe('1')
  expect(answer.headers.get('newleaf-left-out')).toBe('7')
  expect(((await answer.json()) as GuideRecord[]).map(({ name }) => name)).toEqual(['Evening tea'])
})

test('a site without a meeting publishes a list that is empty and right', async ({ site }) => {
  expect(await list(site)).toEqual([])
})

test('a door has coordinates, the middle of a town has none, and an online meeting is nowhere', async ({
  site,
}) => {
  const group = await addGroupHere(site, 'Harbour')
  const [feed] = await site.db<
    { id: string }[]
  >`insert into feeds (name) values ('Harbour list') returning id`
  const place = { inPerson: true, latitude: 51.8981234, longitude: -8.4706, town: 'Cork' }
  await addMeetingOf(site, group, {
    name: 'Hall',
    ...place,
    address: '1 Quay, Cork, Ireland',
    feedId: feed?.id,
  })
  await addMeetingOf(site, group, { name: 'Somewhere', ...place })
  await addMeetingOf(site, group, { name: 'Room', ...place, placeName: 'Library' })
  await addMeetingOf(site, group, { name: 'Screen', latitude: 51.9, longitude: -8.5, types: ['X', 'O'] })
  const records = await list(site)
  expectTaken(records)
  expect(records[0]).toMatchObject({
    latitude: 51.89812,
    approximate: 'no',
    notes: 'From the list of Harbour list.',
  })
  expect(records[1]).toMatchObject({ formatted_address: 'Cork', approximate: 'yes' })
  expect(records[1]).not.toHaveProperty('latitude')
  expect(records[2]).toMatchObject({ formatted_address: 'Library, Cork', approximate: 'no' })
  expect(records[3]).toMatchObject({ formatted_address: 'Online', regions: ['Online'], types: ['O'] })
  expect(records[3]).not.toHaveProperty('latitude')
})

test('a meeting past midnight and one that never closes end at a time of the clock', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  await addMeetingOf(site, group, { time: '23:30', minutes: 90 })
  await addMeetingOf(site, group, { time: '00:00', minutes: 1440 })
  expect((await list(site)).map(({ end_time }) => end_time)).toEqual(['01:00', '23:59'])
})

test('emoji, right-to-left names and line breaks arrive as they were written', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  const name = 'לילה טוב 🌿 "quoted" </script>'
  await addMeetingOf(site, group, { name, notes: 'One\nTwo' })
  expect((await list(site))[0]).toMatchObject({ name, notes: 'One\nTwo' })
})

test('a group has a list of its own, and a closed one an empty list', async ({ site }) => {
  const [one, other] = [await addGroupHere(site, 'Harbour'), await addGroupHere(site, 'Hill')]
  await addMeetingOf(site, one)
  await addMeetingOf(site, other, { name: 'Hill walk' })
  expect((await list(site, `/groups/${one.slug}/meetings.json`)).map(({ name }) => name)).toEqual([
    'Evening tea',
  ])
  await site.db`update groups set status = 'closed' where id = ${one.id}`
  await somethingChanged(site)
  expect(await list(site, `/groups/${one.slug}/meetings.json`)).toEqual([])
  expect((await site.get('/groups/nobody/meetings.json')).status).toBe(404)
})

test('a list takes the search of the finder, and refuses a condition it does not know', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  await addMeetingOf(site, group)
  await addMeetingOf(site, group, { name: 'Hall', inPerson: true, online: false, words: 'hall' })
  expect((await list(site, '/feeds/meetings.json?how=in_person')).map(({ name }) => name)).toEqual(['Hall'])
  expect((await list(site, '/feeds/meetings.json?words=tea&cache=1')).map(({ name }) => name)).toEqual([
    'Evening tea',
  ])
  for (const query of ['day=9', 'how=telepathy', 'zone=Mars/Base', 'at=0', 'type=NOPE'])
    expect((await site.get(`/feeds/meetings.json?${query}`)).status, query).toBe(400)
})
