import { expect } from 'vitest'
import { addGroup, joinGroup } from '../../groups/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { addMeeting } from '../hosting/store.ts'
import { forgetOldPlans } from './plans.store.ts'

/** Every Monday at seven in the evening; the site's clock says Sunday, November 22nd. */
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
  const open = { purposes: [], languages: [], circles: [], practices: [], online: true, inPerson: false }
  const group = await transaction(site.db, (tx) =>
    addGroup(tx, { ...draft, ...open, zone: 'UTC', placeName: null }, { memberId: wren.id, now: site.now() }),
  )
  const meeting = {
    name: 'Monday tea',
    recurrence: { every: 'week' as const, interval: 1, days: [1 as const] },
    time: '19:00',
    minutes: 60,
    zone: 'UTC',
    onlineUrl: 'https://meet.example.org/tea',
    phone: null,
    placeName: null,
  }
  const by = {
    groupId: group.id,
    groupName: group.name,
    memberId: wren.id,
    place: undefined,
    now: site.now(),
  }
  const id = await transaction(site.db, (tx) => addMeeting(tx, meeting, by))
  const join = (who: TestMember) => transaction(site.db, (tx) => joinGroup(tx, group.id, who.id, site.now()))
  return { wren, okapi, group, id, join, path: `/meetings/${id}` }
}

const html = async (answer: Promise<Response>) => (await answer).text()
const offered = { offered: ['2026-11-23', '2026-11-30'], past: ['2026-11-16', '2026-11-09'] }

test('a guest is told that it can be noted, and writes nothing', async ({ site }) => {
  const { path } = await tea(site)
  expect(await html(site.get(path))).toContain('Members can note here that they plan to come')
  expect((await site.post(`${path}/coming`, { plan: '2026-11-23' })).status).toBe(401)
  expect((await site.get('/meetings/mine')).status).toBe(401)
})

test('a plan is on one’s own page, can be taken back, and nobody else sees it', async ({ site }) => {
  const { wren, okapi, path } = await tea(site)
  const answer = await site.post(`${path}/coming`, { ...offered, plan: '2026-11-30' }, { as: okapi })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}#coming`])
  const mine = await html(site.get('/meetings/mine', { as: okapi }))
  expect(mine).toContain('Monday tea')
  expect(mine).toContain('Monday, November 30')
  expect(mine).not.toContain('November 23')
  for (const as of [wren, undefined]) expect(await html(site.get(path, as && { as }))).not.toContain('okapi')
  await site.post(`${path}/coming`, offered, { as: okapi })
  expect(await html(site.get('/meetings/mine', { as: okapi }))).toContain('Nothing planned')
})

test('every time is every time', async ({ site }) => {
  const { okapi, path } = await tea(site)
  await site.post(`${path}/coming`, { ...offered, every: 'yes' }, { as: okapi })
  const mine = await html(site.get('/meetings/mine', { as: okapi }))
  expect(mine.match(/You come every time/g)?.length).toBeGreaterThan(3)
})

test('what is shown is seen by members of the group, and by nobody else', async ({ site }) => {
  const { wren, okapi, path, join } = await tea(site)
  const said = { ...offered, plan: '2026-11-23', came: '2026-11-16', shown: 'yes' }
  // Not yet a member: there is nobody to show it to.
  await site.post(`${path}/coming`, said, { as: okapi })
  expect(await html(site.get(path, { as: wren }))).not.toContain('okapi')
  await join(okapi)
  expect(await html(site.get(path, { as: wren }))).not.toContain('okapi')
  await site.post(`${path}/coming`, said, { as: okapi })
  const seen = await html(site.get(path, { as: wren }))
  expect(seen).toMatch(/Plan to come:.*okapi/s)
  expect(seen).toMatch(/Were there lately:.*okapi/s)
  for (const as of [await site.member('stranger'), undefined])
    expect(await html(site.get(path, as && { as }))).not.toContain('okapi')
})

test('only what was can be noted as past, and only what is ahead as planned', async ({ site }) => {
  const { okapi, id, path } = await tea(site)
  const wrong = {
    plan: ['2026-11-16', '2026-11-24', '2030-01-07'],
    came: ['2026-11-23', '2026-11-17', '2026-06-01'],
  }
  expect((await site.post(`${path}/coming`, wrong, { as: okapi })).status).toBe(303)
  expect(await site.db`select from meeting_plans where meeting_id = ${id}`).toHaveLength(0)
  expect(await site.db`select from attendances`).toHaveLength(0)
  for (const plan of ['2026-02-30', 'x', ''])
    expect((await site.post(`${path}/coming`, { plan }, { as: okapi })).status, plan).toBe(422)
  const flood = Array.from({ length: 21 }, () => '2026-11-23')
  expect((await site.post(`${path}/coming`, { plan: flood }, { as: okapi })).status).toBe(422)
})

test('the picture counts what was, and says nothing of weeks off', async ({ site }) => {
  const { okapi, path } = await tea(site)
  const none = await html(site.get('/meetings/mine', { as: okapi }))
  expect(none).toContain('a leaf grows here')
  await site.post(`${path}/coming`, { ...offered, came: ['2026-11-16', '2026-11-09'] }, { as: okapi })
  const mine = await html(site.get('/meetings/mine', { as: okapi }))
  expect(mine).toContain('In the last half year you noted 2 meetings.')
  expect(mine.match(/class="leaf"/g)).toHaveLength(2)
  expect(mine).not.toMatch(/streak|missed|\b0 meetings/)
})

test('what somebody was at stays theirs when the meeting is gone; an old plan is forgotten', async ({
  site,
}) => {
  const { okapi, id, path } = await tea(site)
  await site.post(`${path}/coming`, { ...offered, plan: '2026-11-23', came: '2026-11-16' }, { as: okapi })
  await forgetOldPlans(site.db, Temporal.Instant.from('2027-03-01T12:00:00Z'))
  expect(await site.db`select from meeting_plans`).toHaveLength(0)
  await site.db`delete from meetings where id = ${id}`
  const mine = await html(site.get('/meetings/mine', { as: okapi }))
  expect(mine).toContain('Monday tea')
})

test('the export has it, and the deletion takes it', async ({ site }) => {
  const { okapi, path } = await tea(site)
  await site.post(`${path}/coming`, { ...offered, plan: '2026-11-23', came: '2026-11-16' }, { as: okapi })
  const own = await (await site.get('/account/export', { as: okapi })).json()
  expect(own.meetings).toMatchObject({
    plans: [{ meeting: 'Monday tea', onDate: '2026-11-23', shown: false }],
    came: [{ meeting: 'Monday tea', onDate: '2026-11-16' }],
  })
})
