import { expect } from 'vitest'
import { addGroup } from '../../groups/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { addPlan } from '../attendance/store.ts'
import { addMeeting, endMeeting } from '../hosting/store.ts'
import { bringIn } from '../testing/town.store.ts'

async function tea(site: Site) {
  const wren = await site.member('wren')
  const okapi = await site.member('okapi')
  const draft = {
    name: 'Tea',
    kind: 'discussion',
    summary: '',
    agreements: '',
    spirituality: 'optional',
  } as const
  const open = { purposes: [], languages: [], circles: [], practices: [], online: true, inPerson: true }
  const group = await transaction(site.db, (tx) =>
    addGroup(
      tx,
      { ...draft, ...open, zone: 'UTC', placeName: 'Cork' },
      { memberId: wren.id, now: site.now() },
    ),
  )
  const meeting = {
    name: 'Monday tea',
    recurrence: { every: 'week' as const, interval: 1, days: [1 as const] },
    time: '19:00',
    minutes: 60,
    zone: 'UTC',
    onlineUrl: 'https://meet.example.org/tea',
    phone: null,
    placeName: 'Old hall',
    address: '1 Quay Street',
    town: 'Cork',
  }
  const by = {
    groupId: group.id,
    groupName: group.name,
    memberId: wren.id,
    place: undefined,
    now: site.now(),
  }
  const id = await transaction(site.db, (tx) => addMeeting(tx, meeting, by))
  return {
    wren,
    okapi,
    group,
    id,
    path: `/meetings/${id}/suggest`,
    queue: `/groups/${group.slug}/suggestions`,
  }
}

/** The form as it comes from the page: everything filled in as it is. */
const asItIs = {
  days: '1',
  time: '19:00',
  minutes: '60',
  onlineUrl: 'https://meet.example.org/tea',
  phone: '',
  placeName: 'Old hall',
  address: '1 Quay Street',
  town: 'Cork',
  note: '',
}

const html = async (answer: Promise<Response>) => (await answer).text()
const news = (site: Site, who: TestMember) => html(site.get('/account/notices', { as: who }))

/** The decision as the page sends it: about what it shows. */
async function decide(site: Site, as: TestMember, queue: string, fields: Record<string, string>) {
  const page = await html(site.get(queue, { as }))
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return site.post(`${queue}/${await only(site)}`, { seen, ...fields }, { as })
}

async function only(site: Site): Promise<string> {
  const [row] = await site.db<{ id: string }[]>`select id from meeting_proposals where status = 'waiting'`
  return row?.id ?? ''
}

test('a member says that it has moved; the host sees what would change and takes it up', async ({ site }) => {
  const { wren, okapi, id, path, queue } = await tea(site)
  const heron = await site.member('heron')
  await transaction(site.db, (tx) =>
    addPlan(tx, heron.id, { meetingId: id, onDate: null, shown: false }, site.now()),
  )
  expect(await html(site.get(path, { as: okapi }))).toContain('value="Old hall"')
  const said = {
    ...asItIs,
    about: 'place',
    placeName: 'New library',
    note: 'There is a sign on the old door.',
  }
  expect((await site.post(path, said, { as: okapi })).status).toBe(303)
  expect(await html(site.get(path, { as: okapi }))).toContain('What you said waits')
  expect(await news(site, wren)).toContain('something about “Monday tea” should change')
  const page = await html(site.get(queue, { as: wren }))
  expect(page).toMatch(/<del[^>]*>Old hall<\/del>.*<ins[^>]*>New library<\/ins>/s)
  expect(page).toContain('There is a sign on the old door.')
  expect(page).not.toContain('1 Quay Street')
  const decision = { decision: 'accept', answer: 'Thank you for walking there.' }
  expect((await decide(site, wren, queue, decision)).status).toBe(303)
  expect(await html(site.get(`/meetings/${id}`))).toContain('New library')
  expect(await news(site, okapi)).toContain('What you said about “Monday tea” was taken up.')
  expect(await news(site, heron)).toContain('has a new time or place')
  expect(await html(site.get(path, { as: okapi }))).toContain('Thank you for walking there.')
})

test('a host may leave it as it is, and decides only once', async ({ site }) => {
  const { wren, okapi, id, path, queue } = await tea(site)
  await site.post(path, { ...asItIs, about: 'time', days: '2', time: '8:00 PM' }, { as: okapi })
  const one = `${queue}/${await only(site)}`
  expect(await html(site.get(queue, { as: wren }))).toMatch(/Every Monday.*Every Tuesday/s)
  expect((await site.post(one, { decision: 'perhaps' }, { as: wren })).status).toBe(422)
  expect((await decide(site, wren, queue, { decision: 'refuse', answer: 'It is 7.' })).status).toBe(303)
  expect((await site.post(one, { decision: 'accept' }, { as: wren })).status).toBe(409)
  expect(await html(site.get(`/meetings/${id}`))).toContain('7:00 PM')
  expect(await news(site, okapi)).toContain('was not taken up')
})

test('a meeting that is said to be gone ends when the host agrees', async ({ site }) => {
  const { wren, okapi, id, path, queue } = await tea(site)
  await site.post(path, { ...asItIs, about: 'gone' }, { as: okapi })
  await decide(site, wren, queue, { decision: 'accept' })
  expect(await html(site.get(`/meetings/${id}`))).toContain('This meeting has ended')
  expect((await site.get(path, { as: okapi })).status).toBe(410)
})

