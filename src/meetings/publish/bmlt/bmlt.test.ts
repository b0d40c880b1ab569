import { describe, expect } from 'vitest'
import { type Site, test } from '../../../testing/site.ts'
import { typeCodes } from '../../index.ts'
import { addCork, addGroupHere, addMeetingOf } from '../testing/village.store.ts'
import { allFormats } from './formats.ts'
import type { BmltMeeting } from './record.rules.ts'

async function ask<T = BmltMeeting[]>(
  site: Site,
  question: string,
  switcher = 'GetSearchResults',
): Promise<T> {
  const answer = await site.get(`/client_interface/json/?switcher=${switcher}&${question}`)
  expect(answer.status, question).toBe(200)
  return (await answer.json()) as T
}

/** Five meetings of two groups: who they are is in their names. */
async function village(site: Site) {
  const harbour = await addGroupHere(site, 'Harbour')
  const steps = await addGroupHere(site, 'Steps', { kind: 'twelve_step' })
  const week = (...days: number[]) => ({ every: 'week', interval: 1, days })
  const cork = {
    inPerson: true,
    online: false,
    onlineUrl: null,
    town: 'Cork',
    address: '1 Quay, Cork, Ireland',
  }
  const words = (name: string) => ({ name, words: name.toLowerCase() })
  const ids = {
    tea: await addMeetingOf(site, harbour, { ...words('Tea'), recurrence: week(1, 7), types: ['O', 'BE'] }),
    hall: await addMeetingOf(site, harbour, {
      ...{
        ...words('Hall of Peace'),
        ...cork,
        latitude: 51.898,
        longitude: -8.4706,
        types: ['O'],
        time: '08:00',
      },
    }),
    far: await addMeetingOf(site, steps, {
      ...{
        ...words('Far'),
        ...cork,
        town: 'Dublin',
        latitude: 53.35,
        longitude: -6.26,
        minutes: 90,
        access: ['step_free'],
      },
    }),
    both: await addMeetingOf(site, steps, {
      ...{
        ...words('Both'),
        inPerson: true,
        latitude: 51.9,
        longitude: -8.48,
        time: '12:15',
        languages: ['es'],
      },
    }),
    walk: await addMeetingOf(site, harbour, {
      ...words('Walk'),
      recurrence: { every: 'month', weeks: [1], day: 6 },
    }),
  }
  return { harbour, steps, ids }
}

const names = (found: BmltMeeting[]) => found.map((meeting) => meeting.meeting_name).sort()

test('everything is text, a week begins with Sunday as 1, and what is missing is empty', async ({ site }) => {
  const { ids } = await village(site)
  const found = await ask(site, '')
  expect(names(found)).toEqual(['Both', 'Far', 'Hall of Peace', 'Tea', 'Tea'])
  for (const meeting of found) for (const value of Object.values(meeting)) expect(typeof value).toBe('string')
  const tea = found.filter(({ meeting_name }) => meeting_name === 'Tea')
  expect(tea.map(({ weekday_tinyint }) => weekday_tinyint)).toEqual(['1', '2'])
  expect(new Set(found.map(({ id_bigint }) => id_bigint)).size).toBe(5)
  expect(tea[1]).toMatchObject({
    id_bigint: String(Number(ids.tea) * 8 + 1),
    ...{
      start_time: '19:00:00',
      duration_time: '01:00:00',
      venue_type: '2',
      formats: 'BE,O,VM',
      latitude: '',
    },
    ...{ worldid_mixed: '', published: '1', distance_in_km: '', root_server_uri: 'http://localhost:3000' },
  })
})

