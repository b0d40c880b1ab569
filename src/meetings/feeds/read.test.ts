import { describe, expect, test } from 'vitest'
import { occurrences } from '../recurrence/recurrence.ts'
import { haveRealFeeds, realFeed, realFeedNames } from '../testing/realFeeds.ts'
import { readFeed } from './read.ts'
import { UnreadableFeed } from './unreadable.ts'

const good = {
  slug: 'quiet-room',
  name: 'The Quiet Room',
  day: 2,
  time: '19:00',
  timezone: 'Europe/Dublin',
  location: 'Library',
  formatted_address: '1 Main St, Cork, T12, Ireland',
}

function read(...changes: object[]) {
  return readFeed(JSON.stringify(changes.map((change) => ({ ...good, ...change }))))
}

function whys(reading: ReturnType<typeof readFeed>): string[] {
  return reading.lines.map((line) => `${line.action} ${line.field}: ${line.why}`)
}

function unreadable(text: string): string | undefined {
  try {
    readFeed(text)
  } catch (refusal) {
    if (refusal instanceof UnreadableFeed) return refusal.reason
    throw refusal
  }
  return undefined
}

describe('a feed that is no feed', () => {
  test('says in one word why', () => {
    expect(unreadable('')).toBe('empty')
    expect(unreadable('<!doctype html><title>Not found</title>')).toBe('web_page')
    expect(unreadable('[{"slug":"a"} and more')).toBe('not_json')
    expect(unreadable('[{"slug":"a","name":"On')).toBe('truncated')
    expect(unreadable('[{"slug":"a"}')).toBe('truncated')
    expect(unreadable('{"error":"sorry"}')).toBe('not_a_list')
    expect(unreadable('"hello"')).toBe('not_a_list')
    expect(unreadable('[]')).toBe('no_records')
    expect(unreadable('[{"colour":"green"}]')).toBe('not_meetings')
  })
})

