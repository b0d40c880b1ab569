import { expect } from 'vitest'
import { type Site, type TestMember, test } from '../../../testing/site.ts'
import { startsIn } from '../testing/expand.ts'
import { addChange, addGroupHere, addMeetingOf } from '../testing/village.store.ts'

const page = '/meetings/mine/calendar'
const until = Temporal.Instant.from('2026-12-24T00:00:00Z')

async function planning(site: Site) {
  const wren = await site.member('wren')
  const group = await addGroupHere(site, 'Harbour')
  const every = await addMeetingOf(site, group, { name: 'Every tea' })
  const once = await addMeetingOf(site, group, { name: 'One tea', time: '08:00' })
  await addMeetingOf(site, group, { name: 'Not mine' })
  await plan(site, wren, every, null)
  await plan(site, wren, once, '2026-12-01')
  return { wren, every, once }
}

function plan(site: Site, member: TestMember, meetingId: string, onDate: string | null) {
  const row = { memberId: member.id, meetingId, onDate, plannedAt: String(site.now()) }
  return site.db`insert into meeting_plans ${site.db(row)}`
}

async function newAddress(site: Site, as: TestMember, fields = {}): Promise<string> {
  const answer = await site.post(page, fields, { as })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const html = await answer.text()
  return /\/feeds\/mine\/[\w-]{43}\.ics/.exec(html)?.[0] ?? ''
}

test('a member reads their own plan in a calendar, by an address that is shown once', async ({ site }) => {
  const { wren, once } = await planning(site)
  const address = await newAddress(site, wren)
  const answer = await site.get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, max-age=300')
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(answer.headers.get('x-robots-tag')).toBe('noindex')
  const calendar = await answer.text()
  expect(calendar).not.toContain('Not mine')
  expect(startsIn(calendar, until)).toEqual([
    ...['2026-11-24T19:00:00Z', '2026-12-01T08:00:00Z', '2026-12-01T19:00:00Z', '2026-12-08T19:00:00Z'],
    ...['2026-12-15T19:00:00Z', '2026-12-22T19:00:00Z'],
  ])
  expect(await (await site.get(page, { as: wren })).text()).not.toContain(address)
  const [row] = await site.db`select * from calendar_addresses`
  expect(JSON.stringify(row)).not.toContain(address.slice(12, 40))

  await addChange(site, once, {
    onDate: '2026-12-01',
    kind: 'moved',
    newDate: '2026-12-02',
    newTime: '09:30',
  })
  expect(startsIn(await (await site.get(address)).text(), until)).toContain('2026-12-02T09:30:00Z')
})

test('a plain calendar says when, and nothing else', async ({ site }) => {
  const { wren } = await planning(site)
  const calendar = await (await site.get(await newAddress(site, wren, { plain: 'yes' }))).text()
  expect(calendar).toContain('SUMMARY:Appointment')
  for (const word of ['tea', 'Newleaf.', 'zoom', 'DESCRIPTION', 'LOCATION', '/meetings/'])
    expect(calendar).not.toContain(word)
})

test('a new address ends the one before, and ending it ends it', async ({ site }) => {
  const { wren } = await planning(site)
  const first = await newAddress(site, wren)
  const second = await newAddress(site, wren)
  expect((await site.get(first)).status).toBe(404)
  expect((await site.get(second)).status).toBe(200)
  expect((await site.post(`${page}/end`, {}, { as: wren })).status).toBe(303)
  expect((await site.get(second)).status).toBe(404)
})

test('nobody reads a plan without its address, and a guest cannot make one', async ({ site }) => {
  await planning(site)
  for (const token of ['', 'x', 'A'.repeat(43), 'A'.repeat(10_000), '%00'])
    expect((await site.get(`/feeds/mine/${token}.ics`)).status).toBeGreaterThanOrEqual(400)
  expect((await site.get(page)).status).toBe(401)
  expect((await site.post(page, {})).status).toBe(401)
})

test('what is held of it is in the export, and goes with the account', async ({ site }) => {
  const { wren } = await planning(site)
  await newAddress(site, wren)
  const exported = await (await site.get('/account/export', { as: wren })).text()
  expect(exported).toContain('"calendar"')
  await site.db`delete from members where id = ${wren.id}`
  expect(await site.db`select 1 from calendar_addresses`).toEqual([])
})
