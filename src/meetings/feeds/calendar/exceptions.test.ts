import { expect } from 'vitest'
import { test } from '../../../testing/site.ts'
import { importText } from '../import.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const draft = { name: 'Walks', address: undefined, zone: undefined, kind: undefined }

function calendar(...lines: string[]): { source: string; text: string } {
  const event = [
    'UID:walk',
    'DTSTAMP:20261101T000000Z',
    'SUMMARY:Walk by the sea',
    'LOCATION:Pier House\\, Cork',
    'DTSTART;TZID=Europe/Dublin:20260105T190000',
    'RRULE:FREQ=WEEKLY',
    ...lines,
  ]
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR']
  return { source: 'walks.ics', text: all.join('\r\n') }
}

test('a date that a calendar cancels is cancelled here, and comes back when it is held after all', async ({
  site: { db },
}) => {
  await importText(db, draft, calendar('EXDATE;TZID=Europe/Dublin:20261130T190000'), { now })
  const cancelled = () =>
    db`select starts_at, change from meeting_times where on_date = '2026-11-30'`.then(
      (rows) => rows[0]?.change,
    )
  expect(await cancelled()).toBe('cancelled')
  await importText(db, draft, calendar(), { now })
  expect(await cancelled()).toBeNull()
  // A subscriber's calendar saw the first and must see the second.
  expect(await db`select kind, note, sequence from meeting_changes`).toEqual([
    { kind: 'note', note: null, sequence: 2 },
  ])
})

test('what a host said of a date stays, whatever the calendar says', async ({ site }) => {
  const { db } = site
  await importText(db, draft, calendar(), { now })
  const host = await site.member('rowan')
  await db`insert into meeting_changes (meeting_id, on_date, kind, note, changed_at, changed_by)
    select id, '2026-11-30', 'note', 'Bring a lamp', ${now}, ${host.id} from meetings`
  await importText(db, draft, calendar('EXDATE;TZID=Europe/Dublin:20261130T190000'), { now })
  await importText(db, draft, calendar(), { now })
  expect(await db`select kind, note from meeting_changes`).toEqual([{ kind: 'note', note: 'Bring a lamp' }])
})