describe('a Meeting Guide record', () => {
  test('that is whole is taken without a line', () => {
    const { meetings, lines } = read({})
    expect(lines).toEqual([])
    expect(meetings[0]).toMatchObject({
      externalId: 'quiet-room',
      recurrence: { every: 'week', interval: 1, days: [2] },
      time: '19:00',
      minutes: 60,
      zone: 'Europe/Dublin',
      inPerson: true,
      online: false,
    })
  })

  test('on several days is one meeting with several days', () => {
    expect(read({ day: [0, 3, '5'] }).meetings[0]?.recurrence).toMatchObject({ days: [3, 5, 7] })
  })

  test.each([
    ['8:00 PM', '20:00'],
    ['12:15 am', '00:15'],
    ['9:30', '09:30'],
    ['19:00:00', '19:00'],
    ['Noon', '12:00'],
  ])('with the time %s is mended to %s', (time, mended) => {
    const reading = read({ time })
    expect(reading.meetings[0]?.time).toBe(mended)
    expect(whys(reading)).toEqual(['mended time: time_mended'])
  })

  test.each([
    [{ day: '7' }, 'refused day: day_out_of_range'],
    [{ day: [1, 8] }, 'refused day: day_out_of_range'],
    [{ day: 'someday' }, 'refused day: day_unreadable'],
    [{ time: '25:00' }, 'refused time: time_unreadable'],
    [{ time: '13:00 PM' }, 'refused time: time_unreadable'],
    [{ day: undefined }, 'refused day: day_missing'],
    [{ time: '' }, 'refused time: time_missing'],
    [{ name: ' ', location: undefined }, 'refused name: name_missing'],
    [{ timezone: undefined }, 'refused timezone: zone_missing'],
  ])('with %j is refused with the reason', (change, why) => {
    const reading = read(change)
    expect(reading.meetings).toEqual([])
    expect(whys(reading)).toEqual([why])
    expect(reading.lines[0]?.record).toBe(1)
  })

  test.each([
    [{ end_time: 'late' }, 'mended end_time: end_unreadable'],
    [{ end_time: '19:00' }, 'mended end_time: end_same'],
    [{ end_time: '12:00' }, 'mended end_time: end_too_long'],
    [{ latitude: '0', longitude: '0' }, 'mended latitude: coordinates_zero'],
    [{ latitude: 91, longitude: 10 }, 'mended latitude: coordinates_outside'],
    [{ latitude: 'north', longitude: '10' }, 'mended latitude: coordinates_unreadable'],
    [{ latitude: 51.9 }, 'mended latitude: coordinates_unreadable'],
    [{ types: '[open]' }, 'mended types: types_as_text'],
    [{ types: ['QQQ'] }, 'mended types: type_unknown'],
    [{ slug: '', id: 71 }, 'mended slug: slug_from_id'],
    [{ slug: undefined }, 'mended slug: slug_from_words'],
    [{ notes: 'Bring <b>water</b>' }, 'mended notes: text_html'],
    [{ notes: 'Tea &amp; cake' }, 'mended notes: text_entities'],
    [{ notes: 'x'.repeat(5_000_000) }, 'mended notes: text_shortened'],
    [{ conference_url: 'javascript:alert(1)' }, 'mended conference_url: link_refused'],
    [{ conference_url: 'zoom.us/j/123456789' }, 'mended conference_url: link_completed'],
    [{ conference_phone: 'call Bob' }, 'mended conference_phone: phone_refused'],
    [{ types: ['TC'] }, 'mended types: place_closed'],
    [{ day: 'Tuesday' }, 'mended day: day_in_words'],
    [{ name: 'Cork, 1st and 3rd Tuesdays' }, 'mended day: some_weeks_from_name'],
    [{ name: 'Cork, every other Tuesday' }, 'mended day: every_other_unknown'],
  ])('with %j is mended with a line', (change, why) => {
    const reading = read(change)
    expect(reading.meetings).toHaveLength(1)
    expect(whys(reading)).toEqual([why])
  })

  test('that ends before it starts ends on the next day', () => {
    expect(read({ time: '23:30', end_time: '01:00' }).meetings[0]?.minutes).toBe(90)
  })

  test('keeps names from right to left and with emoji, and drops what would turn the page around', () => {
    expect(read({ name: 'اجتماع 🌿 \u202eevil' }).meetings[0]?.name).toBe('اجتماع 🌿 evil')
    expect(read({ name: 'Half \ud83c leaf\0' }).meetings[0]?.name).toBe('Half \ufffd leaf')
  })

  test('whose place is closed but has a link is online', () => {
    const [meeting] = read({ types: ['TC'], conference_url: 'https://zoom.us/j/123456789' }).meetings
    expect(meeting).toMatchObject({ status: 'running', online: true, inPerson: false })
  })

  test('without day and time is by appointment', () => {
    expect(read({ day: undefined, time: undefined }).meetings[0]?.status).toBe('by_appointment')
  })

  test('that stands twice is taken once; a slug used for two meetings is told apart', () => {
    const reading = read({}, {}, { day: 4 })
    expect(reading.meetings.map((each) => each.externalId)).toEqual(['quiet-room', 'quiet-room~4-19:00'])
    expect(whys(reading)).toEqual(['refused slug: slug_repeated', 'mended slug: slug_renamed'])
  })

  test('that is no record at all has a line too', () => {
    const reading = readFeed(JSON.stringify([good, null, 'hello', [1]]))
    expect(reading.meetings).toHaveLength(1)
    expect(reading.lines.map((line) => line.why)).toEqual(Array(3).fill('not_a_record'))
  })
})

describe('the zone of a meeting', () => {
  const philadelphia = { latitude: '39.95', longitude: '-75.16' }
  const zoneOf = (change: object, feedZone?: string) =>
    readFeed(JSON.stringify([{ ...good, timezone: undefined, ...change }]), feedZone).meetings[0]?.zone

  test('is its own, else that of its place, else the one given for the feed', () => {
    expect(zoneOf({ timezone: 'Asia/Kathmandu', ...philadelphia }, 'Europe/Paris')).toBe('Asia/Kathmandu')
    expect(zoneOf(philadelphia, 'Europe/Paris')).toBe('America/New_York')
    expect(zoneOf({}, 'Europe/Paris')).toBe('Europe/Paris')
  })

  test('one that does not exist is passed over with a line', () => {
    expect(zoneOf({ timezone: 'America/Gotham' }, 'Europe/Paris')).toBe('Europe/Paris')
  })

  test('an online meeting that states its zone in the name is believed before the town it is filed under', () => {
    const london = {
      latitude: 51.5,
      longitude: -0.12,
      approximate: 'yes',
      conference_url: 'https://zoom.us/j/12345678',
    }
    expect(zoneOf({ name: 'London - 7pm Eastern - Online', ...london })).toBe('America/New_York')
    expect(zoneOf({ name: 'London - 7pm Central European Time', ...london })).toBe('Europe/London')
  })

  test('a meeting in a room keeps its town’s time', () => {
    expect(zoneOf({ name: 'Philadelphia - 7pm Pacific', ...philadelphia })).toBe('America/New_York')
  })
})

