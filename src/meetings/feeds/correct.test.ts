import { expect } from 'vitest'
import { type Site, type TestMember, test } from '../../testing/site.ts'

const good = {
  slug: 'tea',
  name: 'Tea',
  day: 1,
  time: '19:30',
  timezone: 'Europe/Dublin',
  location: 'Library',
}
const late = { ...good, slug: 'late', name: 'Late Tea', time: '25:00' }

interface Desk {
  keeper: TestMember
  bring(...records: object[]): Promise<string>
  page(path: string): Promise<string>
  correct(record: string, fields: Record<string, string | string[]>): Promise<Response>
  meetings(): Promise<{ name: string; time: string | null; status: string }[]>
}

async function desk(site: Site): Promise<Desk> {
  const keeper = await site.member('keeper', { role: 'operator' })
  const feedId = async () => (await site.db<{ id: string }[]>`select id from feeds`)[0]?.id
  return {
    keeper,
    bring: async (...records) => {
      const file = new File([JSON.stringify(records)], 'list.json')
      const answer = await site.post(
        '/operations/feeds',
        { name: 'List', kind: 'twelve_step', file },
        { as: keeper },
      )
      await site.runJobs()
      return answer.headers.get('location') ?? ''
    },
    page: async (path) => (await site.get(path, { as: keeper })).text(),
    correct: async (record, fields) =>
      site.post(`/operations/feeds/${await feedId()}/correct?record=${record}`, fields, { as: keeper }),
    meetings: () => site.db`select name, time, status from meetings order by id`,
  }
}

test('a refused record is corrected by hand, is there at once, and stays so at the next reading', async ({
  site,
}) => {
  const { bring, page, correct, meetings } = await desk(site)
  const report = await page(await bring(good, late))
  expect(report).toContain('“25:00” is not a time')
  const link = /href="(\/operations\/feeds\/\d+\/correct\?record=late)"/.exec(report)?.[1] ?? ''
  const form = await page(link)
  expect(form).toContain('This record was refused')
  expect(form).toContain('25:00')

  expect((await correct('late', { time: '20:60' })).status).toBe(422)
  const still = await correct('late', { zone: 'Europe/London' })
  expect(await still.text()).toContain('The record still cannot be read')
  expect((await correct('late', { time: '20:15' })).status).toBe(303)
  const both = [
    { name: 'Tea', time: '19:30', status: 'running' },
    { name: 'Late Tea', time: '20:15', status: 'running' },
  ]
  expect(await meetings()).toEqual(both)

  const again = await page(await bring(good, late))
  expect(again).toContain('“25:00” was corrected by hand')
  expect(again).not.toContain('refused, ')
  expect(await meetings()).toEqual(both)

  // Taken back, it is as the list has it: refused.
  await correct('late', { act: 'back' })
  await bring(good, late)
  expect(await meetings()).toMatchObject([{ status: 'running' }, { name: 'Late Tea', status: 'ended' }])
})

test('a correction lies over what the list says, whatever that becomes, until it is taken back', async ({
  site,
}) => {
  const { bring, page, correct, meetings } = await desk(site)
  await bring(good)
  await correct('tea', {
    name: 'Tea and Toast',
    time: '7:45 pm',
    days: ['2', '4'],
    minutes: '90',
    zone: 'Europe/London',
    placeName: 'Town Hall',
    address: '2 High St',
    point: '51.9, -8.47',
  })
  await bring({ ...good, name: 'Tea Group', time: '18:00', notes: 'New words' })
  const [row] =
    await site.db`select name, time, recurrence, minutes, zone, place_name, address, latitude, notes from meetings`
  expect(row).toEqual({
    name: 'Tea and Toast',
    time: '19:45',
    recurrence: { every: 'week', interval: 1, days: [2, 4] },
    minutes: 90,
    zone: 'Europe/London',
    placeName: 'Town Hall',
    address: '2 High St',
    latitude: 51.9,
    notes: 'New words',
  })
  const [feed] = await site.db<{ id: string }[]>`select id from feeds`
  const overview = await page(`/operations/feeds/${feed?.id}`)
  expect(overview).toContain('Corrected by hand')
  expect(overview).toContain('Tea and Toast')
  // What is as the list has it is no correction any more.
  await correct('tea', { name: 'Tea Group', time: '19:45' })
  expect(await site.db`select field from meeting_corrections`).toEqual([{ field: 'time' }])
  await correct('tea', { act: 'back' })
  expect(await meetings()).toEqual([{ name: 'Tea Group', time: '18:00', status: 'running' }])
})

test('a meeting that is hidden is on no list and keeps its page, until it is shown again', async ({
  site,
}) => {
  const { bring, correct, meetings } = await desk(site)
  await bring(good)
  await correct('tea', { status: 'hidden' })
  await bring({ ...good, notes: 'Still held' })
  expect(await meetings()).toMatchObject([{ status: 'ended' }])
  expect(await site.db`select 1 from meeting_times`).toHaveLength(0)
  await correct('tea', { status: 'paused' })
  expect(await meetings()).toMatchObject([{ status: 'paused' }])
  await correct('tea', {})
  expect(await meetings()).toMatchObject([{ status: 'running' }])
})

test('what cannot be meant is refused with a sentence beside its field', async ({ site }) => {
  const { bring, correct } = await desk(site)
  await bring(good)
  const wrong = await correct('tea', {
    time: '25:00',
    zone: 'Mars/Base',
    point: '0, 0',
    minutes: '0',
    days: ['9'],
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  for (const sentence of [
    'This is not a time.',
    'This is not a time zone.',
    'This is not a place on earth.',
    'Give a number of minutes',
    'Choose days of the week.',
  ])
    expect(html).toContain(sentence)
  expect((await correct('nobody', {})).status).toBe(404)
})

test('nobody but the operator corrects a meeting', async ({ site }) => {
  const { bring } = await desk(site)
  await bring(good)
  const [feed] = await site.db<{ id: string }[]>`select id from feeds`
  const wren = await site.member('wren')
  for (const path of ['', '/columns', '/correct?record=tea']) {
    expect((await site.get(`/operations/feeds/${feed?.id}${path}`, { as: wren })).status).toBe(404)
    expect((await site.post(`/operations/feeds/${feed?.id}${path}`, {}, { as: wren })).status).toBe(404)
  }
})