test('a meeting that has ended stays so, whatever was suggested before', async ({ site }) => {
  const { wren, okapi, group, id, path, queue } = await tea(site)
  await site.post(path, { ...asItIs, about: 'time', days: '2', time: '20:00' }, { as: okapi })
  const page = await html(site.get(queue, { as: wren }))
  await transaction(site.db, (tx) => endMeeting(tx, id, { groupId: group.id, now: site.now() }))
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const one = `${queue}/${await only(site)}`
  const accepted = await site.post(one, { seen, decision: 'accept' }, { as: wren })
  expect([accepted.status, await accepted.text()]).toEqual([
    409,
    expect.stringContaining('This meeting has ended'),
  ])
  expect(await html(site.get(`/meetings/${id}`))).toContain('This meeting has ended')
  expect((await site.post(one, { seen, decision: 'refuse' }, { as: wren })).status).toBe(303)
})

test('a second word of the same member takes the place of the first, and can be taken back', async ({
  site,
}) => {
  const { wren, okapi, path, queue } = await tea(site)
  for (const onlineUrl of ['https://meet.example.org/a', 'https://meet.example.org/b'])
    await site.post(path, { ...asItIs, about: 'link', onlineUrl }, { as: okapi })
  const page = await html(site.get(queue, { as: wren }))
  expect(page).not.toContain('example.org/a')
  expect(page).toContain('example.org/b')
  await site.post(`${path}/withdraw`, {}, { as: okapi })
  expect(await html(site.get(queue, { as: wren }))).toContain('Nothing waits.')
})

test('a host agrees to what they saw, and not to what was put in its place', async ({ site }) => {
  const { wren, okapi, id, path, queue } = await tea(site)
  await site.post(path, { ...asItIs, about: 'link', phone: '+353 21 555 0100' }, { as: okapi })
  const page = await html(site.get(queue, { as: wren }))
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await site.post(path, { ...asItIs, about: 'link', onlineUrl: 'https://evil.example/' }, { as: okapi })
  const one = `${queue}/${await only(site)}`
  expect((await site.post(one, { decision: 'accept', seen }, { as: wren })).status).toBe(409)
  expect(await html(site.get(`/meetings/${id}`))).not.toContain('evil.example')
  expect((await decide(site, wren, queue, { decision: 'refuse' })).status).toBe(303)
})

test.for([
  [{}, 'Choose what you have seen.'],
  [{ about: 'place' }, 'Change something above, or say in your own words'],
  [{ about: 'other' }, 'Change something above, or say in your own words'],
  [{ about: 'time', time: '25:00' }, 'Say when it begins'],
  [{ about: 'time', days: '8' }, 'One of these is no day.'],
  [{ about: 'link', onlineUrl: 'javascript:alert(1)' }, 'This is not a web address.'],
  [{ about: 'other', note: 'n'.repeat(1001) }, 'This is too long.'],
] as const)(
  'a word that helps nobody (%#) is refused with a sentence',
  async ([sent, sentence], { site }) => {
    const { okapi, path } = await tea(site)
    const answer = await site.post(path, { ...asItIs, ...sent } as Record<string, string>, { as: okapi })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  },
)

test('only hosts see what waits for them, and a guest is asked to sign in', async ({ site }) => {
  const { okapi, path, queue } = await tea(site)
  expect((await site.get(path)).status).toBe(401)
  await site.post(path, { ...asItIs, about: 'gone' }, { as: okapi })
  expect((await site.get(queue, { as: okapi })).status).toBe(403)
  expect(
    (await site.post(`${queue}/${await only(site)}`, { decision: 'accept' }, { as: okapi })).status,
  ).toBe(403)
  expect((await site.get('/operations/suggestions', { as: okapi })).status).toBe(404)
})

test('what is said of a meeting from a list goes to the operator, and survives the next reading', async ({
  site,
}) => {
  const hall = {
    name: 'Listed',
    day: 1,
    time: '19:00',
    location: 'Hall',
    formatted_address: '1 Quay St, Cork, Ireland',
  }
  const place = { latitude: 51.9, longitude: -8.47 }
  await bringIn(site.db, site.now(), { ...hall, ...place })
  const [row] = await site.db<{ id: string }[]>`select id from meetings where name = 'Listed'`
  const okapi = await site.member('okapi')
  const heron = await site.member('heron', { role: 'operator' })
  const path = `/meetings/${row?.id}/suggest`
  expect(await html(site.get(path, { as: okapi }))).toContain('The operator of this site sees what you say')
  const said = { about: 'time', days: '2', time: '20:00', minutes: '60', note: 'Since autumn.' }
  expect((await site.post(path, said, { as: okapi })).status).toBe(303)
  expect(await news(site, heron)).toContain('something about “Listed” should change')
  expect(await html(site.get('/operations/suggestions', { as: heron }))).toContain('Every Tuesday')
  const one = `/operations/suggestions/${await only(site)}`
  expect((await site.post(one, { decision: 'accept' }, { as: okapi })).status).toBe(404)
  expect((await decide(site, heron, '/operations/suggestions', { decision: 'accept' })).status).toBe(303)
  const shown = () => html(site.get(`/meetings/${row?.id}?zone=Europe/Dublin`))
  expect(await shown()).toContain('Every Tuesday, 8:00 PM')
  await bringIn(site.db, site.now(), { ...hall, ...place, notes: 'Bring a cup.' })
  expect(await shown()).toContain('Every Tuesday, 8:00 PM')
  expect(await news(site, okapi)).toContain('was taken up')
})

test('the export has it, and the deletion takes it', async ({ site }) => {
  const { okapi, path } = await tea(site)
  await site.post(path, { ...asItIs, about: 'other', note: 'It smells of tea.' }, { as: okapi })
  const own = await (await site.get('/account/export', { as: okapi })).json()
  expect(own.meetings.suggestions).toMatchObject([{ meeting: 'Monday tea', note: 'It smells of tea.' }])
})
