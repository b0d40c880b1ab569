import { expect } from 'vitest'
import { transaction } from '../../platform/database/index.ts'
import { type Site, type TestMember, test } from '../../testing/site.ts'
import { addPlan } from '../attendance/store.ts'
import { bringIn } from '../testing/town.store.ts'
import { importText } from './import.ts'

const news = async (site: Site, who: TestMember) => (await site.get('/account/notices', { as: who })).text()

async function plan(site: Site, name: string, who: TestMember, onDate: string | null): Promise<void> {
  const [row] = await site.db<{ id: string }[]>`select id from meetings where name = ${name}`
  const date = onDate ? Temporal.PlainDate.from(onDate) : null
  await transaction(site.db, (tx) =>
    addPlan(tx, who.id, { meetingId: row?.id ?? '', onDate: date, shown: false }, site.now()),
  )
}

test('who planned to come to a meeting of a list hears that it is elsewhere, or gone, once', async ({
  site,
}) => {
  const okapi = await site.member('okapi')
  const heron = await site.member('heron')
  const many = Array.from({ length: 8 }, (_, index) => ({ name: `Other ${index}`, slug: `other-${index}` }))
  const tea = { name: 'Tea', slug: 'tea', formatted_address: '1 Quay St, Cork, Ireland', notes: 'Kettle.' }
  const walk = { name: 'Walk', slug: 'walk', formatted_address: '2 Pier, Cork, Ireland' }
  await bringIn(site.db, site.now(), ...many, tea, walk)
  await plan(site, 'Tea', okapi, null)
  await plan(site, 'Walk', okapi, '2026-11-23')
  await plan(site, 'Walk', heron, '2026-10-05')

  await bringIn(site.db, site.now(), ...many, { ...tea, notes: 'Kettle and cups.' }, walk)
  expect(await news(site, okapi)).toContain('Nothing yet')

  await bringIn(site.db, site.now(), ...many, { ...tea, formatted_address: '9 Quay St, Cork, Ireland' })
  const told = await news(site, okapi)
  expect(told).toContain('“Tea” has a new time or place.')
  expect(told).toContain('“Walk” has ended.')
  // Who came last month is not told of what they do not plan.
  expect(await news(site, heron)).toContain('Nothing yet')
})

test('who planned to come on a date that a calendar cancels hears of it, and that it is on after all', async ({
  site,
}) => {
  const calendar = (...more: string[]) => {
    const event = ['UID:walk', 'DTSTAMP:20261101T000000Z', 'SUMMARY:Walk', 'LOCATION:Pier House\\, Cork']
    const when = ['DTSTART;TZID=Europe/Dublin:20260105T190000', 'RRULE:FREQ=WEEKLY', ...more]
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      ...event,
      ...when,
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    return { source: 'walks.ics', text: lines.join('\r\n') }
  }
  const draft = { name: 'Walks', address: undefined, zone: undefined, kind: undefined }
  const now = site.now()
  await importText(site.db, draft, calendar(), { now })
  const okapi = await site.member('okapi')
  const heron = await site.member('heron')
  await plan(site, 'Walk', okapi, '2026-11-30')
  await plan(site, 'Walk', heron, '2026-12-07')
  await importText(site.db, draft, calendar('EXDATE;TZID=Europe/Dublin:20261130T190000'), { now })
  expect(await news(site, okapi)).toContain('“Walk” on Monday, November 30 is cancelled.')
  expect(await news(site, heron)).toContain('Nothing yet')
  await importText(site.db, draft, calendar(), { now })
  expect(await news(site, okapi)).toContain('takes place as usual after all')
})
