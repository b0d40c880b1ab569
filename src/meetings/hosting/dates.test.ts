import { expect } from 'vitest'
import { addGroup, joinGroup } from '../../groups/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { addPlan } from '../attendance/store.ts'
import { listChanges } from '../changes.store.ts'
import { listUpcoming } from '../store.ts'
import { rollTimes } from '../times.store.ts'
import type { NewMeeting } from './hosted.ts'
import { addMeeting } from './store.ts'

/** The first Saturday of every month, ten in the morning in Dublin: December 5th is the next. */
const walk: NewMeeting = {
  name: 'Riverside walk',
  recurrence: { every: 'month', weeks: [1], day: 6 },
  time: '10:00',
  minutes: 75,
  zone: 'Europe/Dublin',
  onlineUrl: null,
  phone: null,
  placeName: 'South gate',
}

async function hosted(site: Site) {
  const wren = await site.member('wren')
  const draft = {
    name: 'Walkers',
    kind: 'holistic',
    summary: '',
    agreements: '',
    spirituality: 'optional',
  } as const
  const open = { purposes: [], languages: [], circles: [], practices: [], online: false, inPerson: true }
  const where = { zone: 'Europe/Dublin', placeName: 'Cork' }
  const group = await transaction(site.db, (tx) =>
    addGroup(tx, { ...draft, ...open, ...where }, { memberId: wren.id, now: site.now() }),
  )
  const id = await transaction(site.db, (tx) =>
    addMeeting(tx, walk, {
      groupId: group.id,
      groupName: group.name,
      memberId: wren.id,
      place: undefined,
      now: site.now(),
    }),
  )
  return { wren, group, id, path: `/groups/${group.slug}/meetings/${id}` }
}

async function planning(site: Site, groupId: string, id: string, onDate: string | null): Promise<TestMember> {
  const okapi = await site.member(`okapi-${onDate ?? 'always'}`)
  const plan = { meetingId: id, onDate: onDate ? Temporal.PlainDate.from(onDate) : null, shown: false }
  await transaction(site.db, async (tx) => {
    await joinGroup(tx, groupId, okapi.id, site.now())
    await addPlan(tx, okapi.id, plan, site.now())
  })
  return okapi
}

const html = async (answer: Response | Promise<Response>) => (await answer).text()
const news = (site: Site, who: TestMember) => html(site.get('/account/notices', { as: who }))

test('one date is cancelled: it stays in the list and says so, and those who planned to come are told', async ({
  site,
}) => {
  const { wren, group, id, path } = await hosted(site)
  const okapi = await planning(site, group.id, id, '2026-12-05')
  const always = await planning(site, group.id, id, null)
  const later = await planning(site, group.id, id, '2027-01-02')
  expect(await html(site.get(`${path}/dates`, { as: wren }))).toContain(`${path}/dates/2026-12-05`)
  const sent = { kind: 'cancelled', note: 'The river is over its banks.' }
  expect((await site.post(`${path}/dates/2026-12-05`, sent, { as: wren })).status).toBe(303)
  const [next] = await listUpcoming(site.db, { now: site.now(), limit: 5 })
  expect(next).toMatchObject({ id, change: 'cancelled' })
  expect(await listUpcoming(site.db, { now: site.now(), stillToJoin: true, limit: 5 })).toEqual([])
  expect(await news(site, okapi)).toContain('“Riverside walk” on Saturday, December 5 is cancelled.')
  expect(await news(site, always)).toContain('is cancelled.')
  expect(await news(site, later)).not.toContain('is cancelled.')
  expect(await news(site, wren)).not.toContain('is cancelled.')
})

