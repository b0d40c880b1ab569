import { expect } from 'vitest'
import { addGroup } from '../groups/index.ts'
import { transaction } from '../platform/database/index.ts'
import { type Site, test } from '../testing/site.ts'
import { bringIn } from './testing/town.store.ts'

async function hosted(site: Site) {
  const wren = await site.member('wren')
  const draft = {
    name: 'Harbour',
    kind: 'discussion',
    summary: '',
    agreements: '',
    purposes: [],
    spirituality: 'optional',
    languages: [],
    circles: [],
    practices: [],
    online: true,
    inPerson: false,
    zone: 'Europe/Dublin',
    placeName: null,
  } as const
  const group = await transaction(site.db, (tx) =>
    addGroup(
      tx,
      { ...draft, purposes: [], languages: [], circles: [], practices: [] },
      { memberId: wren.id, now: site.now() },
    ),
  )
  return { wren, group, path: `/groups/${group.slug}/meetings` }
}

const weekly = {
  name: 'Evening tea',
  repeat: 'week',
  days: ['1', '4'],
  time: '19:30',
  minutes: '90',
  zone: 'Europe/Dublin',
  onlineUrl: 'https://meet.example.org/tea',
}

async function sayings(site: Site): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from meetings order by id desc limit 1`
  return await (await site.get(`/meetings/${row?.id}?zone=Europe/Dublin`)).text()
}

test('a host adds a weekly meeting on two days, and it is in the list', async ({ site }) => {
  const { wren, path } = await hosted(site)
  expect((await site.get(`${path}/new`, { as: wren })).status).toBe(200)
  expect((await site.post(`${path}/new`, weekly, { as: wren })).status).toBe(303)
  expect(await sayings(site)).toContain('Every Monday and Thursday, 7:30 PM to 9:00 PM')
  expect(await (await site.get('/meetings')).text()).toContain('Evening tea')
})

test.for([
  [{ repeat: 'two_weeks', days: '2', from: '2026-12-01' }, 'Every second week on Tuesday', 'Tue, Dec 15'],
  [{ repeat: 'month', week: '1', weekday: '4' }, 'Every first Thursday of the month', 'Thu, Dec 3'],
  [{ repeat: 'month', week: '-1', weekday: '7' }, 'Every last Sunday of the month', 'Sun, Nov 29'],
  [{ repeat: 'once', from: '2026-12-24' }, 'Once, on Thursday, December 24, 2026', 'Thu, Dec 24'],
] as const)('a meeting that repeats like %j is said in words', async ([repeat, words, date], { site }) => {
  const { wren, path } = await hosted(site)
  const { days: _, ...rest } = weekly
  expect((await site.post(`${path}/new`, { ...rest, ...repeat }, { as: wren })).status).toBe(303)
  const html = await sayings(site)
  expect(html).toContain(words)
  expect(html).toContain(date)
})

test.for([
  [{ name: '' }, 'Give the meeting a name.'],
  [{ days: [] }, 'Choose at least one day.'],
  [{ days: ['8'] }, 'Choose at least one day.'],
  [{ time: '25:00' }, 'Say when it begins'],
  [{ minutes: '0' }, 'Give a length'],
  [{ zone: 'Mars/Olympus' }, 'This is not a time zone.'],
  [{ onlineUrl: 'javascript:alert(1)' }, 'This is not a web address.'],
  [{ onlineUrl: '' }, 'Give a link, a phone number or a place.'],
  [{ repeat: 'once', from: '2026-02-30' }, 'This is not a date.'],
  [{ repeat: 'once', from: '2020-01-01' }, 'This day is over already.'],
  [{ repeat: 'once' }, 'Say on which date.'],
] as const)(
  'a form with %j is refused with a sentence and keeps the rest',
  async ([change, sentence], { site }) => {
    const { wren, path } = await hosted(site)
    const fields = { ...weekly, notes: 'Bring a cup.', ...change } as Record<string, string | string[]>
    const answer = await site.post(`${path}/new`, fields, { as: wren })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain('Bring a cup.')
  },
)

test('a host changes and ends a meeting; its page stays and says so', async ({ site }) => {
  const { wren, path, group } = await hosted(site)
  await site.post(`${path}/new`, weekly, { as: wren })
  const [row] = await site.db<{ id: string }[]>`select id from meetings where group_id = ${group.id}`
  expect(await (await site.get(`${path}/${row?.id}`, { as: wren })).text()).toContain('value="Evening tea"')
  await site.post(`${path}/${row?.id}`, { ...weekly, time: '20:00' }, { as: wren })
  expect(await sayings(site)).toContain('8:00 PM')
  await site.post(`${path}/${row?.id}/end`, {}, { as: wren })
  expect(await sayings(site)).toContain('This meeting has ended')
  expect(await (await site.get('/meetings')).text()).not.toContain('Evening tea')
})

test('only hosts change meetings, and imported ones nobody here', async ({ site }) => {
  const { path, wren, group } = await hosted(site)
  const okapi = await site.member('okapi')
  expect((await site.get(`${path}/new`, { as: okapi })).status).toBe(403)
  expect((await site.post(`${path}/new`, weekly, { as: okapi })).status).toBe(403)
  expect((await site.get(`${path}/new`)).status).toBe(401)
  await bringIn(site.db, site.now(), {})
  const [row] = await site.db<{ id: string }[]>`update meetings set group_id = ${group.id} returning id`
  expect((await site.get(`${path}/${row?.id}`, { as: wren })).status).toBe(409)
})

test('a host adds many meetings in a day, but not without end', async ({ site }) => {
  const { wren, path } = await hosted(site)
  const statuses = new Set<number>()
  for (let i = 0; i < 20; i++) statuses.add((await site.post(`${path}/new`, weekly, { as: wren })).status)
  expect([...statuses]).toEqual([303])
  expect((await site.post(`${path}/new`, weekly, { as: wren })).status).toBe(429)
})