describe('each parameter', () => {
  const questions: [question: string, found: string[]][] = [
    ['weekdays=1', ['Tea']],
    ['weekdays[]=1&weekdays[]=2', ['Tea', 'Tea']],
    ['weekdays=-3', ['Tea', 'Tea']],
    ['weekdays=9', []],
    ['weekdays=Monday', []],
    ['venue_types=1', ['Far', 'Hall of Peace']],
    ['venue_types=-1', ['Both', 'Tea', 'Tea']],
    ['venue_types=2,3', ['Both', 'Tea', 'Tea']],
    ['StartsAfterH=12', ['Both', 'Far', 'Tea', 'Tea']],
    ['StartsAfterH=12&StartsAfterM=15', ['Far', 'Tea', 'Tea']],
    ['StartsBeforeH=12&StartsBeforeM=15', ['Hall of Peace']],
    ['EndsBeforeH=13&EndsBeforeM=15', ['Both', 'Hall of Peace']],
    ['MinDurationH=1&MinDurationM=30', ['Far']],
    ['MaxDurationH=1', ['Both', 'Hall of Peace', 'Tea', 'Tea']],
    ['StartsAfterH=99', []],
    ['SearchString=peace hall', ['Hall of Peace']],
    ['SearchString=pe', ['Both', 'Far', 'Hall of Peace', 'Tea', 'Tea']],
    ['SearchString=%25%25%25', []],
    ['meeting_key=meeting_name&meeting_key_value=Far', ['Far']],
    [
      'meeting_key=location_municipality&meeting_key_value[]=Cork&meeting_key_value[]=Dublin',
      ['Far', 'Hall of Peace'],
    ],
    ['meeting_key=weekday_tinyint&meeting_key_value=1', ['Tea']],
    ['meeting_key=start_time&meeting_key_value=12:15', ['Both']],
    ['meeting_key=meeting_name', []],
    ['meeting_key=constructor&meeting_key_value=x', []],
    ['lat_val=51.9&long_val=-8.47&geo_width_km=5', ['Both', 'Hall of Peace']],
    ['lat_val=51.9&long_val=-8.47&geo_width=200', ['Both', 'Far', 'Hall of Peace']],
    ['lat_val=51.9&long_val=-8.48&geo_width=-1', ['Both']],
    ['lat_val=51.9&long_val=-8.48&geo_width_km=-2', ['Both', 'Hall of Peace']],
    ['lat_val=51.9', []],
    ['lat_val=51.9&long_val=-8.47', []],
    ['lat_val=91&long_val=0&geo_width=5', []],
    ['lat_val=0&long_val=0&geo_width=5', []],
    ['lat_val=x&long_val=0&geo_width=5', []],
    ['lat_val=51.9&long_val=-8.47&geo_width=1e999', []],
    ['page_size=2', ['Tea', 'Tea']],
    ['page_size=2&page_num=2', ['Both', 'Hall of Peace']],
    ['page_size=2&page_num=-4', ['Tea', 'Tea']],
    ['page_size=-2', []],
    ['page_size=99999999999999999999&page_num=99999999999999999999', []],
    ['advanced_published=-1', []],
    ['nonsense=1&lang_enum=xx', ['Both', 'Far', 'Hall of Peace', 'Tea', 'Tea']],
  ]
  for (const [question, found] of questions)
    test(question, async ({ site }) => {
      await village(site)
      expect(names(await ask(site, question))).toEqual(found)
    })
})

test('numbers of records, groups and kinds include, and exclude with a minus', async ({ site }) => {
  const { harbour, steps } = await village(site)
  const all = await ask(site, '')
  const [one, other] = all.map(({ id_bigint }) => id_bigint)
  expect((await ask(site, `meeting_ids=${one},${other}`)).length).toBe(2)
  expect((await ask(site, `SearchString=${one},${other}`)).length).toBe(2)
  expect((await ask(site, `meeting_ids=-${one}`)).length).toBe(all.length - 1)
  expect(await ask(site, 'meeting_ids=999999999999999999')).toEqual([])
  const body = (id: string) => Number(id) + 100
  expect(names(await ask(site, `services=${body(steps.id)}`))).toEqual(['Both', 'Far'])
  expect(names(await ask(site, `services=-${body(harbour.id)}`))).toEqual(['Both', 'Far'])
  expect(await ask(site, 'services=2')).toEqual([])
  expect(names(await ask(site, 'services=2&recursive=1'))).toEqual(['Both', 'Far'])
  expect((await ask(site, 'services=1&recursive=1')).length).toBe(all.length)
})

test('formats are all wanted, or any, or not', async ({ site }) => {
  await village(site)
  const formats = await ask<{ id: string; key_string: string }[]>(site, '', 'GetFormats')
  const id = (key: string) => formats.find(({ key_string }) => key_string === key)?.id
  expect(names(await ask(site, `formats=${id('O')},${id('BE')}`))).toEqual(['Tea', 'Tea'])
  expect(names(await ask(site, `formats=${id('X')},${id('S')}&formats_comparison_operator=OR`))).toEqual([
    'Both',
    'Far',
  ])
  expect(names(await ask(site, `formats=-${id('O')}`))).toEqual(['Both', 'Far'])
  expect(names(await ask(site, `formats=${id('VM')}`))).toEqual(['Tea', 'Tea'])
  expect(await ask(site, 'formats=4711')).toEqual([])
})