test('a date is moved, told once however often the host presses, and taken back', async ({ site }) => {
  const { wren, group, id, path } = await hosted(site)
  const okapi = await planning(site, group.id, id, '2026-12-05')
  const sent = { kind: 'moved', newDate: '2026-12-06', newTime: '11:30' }
  for (let times = 0; times < 2; times += 1)
    expect((await site.post(`${path}/dates/2026-12-05`, sent, { as: wren })).status).toBe(303)
  const [moved] = await listUpcoming(site.db, { now: site.now(), limit: 5 })
  expect(moved).toMatchObject({ id, change: 'moved' })
  expect(String(moved?.startsAt)).toBe('2026-12-06T11:30:00Z')
  expect(await news(site, okapi)).toContain('is moved to Sunday, December 6, 11:30')
  expect(await listChanges(site.db, [id])).toMatchObject([{ sequence: 1 }])
  await site.post(`${path}/dates/2026-12-05`, { kind: 'back' }, { as: wren })
  const [back] = await listUpcoming(site.db, { now: site.now(), limit: 5 })
  expect(String(back?.startsAt)).toBe('2026-12-05T10:00:00Z')
  expect(back?.change).toBeNull()
  // A calendar that saw the move must see a newer word than it.
  expect(await listChanges(site.db, [id])).toMatchObject([{ kind: 'note', note: null, sequence: 2 }])
  expect(await news(site, okapi)).toContain('takes place as usual after all')
})

test.for([
  [{}, 'Choose what is different.'],
  [{ kind: 'moved' }, 'Choose another day or another time.'],
  [{ kind: 'moved', newDate: '2026-12-05', newTime: '10:00' }, 'Choose another day or another time.'],
  [{ kind: 'moved', newDate: '2027-01-02' }, 'This meeting is on that day already.'],
  [{ kind: 'moved', newDate: '2026-11-01' }, 'This day is over already.'],
  [{ kind: 'moved', newDate: '2026-02-30' }, 'This is not a date.'],
  [{ kind: 'moved', newTime: '25:00' }, 'Say when it begins'],
  [{ kind: 'note', note: ' ' }, 'Write the note.'],
  [{ kind: 'cancelled', note: 'n'.repeat(1001) }, 'This is too long.'],
] as const)('a date changed badly (%#) is refused with a sentence', async ([sent, sentence], { site }) => {
  const { wren, path } = await hosted(site)
  const answer = await site.post(`${path}/dates/2026-12-05`, { ...sent } as Record<string, string>, {
    as: wren,
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('of two hosts who change one date, the second sees what the first said', async ({ site }) => {
  const { wren, path } = await hosted(site)
  const first = { kind: 'cancelled', note: 'The river is up.', seen: '0' }
  const second = { kind: 'moved', newDate: '2026-12-06', seen: '0' }
  await site.post(`${path}/dates/2026-12-05`, first, { as: wren })
  const answer = await site.post(`${path}/dates/2026-12-05`, second, { as: wren })
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('somebody saved for this date: There is no meeting.')
  expect(page).toContain('The river is up.')
  expect(page).toContain('name="seen" value="1"')
  const again = await site.post(`${path}/dates/2026-12-05`, { ...second, seen: '1' }, { as: wren })
  expect(again.status).toBe(303)
})

test('only dates of the rule have a page, and only the future can be changed', async ({ site }) => {
  const { wren, path } = await hosted(site)
  for (const date of ['2026-12-06', '2026-13-01', 'tomorrow', '9999-12-04'])
    expect((await site.get(`${path}/dates/${date}`, { as: wren })).status, date).toBe(404)
  const over = await site.post(`${path}/dates/2026-11-07`, { kind: 'cancelled' }, { as: wren })
  expect(over.status).toBe(409)
  const okapi = await site.member('okapi')
  expect((await site.post(`${path}/dates/2026-12-05`, { kind: 'cancelled' }, { as: okapi })).status).toBe(403)
})

test('a meeting rests until a date, and is then on again by itself', async ({ site }) => {
  const { wren, id, path } = await hosted(site)
  for (const until of ['2020-01-01', '2026-02-30', '2030-01-01', 'soon'])
    expect((await site.post(`${path}/pause`, { until }, { as: wren })).status, until).toBe(422)
  expect((await site.post(`${path}/pause`, { until: '2026-12-20' }, { as: wren })).status).toBe(303)
  expect(await listUpcoming(site.db, { now: site.now(), limit: 5 })).toEqual([])
  site.setNow('2026-12-10T12:00:00Z')
  await rollTimes(site.db, site.now())
  const [january] = await listUpcoming(site.db, { now: site.now(), limit: 5 })
  expect(String(january?.startsAt)).toBe('2027-01-02T10:00:00Z')
  site.setNow('2026-12-20T12:00:00Z')
  await rollTimes(site.db, site.now())
  expect(await site.db`select status, paused_until from meetings where id = ${id}`).toMatchObject([
    { status: 'running', pausedUntil: null },
  ])
})
