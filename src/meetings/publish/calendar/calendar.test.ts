import ICAL from 'ical.js'
import { expect } from 'vitest'
import { type Site, test } from '../../../testing/site.ts'
import { startsIn } from '../testing/expand.ts'
import { addChange, addGroupHere, addMeetingOf, somethingChanged } from '../testing/village.store.ts'

async function read(site: Site, path: string): Promise<string> {
  const answer = await site.get(path)
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  return answer.text()
}

/** RFC 5545 as far as it is about lines. */
function expectLines(calendar: string): void {
  expect(calendar.endsWith('\r\n')).toBe(true)
  for (const line of calendar.slice(0, -2).split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(Buffer.from(line).toString()).toBe(line)
  }
}

const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '')
const until = Temporal.Instant.from('2026-12-24T00:00:00Z')

test('a subscriber sees a date cancelled, another moved, and the rest as ever', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  const id = await addMeetingOf(site, group)
  const before = await read(site, `/meetings/${id}.ics`)
  expect(startsIn(before, until).length).toBe(5)
  await addChange(site, id, { onDate: '2026-12-01', kind: 'cancelled', note: 'The hall is shut; sorry, all' })
  await addChange(site, id, { onDate: '2026-12-08', kind: 'moved', newDate: '2026-12-09', newTime: '18:00' })
  await addChange(site, id, { onDate: '2026-12-15', kind: 'note', note: 'Bring a cup' })
  await somethingChanged(site)
  const calendar = await read(site, `/meetings/${id}.ics`)
  expectLines(calendar)
  expect(startsIn(calendar, until)).toEqual([
    ...['2026-11-24T19:00:00Z', '2026-12-09T18:00:00Z', '2026-12-15T19:00:00Z', '2026-12-22T19:00:00Z'],
  ])
  const text = unfolded(calendar)
  expect(text).toContain('EXDATE;TZID=Europe/Dublin:20261201T190000\r\n')
  expect(text).toContain('RECURRENCE-ID;TZID=Europe/Dublin:20261208T190000\r\n')
  expect(text).toContain('SUMMARY:Cancelled: Evening tea\r\n')
  expect(text).toContain('The hall is shut\\; sorry\\, all')
  const sequences = [...text.matchAll(/SEQUENCE:(\d+)/g)].map(([, number]) => Number(number))
  expect(sequences[0]).toBe(3)
  expect(sequences[1]).toBeGreaterThan(3)
})

test('an event says all that a calendar can hold', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  const [feed] = await site.db<
    { id: string }[]
  >`insert into feeds (name) values ('Harbour list') returning id`
  const id = await addMeetingOf(site, group, {
    ...{
      inPerson: true,
      address: '1 Quay, Cork',
      placeName: 'Hall',
      latitude: 51.9,
      longitude: -8.47,
      feedId: feed?.id,
    },
    ...{ phone: '+353 1 555 0100', notes: `Tea 🌿 ${'ünïcödé '.repeat(30)}`, minutes: 1440 },
  })
  const calendar = await read(site, `/meetings/${id}.ics`)
  expectLines(calendar)
  const text = unfolded(calendar)
  for (const line of [
    `UID:meeting-${id}@localhost`,
    'DTSTART;TZID=Europe/Dublin:20261124T190000',
    'DURATION:PT1440M',
    'RRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO',
    'STATUS:CONFIRMED',
    'LOCATION:Hall\\, 1 Quay\\, Cork',
    'GEO:51.9;-8.47',
    `URL:http://localhost:3000/meetings/${id}`,
    'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://zoom.us/j/123',
    'CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+35315550100',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'TZID:Europe/Dublin',
  ])
    expect(text).toContain(`${line}\r\n`)
  const zone = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vtimezone')
  expect(zone?.toString()).toContain('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
})

test('the whole calendar holds also what is not every week, and not what is over', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  await addMeetingOf(site, group, { name: 'Walk', recurrence: { every: 'month', weeks: [-1], day: 7 } })
  await addMeetingOf(site, group, { name: 'Feast', recurrence: { every: 'once', date: '2026-12-24' } })
  await addMeetingOf(site, group, { name: 'Long ago', recurrence: { every: 'once', date: '2025-12-24' } })
  await addMeetingOf(site, group, { name: 'Resting', status: 'paused' })
  await addMeetingOf(site, group, { name: 'Back soon', status: 'paused', pausedUntil: '2026-12-20' })
  await addMeetingOf(site, group, {
    name: 'Call us',
    recurrence: null,
    time: null,
    zone: null,
    status: 'by_appointment',
  })
  const calendar = unfolded(await read(site, '/feeds/meetings.ics'))
  const names = [...calendar.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, name]) => name)
  expect(names).toEqual(['Walk', 'Feast', 'Back soon'])
  expect(calendar).toContain('RRULE:FREQ=MONTHLY;BYDAY=-1SU')
  expect(calendar).toContain('DTSTART;TZID=Europe/Dublin:20261222T190000')
  expect(calendar.match(/BEGIN:VTIMEZONE/g)?.length).toBe(1)
})

test('who has a meeting in the calendar learns that it has ended', async ({ site }) => {
  const group = await addGroupHere(site, 'Harbour')
  const id = await addMeetingOf(site, group, { status: 'ended' })
  expect(await read(site, `/meetings/${id}.ics`)).toContain('STATUS:CANCELLED')
})

test('a calendar without a meeting is still a calendar', async ({ site }) => {
  const calendar = await read(site, '/feeds/meetings.ics')
  expect(new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vtimezone').length).toBe(1)
  expectLines(calendar)
})

test('a group and a search have calendars of their own', async ({ site }) => {
  const [one, other] = [await addGroupHere(site, 'Harbour'), await addGroupHere(site, 'Hill')]
  await addMeetingOf(site, one)
  await addMeetingOf(site, other, { name: 'Hall', inPerson: true, online: false })
  expect(await read(site, `/groups/${one.slug}/meetings.ics`)).not.toContain('Hall')
  const found = await read(site, '/feeds/meetings.ics?how=in_person')
  expect(found).toContain('SUMMARY:Hall')
  expect(found).not.toContain('SUMMARY:Evening tea')
})
