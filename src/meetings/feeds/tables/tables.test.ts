import { describe, expect, test } from 'vitest'
import { haveRealFeeds, realFeed } from '../../testing/realFeeds.ts'
import { readFeed } from '../read.ts'
import { UnknownColumns, UnreadableFeed } from '../unreadable.ts'
import { daysInWords } from './days.ts'
import { whyNotColumns } from './fields.ts'
import { guessColumns } from './guess.ts'
import { parseTable, sampleOf } from './parse.ts'

function guessed(text: string) {
  return guessColumns(parseTable(text, 100))
}

function read(text: string, zone = 'Europe/London') {
  return readFeed(text, { zone, columns: guessed(text) })
}

function whys(text: string): string[] {
  return read(text).lines.map(({ action, record, field, why }) => `${record} ${action} ${field}: ${why}`)
}

const head = 'Ref,Title,Day,Time,Length,Venue,Address,Town,Wheelchair,Notes'
const rows = (...lines: string[]) => [head, ...lines].join('\n')

describe('a table that an operator described', () => {
  test('is read row by row, with twelve hours, words for days and a length', () => {
    const reading = read(
      rows('a1,Harbour Lights,Monday,7:30 PM,1hr 30mins,Library,1 Main St,Cork,Yes,"Ring, twice"'),
    )
    expect(reading.lines).toEqual([])
    expect(reading.meetings[0]).toMatchObject({
      externalId: 'a1',
      name: 'Harbour Lights',
      recurrence: { every: 'week', days: [1] },
      time: '19:30',
      minutes: 90,
      zone: 'Europe/London',
      placeName: 'Library',
      address: '1 Main St, Cork',
      town: 'Cork',
      types: ['X'],
      notes: 'Ring, twice',
    })
  })

  test('names the column that stands in it when a row is refused or mended', () => {
    expect(
      whys(
        rows(
          'a,No time,Monday,,,Library,,,,',
          'b,No day,Someday,19:00,,Library,,,,',
          'c,Late,Monday,25:00,,Library,,,,',
          'd,Odd length,Monday,19:00,-1hr,Library,,,,',
          ',,Monday,19:00,,,,,,',
        ),
      ),
    ).toEqual([
      '1 refused Time: time_missing',
      '2 refused Day: day_unreadable',
      '3 refused Time: time_unreadable',
      '4 mended Length: end_unreadable',
      '5 refused Title: name_missing',
    ])
  })

  test('has a start and an end in one cell, several days, or both together in words', () => {
    const text = 'Name;When;Hours\nTea;Mon/Wed;19:30-21:00\nNight;Fri & Sat;10pm to 1am'
    const columns = [
      { column: 'Name', field: 'name' },
      { column: 'When', field: 'day' },
      { column: 'Hours', field: 'time' },
    ] as const
    const { meetings } = readFeed(text, { zone: 'UTC', columns: [...columns] })
    expect(meetings).toMatchObject([
      { time: '19:30', minutes: 90, recurrence: { days: [1, 3] } },
      { time: '22:00', minutes: 180, recurrence: { days: [5, 6] } },
    ])
    const together = 'Name,Times,Hall\nTea,Friday 7:00 PM,Library\nNoon,Sundays at noon,Library'
    expect(read(together).meetings).toMatchObject([
      { time: '19:00', recurrence: { days: [5] } },
      { time: '12:00', recurrence: { days: [7] } },
    ])
  })

  test('without ids knows its meetings by what they are', () => {
    const text = 'Name,Day,Time,Venue\nTea,Monday,19:00,Library\nTea,Friday,19:00,Library'
    const ids = read(text).meetings.map(({ externalId }) => externalId)
    expect(ids).toEqual(['tea-1-19-00-library', 'tea-5-19-00-library'])
    expect(read(text).meetings.map(({ externalId }) => externalId)).toEqual(ids)
  })

  test('is not taken before somebody said what its columns mean, nor after they were named anew', () => {
    const text = rows('a1,Harbour,Monday,19:00,,Library,,,,')
    expect(() => readFeed(text)).toThrow(UnknownColumns)
    const columns = guessed(text)
    expect(() => readFeed(text.replace('Title', 'Caption'), { columns })).toThrow(UnknownColumns)
  })

  test('cut off inside a cell is refused whole', () => {
    const text = `${rows('a1,Harbour,Monday,19:00,,"Libra')}`
    expect(() => read(`${text}`)).toThrow(UnreadableFeed)
    expect(() => readFeed(`${head}\na,b,"c" d,e\n`)).toThrow(UnreadableFeed)
  })

  test('in the letters and with the separators that office programs write', () => {
    const text = '\ufeffName;Tag;Uhrzeit;Ort\nGr\u00fcner Tee;Dienstag;19.30;B\u00fccherei\n'
    expect(read(text, 'Europe/Berlin').meetings[0]).toMatchObject({
      name: 'Grüner Tee',
      time: '19:30',
      recurrence: { days: [2] },
      placeName: 'Bücherei',
    })
  })
})

