import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { type Site, test } from '../../../testing/site.ts'
import { addGroupHere, addMeetingOf } from '../testing/village.store.ts'

interface Description {
  paths: Record<
    string,
    {
      get: {
        parameters: { name: string }[]
        responses: Record<string, { content?: Record<string, { schema: object }> }>
      }
    }
  >
}

async function described(site: Site) {
  const description = (await (await site.get('/feeds/openapi.json')).json()) as Description
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  })
  ajv.addSchema({ $id: 'file', ...description }, 'file')
  const holds = (path: string, answer: unknown) => {
    const pointer = `file#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
    const validate = ajv.getSchema(encodeURI(pointer))
    expect(validate, path).toBeDefined()
    expect(validate?.(answer), `${path}: ${JSON.stringify(validate?.errors?.slice(0, 3))}`).toBe(true)
  }
  return { description, holds }
}

test('every answer is as its description says', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour', { spirituality: 'secular' })
  const place = {
    inPerson: true,
    address: '1 Quay, Cork, Ireland',
    latitude: 51.9,
    longitude: -8.47,
    isExact: undefined,
  }
  const { isExact: _, ...door } = place
  const [feed] = await site.db<
    { id: string }[]
  >`insert into feeds (name) values ('Harbour list') returning id`
  await addMeetingOf(site, group, {
    ...door,
    feedId: feed?.id,
    types: ['O', 'X'],
    notes: 'Tea.',
    phone: '+353 1 555 0100',
  })
  await addMeetingOf(site, group, {
    recurrence: { every: 'week', interval: 1, days: [1, 2, 7] },
    access: ['step_free'],
  })
  await addMeetingOf(site, group, { inPerson: true, meetingPoint: 'The gate', zone: 'Asia/Kathmandu' })
  const { description, holds } = await described(site)
  const read = async (path: string) => (await site.get(path)).json()
  holds('/feeds/meetings.json', await read('/feeds/meetings.json'))
  holds('/groups/{slug}/meetings.json', await read(`/groups/${group.slug}/meetings.json`))
  for (const question of [
    ...['GetFormats', 'GetServiceBodies', 'GetServerInfo', 'GetSearchResults'],
    ...['GetSearchResults&get_used_formats=1', 'GetSearchResults&get_formats_only=1'],
    ...['GetSearchResults&data_field_key=meeting_name', 'GetSearchResults&weekdays=9'],
  ])
    holds('/client_interface/json/', await read(`/client_interface/json/?switcher=${question}`))
  for (const path of Object.keys(description.paths))
    expect((await site.get(path.replace('{slug}', group.slug).replace('{id}', '0'))).status).not.toBe(500)
})

test('the description would notice a wrong answer', async ({ site }) => {
  const { holds } = await described(site)
  expect(() => holds('/feeds/meetings.json', [{ slug: 'x', day: '1' }])).toThrow()
  expect(() => holds('/feeds/meetings.json', {})).toThrow()
  expect(() => holds('/client_interface/json/', [{ id_bigint: 1 }])).toThrow()
})

test('what it names as a condition of the search is one', async ({ site }) => {
  const { description } = await described(site)
  const names = description.paths['/feeds/meetings.json']?.get.parameters.map(({ name }) => name) ?? []
  const right: Record<string, string> = {
    day: '1',
    type: 'O',
    at: '51.9,-8.5',
    km: '10',
    zone: 'Europe/Dublin',
  }
  const free = ['words', 'near', 'fellowship', 'language']
  for (const name of names) {
    const value = right[name] ?? 'online'
    const answer = await site.get(`/feeds/meetings.json?${name}=${value}`)
    expect([200, 400], name).toContain(answer.status)
    if (!free.includes(name) && !(name in right) && name !== 'how') expect(answer.status, name).toBe(400)
  }
})