test('distances have the constants of this protocol, and sort', async ({ site }) => {
  await village(site)
  const found = await ask(site, 'lat_val=51.9&long_val=-8.48&geo_width=500&sort_results_by_distance=1')
  expect(found.map(({ meeting_name }) => meeting_name)).toEqual(['Both', 'Hall of Peace', 'Far'])
  const far = found[2]
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const angle = Math.acos(
    Math.cos(radians(53.35)) * Math.cos(radians(51.9)) * Math.cos(radians(-6.26 + 8.48)) +
      Math.sin(radians(53.35)) * Math.sin(radians(51.9)),
  )
  expect(Number(far?.distance_in_km)).toBeCloseTo((angle * 180 * 111.111) / Math.PI, 8)
  expect(Number(far?.distance_in_miles)).toBeCloseTo((angle * 180 * 69) / Math.PI, 8)
  const only = await ask(
    site,
    'lat_val=51.9&long_val=-8.48&data_field_key=meeting_name,distance_in_km,nonsense',
  )
  expect(Object.keys(only[0] ?? {}).sort()).toEqual(['distance_in_km', 'meeting_name'])
  expect(only.length).toBe(5)
})

test('records are sorted by the fields that are named, what is empty last', async ({ site }) => {
  await village(site)
  const sorted = async (question: string) =>
    (await ask(site, question)).map(({ meeting_name }) => meeting_name)
  expect(await sorted('sort_keys=meeting_name')).toEqual(['Both', 'Far', 'Hall of Peace', 'Tea', 'Tea'])
  expect(await sorted('sort_keys=location_municipality,start_time,drop table')).toEqual([
    ...['Hall of Peace', 'Far', 'Both', 'Tea', 'Tea'],
  ])
})

test('one question brings a widget the meetings and the formats they use', async ({ site }) => {
  await village(site)
  const both = await ask<{ meetings: BmltMeeting[]; formats: { key_string: string; id: string }[] }>(
    ...([site, 'page_size=5000&lang_enum=en&get_used_formats=1'] as const),
  )
  expect(both.meetings.length).toBe(5)
  expect(both.formats.map(({ key_string }) => key_string)).toEqual(['BE', 'HY', 'O', 'S', 'VM', 'X'])
  const ids = new Set(both.formats.map(({ id }) => id))
  for (const { format_shared_id_list } of both.meetings)
    for (const id of (format_shared_id_list ?? '').split(',').filter(Boolean)) expect(ids).toContain(id)
  expect(await ask(site, 'get_formats_only=1&venue_types=2')).toMatchObject({ formats: [{}, {}, {}] })
})

test('groups are service bodies within their kind, and the kinds within the site', async ({ site }) => {
  const { steps } = await village(site)
  const bodies = await ask<{ id: string; parent_id: string; name: string }[]>(site, '', 'GetServiceBodies')
  const found = bodies.find(({ name }) => name === 'Steps')
  expect(found).toMatchObject({ id: String(Number(steps.id) + 100), parent_id: '2' })
  expect(bodies.find(({ id }) => id === '2')?.parent_id).toBe('1')
  const under = await ask<{ name: string }[]>(site, 'services=2&recursive=1', 'GetServiceBodies')
  expect(under.map(({ name }) => name)).toEqual(['12-step style groups', 'Steps'])
})

test('a place in words is looked up in the gazetteer of this site', async ({ site }) => {
  await village(site)
  await addCork(site)
  expect(names(await ask(site, 'SearchString=Cork&StringSearchIsAnAddress=1&SearchStringRadius=5'))).toEqual([
    ...['Both', 'Hall of Peace'],
  ])
  expect(await ask(site, 'SearchString=Nowhereville&StringSearchIsAnAddress=1')).toEqual([])
})

test('every code of the vocabulary has a number of its own', () => {
  expect(new Set(allFormats).size).toBe(allFormats.length)
  for (const code of typeCodes) expect(allFormats).toContain(code)
})

test('a question that nobody knows is refused in a sentence', async ({ site }) => {
  for (const name of ['', 'GetEverything', 'constructor', '__proto__']) {
    const answer = await site.get(`/client_interface/json/?switcher=${name}`)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  }
  const [info] = await ask<Record<string, string>[]>(site, '', 'GetServerInfo')
  for (const value of Object.values(info ?? {})) expect(typeof value).toBe('string')
})