describe('a BMLT feed', () => {
  const record = {
    id_bigint: '7',
    meeting_name: 'Morning Light',
    weekday_tinyint: '1',
    venue_type: '1',
    start_time: '08:00:00',
    duration_time: '01:30:00',
    time_zone: '',
    formats: 'Bk,ZZ,Rr',
    latitude: '40.7',
    longitude: '-73.9',
    location_text: 'Town Hall',
  }
  const formats = [
    { key_string: 'Bk', name_string: 'Book Study', world_id: 'LIT', lang: 'en' },
    { key_string: 'Rr', name_string: 'Round Robin', world_id: '', lang: 'en' },
  ]

  test('is known bare and with its formats, and Sunday is its first day', () => {
    const reading = readFeed(JSON.stringify({ meetings: [record], formats }))
    expect(reading.format).toBe('bmlt')
    expect(reading.meetings[0]).toMatchObject({
      recurrence: { days: [7] },
      time: '08:00',
      minutes: 90,
      zone: 'America/New_York',
      types: ['LIT'],
      tags: ['Round Robin'],
    })
    expect(whys(reading)).toEqual(['mended formats: type_unknown'])
    expect(readFeed(JSON.stringify([record])).format).toBe('bmlt')
  })

  test('refuses the unpublished and days that are none', () => {
    const reading = readFeed(
      JSON.stringify([
        { ...record, published: '0' },
        { ...record, weekday_tinyint: '8' },
      ]),
    )
    expect(whys(reading)).toEqual([
      'refused published: not_published',
      'refused weekday_tinyint: day_out_of_range',
    ])
  })
})

describe.skipIf(!haveRealFeeds)('real feeds', () => {
  test.each([
    ['mg-philadelphia-sepia-2098.json', 2098],
    ['bmlt-gnyr-with-formats.json', 1513],
    ['mg-eda-185.json', 185],
  ])('%s: every record is taken, or refused with a line', (name, records) => {
    const reading = readFeed(realFeed(name))
    const refused = reading.lines.filter((line) => line.action === 'refused')
    expect(reading.records).toBe(records)
    expect(reading.meetings.length + refused.length).toBe(records)
    expect(new Set(refused.map((line) => line.record)).size).toBe(refused.length)
    expect(reading.meetings.length).toBe(records)
  })

  test('a meeting that states its time and zone in its name is at that time, or has a line', () => {
    const zones = { Eastern: 'New_York', Central: 'Chicago', Mountain: 'Denver', Pacific: 'Los_Angeles' }
    const { meetings, lines } = readFeed(realFeed('mg-eda-185.json'), 'America/New_York')
    const disputed = new Set(lines.filter((line) => line.why === 'zone_disputed').map((line) => line.name))
    const from = Temporal.Instant.from('2026-07-01T00:00:00Z')
    let stated = 0
    for (const { name, time, minutes, zone, recurrence } of meetings) {
      const said = /(\d+)(?::(\d+))?\s*([ap])m (Eastern|Central|Mountain|Pacific)(?! Eur)/i.exec(name)
      if (!said || !recurrence || !time || !zone || disputed.has(name)) continue
      const hour = (Number(said[1]) % 12) + (said[3]?.toLowerCase() === 'p' ? 12 : 0)
      const there = `America/${zones[said[4] as keyof typeof zones]}`
      const [next] = occurrences({ recurrence, time, minutes, zone }, from, from.add({ hours: 24 * 35 }))
      const wall = next?.startsAt.toZonedDateTimeISO(there).toPlainTime().toString().slice(0, 5)
      expect(wall, name).toBe(`${String(hour).padStart(2, '0')}:${said[2] ?? '00'}`)
      stated++
    }
    expect(stated).toBeGreaterThan(150)
    expect(disputed.size).toBeLessThan(6)
  })

  test('every other list is read or refused in a word, never thrown over', () => {
    for (const name of realFeedNames()) {
      const text = realFeed(name)
      const reason = unreadable(text)
      if (reason) continue
      const reading = readFeed(text)
      const refused = reading.lines.filter((line) => line.action === 'refused')
      expect(reading.meetings.length + refused.length, name).toBe(reading.records)
    }
    expect(unreadable(realFeed('mg-invalid-trailing-text.json.txt'))).toBe('not_json')
  })
})
