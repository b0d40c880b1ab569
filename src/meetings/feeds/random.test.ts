import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFeed } from './read.ts'
import { UnreadableFeed } from './unreadable.ts'

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '&#0;',
    '&#xD800;',
    '<script>',
    '25:00',
    '-1',
    'NaN',
    '1e999',
    'a'.repeat(5000),
  ),
)
const oddValue = fc.oneof(oddText, fc.jsonValue(), fc.integer(), fc.array(oddText, { maxLength: 3 }))
const fields = [
  'slug',
  'id',
  'name',
  'day',
  'time',
  'times',
  'end_time',
  'timezone',
  'types',
  'notes',
  'location',
  'latitude',
  'longitude',
  'formatted_address',
  'city',
  'regions',
  'group',
  'conference_url',
  'conference_phone',
  'url',
  'attendance_option',
  'approximate',
  'id_bigint',
  'meeting_name',
  'weekday_tinyint',
  'start_time',
  'duration_time',
  'formats',
  'venue_type',
  'virtual_meeting_link',
] // prettier-ignore

const good = { slug: 'a', name: 'A', day: 1, time: '10:00', timezone: 'UTC', location: 'Hall' }
const goodBmlt = {
  id_bigint: '1',
  meeting_name: 'A',
  weekday_tinyint: '1',
  start_time: '10:00:00',
  time_zone: 'UTC',
}
const record = fc
  .tuple(
    fc.constantFrom({}, good, goodBmlt),
    fc.dictionary(fc.constantFrom(...fields), oddValue, { maxKeys: 6 }),
  )
  .map(([base, odd]) => ({ ...base, ...odd }))

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('whatever stands in a feed, every record is accounted for and its text can be kept', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: fc.jsonValue() })),
      (records) => {
        try {
          const reading = readFeed(JSON.stringify(records))
          const refused = reading.lines.filter((line) => line.action === 'refused')
          expect(reading.meetings.length + refused.length).toBe(records.length)
          for (const text of textsIn([reading.meetings, reading.lines])) {
            expect(text.isWellFormed() && !text.includes('\0'), text).toBe(true)
          }
        } catch (fault) {
          if (!(fault instanceof UnreadableFeed)) throw fault
        }
      },
    ),
    { numRuns: 1500 },
  )
})
