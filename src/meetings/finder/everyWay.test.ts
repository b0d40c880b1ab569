import fc from 'fast-check'
import { expect } from 'vitest'
import { type Site, test } from '../../testing/site.ts'
import {
  addWorld,
  countWrongMarks,
  listWorldTimes,
  skewCounts,
  type WorldTime,
} from '../testing/world.store.ts'
import { type Filters, noFilters } from './filters.ts'
import { searchMeetings } from './search.store.ts'
import { spansOf, stretchesOf } from './spans.ts'
import { traitsOf } from './wanted.ts'

const zone = 'America/New_York'

const points = [
  { latitude: 39.95, longitude: -75.16 },
  { latitude: 51.6, longitude: -0.4 },
  { latitude: -17.8, longitude: -179.98 },
  { latitude: 69.6, longitude: 19 },
  { latitude: 88, longitude: 0 },
]
const near = fc.record({ at: fc.constantFrom(...points), km: fc.constantFrom(2, 10, 25, 50, 100) })
const condition = fc.oneof<fc.Arbitrary<Partial<Filters>>[]>(
  fc.record({ words: fc.constantFrom('hope', 'compass', 'lantern compass', 'hope harbour') }),
  fc.record({ from: fc.constantFrom('house', 'lists') }),
  fc.record({ fellowship: fc.constant('First list') }),
  fc.record({ kind: fc.constantFrom('skills', 'holistic') }),
  fc.record({ how: fc.constantFrom('online', 'in_person', 'hybrid') }),
  fc.record({ when: fc.constantFrom('soon', 'today') }),
  fc.record({ days: fc.subarray([1, 3, 6, 7]) }),
  fc.record({ part: fc.constantFrom('morning', 'evening', 'night') }),
  fc.record({ language: fc.constantFrom('es', 'en') }),
  fc.record({ circle: fc.constant('women') }),
  fc.record({ types: fc.subarray(['X', 'W', 'ASL']) }),
)
// Few conditions: many at once find nothing, and nothing is soon right.
const searches = fc
  .tuple(fc.array(condition, { maxLength: 3 }), fc.option(near, { nil: {}, freq: 2 }))
  .map(([conditions, place]): Filters => Object.assign({ ...noFilters }, ...conditions, place))
const factor = fc.constantFrom(0, 1, 6, 30, 100_000)
const counts = fc.record({ total: fc.constantFrom(1, 100_000), traits: factor, cells: factor, words: factor })

test('whichever way a search goes, it finds what a look at every single time finds', async ({ site }) => {
  await addWorld(site.db, 900, site.now())
  const times = await listWorldTimes(site.db)
  const some = fc.tuple(searches, counts, fc.constantFrom(3, 20, 41))
  await fc.assert(
    fc.asyncProperty(some, async ([filters, skew, rows]) => {
      await skewCounts(site.db, skew)
      const right = times.filter(conditionOf(filters, site.now()))
      expect(await pagesOf(site, filters, rows)).toEqual(right.slice(0, 2 * rows).map(nameOf))
    }),
    { numRuns: 100 },
  )
})

test('where and what a meeting is stands beside its times, also after it changed', async ({ site }) => {
  await addWorld(site.db, 300, site.now())
  expect(await countWrongMarks(site.db)).toBe(0)
})

/** The first two pages, one after the other as a visitor turns them. */
async function pagesOf(site: Site, filters: Filters, limit: number): Promise<string[]> {
  const asked = { now: site.now(), zone, point: filters.at, limit }
  const { meetings: first } = await searchMeetings(site.db, filters, asked)
  const last = first.at(-1)
  if (!last || first.length < limit) return first.map(nameOf)
  const after = { order: last.startsAt.epochMilliseconds / 1000, meetingId: last.id }
  const { meetings: second } = await searchMeetings(site.db, { ...filters, after }, asked)
  return [...first, ...second].map(nameOf)
}

function nameOf({ id, startsAt }: { id: string; startsAt: Temporal.Instant }): string {
  return `${startsAt} ${id}`
}

/** What is asked of a time, as a reader would ask it. */
function conditionOf(filters: Filters, now: Temporal.Instant): (time: WorldTime) => boolean {
  const traits = traitsOf(filters)
  const words = filters.words.split(' ').filter(Boolean)
  const spans = spansOf(filters, zone, now)
  const stretches = spans && stretchesOf(spans, now.subtract({ hours: 48 }))
  return (time) =>
    time.traits.length > 0 &&
    isBefore(now, time.endsAt) &&
    traits.every((trait) => time.traits.includes(trait)) &&
    words.every((word) => time.words.split(' ').includes(word)) &&
    (!stretches ||
      stretches.some(
        ({ from, until }) => !isBefore(time.startsAt, from) && isBefore(time.startsAt, until),
      )) &&
    (!filters.at || (time.inPerson && kmBetween(filters.at, time) <= filters.km))
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds < other.epochMilliseconds
}

function kmBetween(point: NonNullable<Filters['at']>, { latitude, longitude }: WorldTime): number {
  if (latitude === null || longitude === null) return Number.POSITIVE_INFINITY
  const radians = Math.PI / 180
  const [north, east] = [(latitude - point.latitude) * radians, (longitude - point.longitude) * radians]
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(latitude * radians) * Math.cos(point.latitude * radians) * Math.sin(east / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(chord)))
}
