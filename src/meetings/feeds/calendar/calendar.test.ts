import { describe, expect, test } from 'vitest'
import { readFeed } from '../read.ts'
import { zoneOfTzid } from './zones.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')

/** A calendar of events, each given as its lines. */
function calendar(...events: string[][]): string {
  const lines = events.flatMap((event) => [
    'BEGIN:VEVENT',
    'DTSTAMP:20261101T000000Z',
    ...event,
    'END:VEVENT',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//t//t//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

const walk = [
  'UID:walk@harbour',
  'SUMMARY:Walk by the sea',
  'DTSTART;TZID=Europe/Dublin:20260105T190000',
  'DTEND;TZID=Europe/Dublin:20260105T203000',
  'LOCATION:Pier House\\, 1 Quay St\\, Cork\\, Ireland',
]

function read(...events: string[][]) {
  return readFeed(calendar(...events), { now })
}

function why(...event: string[]): string | undefined {
  const { lines } = read(['UID:a', 'SUMMARY:A', 'LOCATION:Hall\\, Cork', ...event])
  return lines.map(({ action, field, why }) => `${action} ${field}: ${why}`).join()
}

describe('an event of a calendar', () => {
  test('that repeats is a meeting', () => {
    const { meetings, lines, format } = read([...walk, 'RRULE:FREQ=WEEKLY;BYDAY=MO,TH'])
    expect(format).toBe('calendar')
    expect(lines).toEqual([])
    expect(meetings[0]).toMatchObject({
      externalId: 'walk@harbour',
      name: 'Walk by the sea',
      recurrence: { every: 'week', interval: 1, days: [1, 4] },
      time: '19:00',
      minutes: 90,
      zone: 'Europe/Dublin',
      inPerson: true,
      online: false,
      placeName: 'Pier House',
      town: 'Cork',
    })
  })

  test.each([
    ['FREQ=WEEKLY', { every: 'week', interval: 1, days: [1] }],
    ['FREQ=DAILY', { every: 'week', interval: 1, days: [1, 2, 3, 4, 5, 6, 7] }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { every: 'week', interval: 2, days: [1], from: '2026-01-05' }],
    ['FREQ=MONTHLY;BYDAY=1MO', { every: 'month', weeks: [1], day: 1 }],
    ['FREQ=MONTHLY;BYDAY=-1SU', { every: 'month', weeks: [-1], day: 7 }],
    ['FREQ=MONTHLY;BYDAY=2TU,4TU', { every: 'month', weeks: [2, 4], day: 2 }],
    ['FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1', { every: 'month', weeks: [1], day: 6 }],
    ['FREQ=WEEKLY;UNTIL=20270125T190000Z', { every: 'week', interval: 1, days: [1], until: '2027-01-25' }],
    ['FREQ=WEEKLY;COUNT=60', { every: 'week', interval: 1, days: [1], until: '2027-02-22' }],
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=14', { every: 'month', weeks: [1], day: 1, until: '2027-02-01' }],
  ])('with the rule %s is at those times', (rule, recurrence) => {
    expect(read([...walk, `RRULE:${rule}`]).meetings[0]?.recurrence).toEqual(recurrence)
  })

  test.each([
    'FREQ=MONTHLY;BYMONTHDAY=13',
    'FREQ=YEARLY',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=1MO,3TU',
    'FREQ=WEEKLY;BYMONTH=6',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=SECONDLY',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU',
  ])('with the rule %s is refused, for weekly it would be wrong', (rule) => {
    expect(read([...walk, `RRULE:${rule}`])).toMatchObject({
      meetings: [],
      lines: [{ action: 'refused', field: 'RRULE', why: 'rule_unknown' }],
    })
  })

  test('that begins later or is over says so', () => {
    const later = [
      'UID:b',
      'SUMMARY:B',
      'LOCATION:Hall',
      'DTSTART;TZID=Europe/Dublin:20270104T190000',
      'RRULE:FREQ=WEEKLY',
    ]
    expect(read(later).meetings[0]?.recurrence).toMatchObject({ begins: '2027-01-04' })
    expect(why('DTSTART;TZID=Europe/Dublin:20200106T190000', 'RRULE:FREQ=WEEKLY;COUNT=3')).toBe(
      'refused RRULE: over',
    )
    expect(why('DTSTART;TZID=Europe/Dublin:20200106T190000')).toBe('refused DTSTART: over')
    expect(
      read([...walk.slice(0, 2), 'LOCATION:Hall', 'DTSTART;TZID=Europe/Dublin:20261224T180000']).meetings[0],
    ).toMatchObject({
      recurrence: { every: 'once', date: '2026-12-24' },
    })
  })

  test('cancels, moves or speaks apart of single dates', () => {
    const changed = (...lines: string[]) => ['UID:walk@harbour', 'SUMMARY:Walk by the sea', ...lines]
    const { meetings } = read(
      [
        ...walk,
        'RRULE:FREQ=WEEKLY',
        'EXDATE;TZID=Europe/Dublin:20261228T190000,20250101T190000',
        'EXDATE:20261130T190000Z',
      ],
      changed(
        'RECURRENCE-ID;TZID=Europe/Dublin:20261207T190000',
        'DTSTART;TZID=Europe/Dublin:20261208T200000',
      ),
      changed('RECURRENCE-ID;TZID=Europe/Dublin:20261214T190000', 'STATUS:CANCELLED'),
      [
        'UID:walk@harbour',
        'SUMMARY:Walk with mulled tea',
        'RECURRENCE-ID:20261221T190000Z',
        'DTSTART;TZID=Europe/Dublin:20261221T190000',
      ],
    )
    expect(meetings).toHaveLength(1)
    expect(meetings[0]?.exceptions).toEqual([
      { onDate: '2026-11-30', kind: 'cancelled', newDate: null, newTime: null, note: null },
      { onDate: '2026-12-07', kind: 'moved', newDate: '2026-12-08', newTime: '20:00', note: null },
      { onDate: '2026-12-14', kind: 'cancelled', newDate: null, newTime: null, note: null },
      { onDate: '2026-12-21', kind: 'note', newDate: null, newTime: null, note: 'Walk with mulled tea' },
      { onDate: '2026-12-28', kind: 'cancelled', newDate: null, newTime: null, note: null },
    ])
  })

  test('that cannot be a meeting is refused with the reason', () => {
    expect(why('DTSTART;VALUE=DATE:20261224')).toBe('refused DTSTART: whole_day')
    expect(why('DTSTART:20261224T190000')).toBe('refused DTSTART: zone_missing')
    expect(why('DTSTART;TZID=Mars/Base:20261224T190000')).toBe(
      'mended DTSTART: zone_unknown,refused DTSTART: zone_missing',
    )
    expect(why('STATUS:CANCELLED', 'DTSTART:20261224T190000Z')).toBe('refused STATUS: cancelled')
    expect(why('RRULE:FREQ=WEEKLY')).toBe('refused DTSTART: time_unreadable')
    expect(why('DTSTART:20261224T190000Z', 'DTEND:20261224T180000Z')).toBe('mended DTEND: end_before_start')
    expect(read(['SUMMARY:No id', 'DTSTART:20261224T190000Z']).lines[0]).toMatchObject({
      field: 'UID',
      why: 'id_missing',
    })
  })

  test('online is known by its link, wherever that stands', () => {
    const online = (...lines: string[]) =>
      read(['UID:o', 'SUMMARY:O', 'DTSTART:20261224T190000Z', ...lines]).meetings[0]
    const link = 'https://us02web.zoom.us/j/123456789'
    expect(online(`LOCATION:${link}`)).toMatchObject({ online: true, inPerson: false, onlineUrl: link })
    expect(online('LOCATION:Zoom', `DESCRIPTION:Join at ${link} any time`)).toMatchObject({ onlineUrl: link })
    expect(online('LOCATION:1 Quay St\\, Cork', `URL:${link}`)).toMatchObject({
      online: true,
      inPerson: true,
    })
  })

  test('has the zone that it names, also in the words of Windows', () => {
    expect(zoneOfTzid('Eastern Standard Time')).toBe('America/New_York')
    expect(zoneOfTzid('/mozilla.org/20070129_1/Europe/Berlin')).toBe('Europe/Berlin')
    expect(zoneOfTzid('Customized Time Zone')).toBeUndefined()
    const utc = ['UID:z', 'SUMMARY:Z', 'LOCATION:Hall', 'DTSTART:20261224T190000Z']
    const text = calendar(utc).replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:America/New_York')
    expect(readFeed(text, { now }).meetings[0]).toMatchObject({ time: '14:00', zone: 'America/New_York' })
  })
})

test('a calendar that is cut off or broken says so', () => {
  const whole = calendar(walk)
  expect(() => readFeed(whole.slice(0, -40))).toThrow('truncated')
  expect(() => readFeed(whole.replace('SUMMARY:', 'SUMMARY '))).toThrow('not_calendar')
  expect(() => readFeed(calendar())).toThrow('no_records')
})