describe('what columns may mean', () => {
  test('is guessed by their names and by what stands in them', () => {
    const text =
      'Foo,Title,Weekday,Begin,Open,Link\nx,Tea,Monday,19:00,Everyone is welcome,https://zoom.us/j/1234567'
    expect(guessed(text)).toEqual([
      { column: 'Title', field: 'name' },
      { column: 'Weekday', field: 'day' },
      { column: 'Begin', field: 'time' },
      { column: 'Link', field: 'conference_url' },
    ])
  })

  test('must be enough to make a meeting of, and each thing only once', () => {
    const all = guessed(rows('a1,Harbour,Monday,19:00,,Library,,,,'))
    expect(whyNotColumns(all)).toBeUndefined()
    expect(whyNotColumns(all.filter(({ field }) => field !== 'time'))).toBe('when')
    expect(whyNotColumns(all.filter(({ field }) => field !== 'name' && field !== 'location'))).toBe('name')
    expect(whyNotColumns([...all, { column: 'Notes', field: 'day' }])).toBe('double')
    expect(whyNotColumns([...all, { column: 'More', field: 'notes' }])).toBeUndefined()
  })

  test('days are known in the languages that lists are kept in', () => {
    expect(daysInWords('Tues, Thurs')).toEqual([2, 4])
    expect(daysInWords('Daily')).toHaveLength(7)
    expect(daysInWords('mercredi')).toEqual([3])
    expect(daysInWords('Miércoles y viernes')).toEqual([3, 5])
    expect(daysInWords('Sonntag')).toEqual([0])
    expect(daysInWords('someday')).toBeUndefined()
    expect(daysInWords('')).toBeUndefined()
  })
})

const naws =
  'Committee,CommitteeName,ParentName,Room,Closed,WheelChr,Day,Time,Place,Address,City,State,Zip,Country,Directions,Format1,Format2,Delete,Longitude,Latitude,PhoneMeetingNumber,VirtualMeetingLink,TimeZone,bmlt_id,unpublished,ContactName,ContactPhone'

test('a NAWS table is known by its columns', () => {
  const reading = readFeed(
    [
      naws,
      'G1,Morning Group,Cape,Room 2,OPEN,TRUE,Sunday,0730,Hall,1 Main St,Falmouth,MA,02540,USA,Back door,STEP,JFT,,-70.6,41.55,,,,11,,Jo,555',
      'G2,Night Group,Cape,,CLOSED,,Monday,1900,,,,,,,,VM,,,,,,https://zoom.us/j/1234567,America/New_York,12,,,',
      'G3,Old Group,Cape,,OPEN,,Monday,1900,Hall,,,,,,,,,D,,,,,America/New_York,13,,,',
      'G4,Hidden,Cape,,OPEN,,Monday,1900,Hall,,,,,,,,,,,,,,America/New_York,14,1,,',
      'G5,Half,Cape,,OPEN,,Monday,2575,Hall,,,,,,,,,,,,,,America/New_York,15,,,',
    ].join('\n'),
  )
  expect(reading.format).toBe('naws')
  expect(reading.meetings).toMatchObject([
    {
      externalId: '11',
      time: '07:30',
      zone: 'America/New_York',
      types: ['ST', 'O', 'X'],
      tags: ['Just for Today'],
      placeNotes: 'Room 2\nBack door',
    },
    { externalId: '12', online: true, inPerson: false, types: ['C'] },
  ])
  expect(reading.lines.map(({ record, field, why }) => `${record} ${field} ${why}`)).toEqual([
    '3 Delete deleted',
    '4 unpublished not_published',
    '5 Time time_unreadable',
  ])
  expect(JSON.stringify(reading.meetings)).not.toContain('555')
})

describe.skipIf(!haveRealFeeds)('real tables', () => {
  test.each([
    ['naws-cape-cod.csv', 2, 1],
    ['tsml-template.csv', 36, 36],
    ['uk-rmf-2026-08-05.csv', 8222, 8222],
    ['uk-rmf-invalid-2026-08-05.csv', 71, 0],
  ])('%s: every row is taken, or refused with a line', (name, records, taken) => {
    const text = realFeed(name)
    const reading = readFeed(text, { columns: guessColumns(parseTable(sampleOf(text), 40)) })
    expect([reading.records, reading.meetings.length]).toEqual([records, taken])
    const refused = reading.lines.filter((line) => line.action === 'refused')
    expect(refused).toHaveLength(records - taken)
    expect(refused.every((line) => line.record > 0 && line.field !== '')).toBe(true)
    expect(new Set(reading.meetings.map((each) => each.externalId)).size).toBe(taken)
  })
})
