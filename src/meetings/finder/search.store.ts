import type { Database } from '../../platform/database/index.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import type { After, Wanted } from './conditions.store.ts'
import { byDistance } from './distance.store.ts'
import { expectOf } from './expected.store.ts'
import type { Filters } from './filters.ts'
import { gather } from './gather.store.ts'
import { readInPlace } from './inPlace.store.ts'
import { type Spans, spansOf, untilAfter, whenOf } from './spans.ts'
import { marksOf, seekWords } from './terms.store.ts'
import { walk } from './walk.store.ts'
import { type SoughtWord, traitsOf } from './wanted.ts'
import { type Way, wayFor } from './way.ts'

interface Asked {
  now: Temporal.Instant
  zone: string
  /** The place that was found for `near`, or the device's. */
  point: Filters['at']
  /** Instead of when the filters say. */
  spans?: Spans
  /** What its words stand for, where that was looked up already. */
  words?: SoughtWord[]
  limit: number
}

export interface Found {
  meetings: UpcomingMeeting[]
  words: SoughtWord[]
}

/** One page of the finder; ask for one row more than is shown to know whether there is another page. */
export async function searchMeetings(db: Database, filters: Filters, asked: Asked): Promise<Found> {
  const understood = await understand(db, filters, asked)
  const wanted = asked.spans ? { ...understood, spans: asked.spans } : understood
  const { words } = wanted
  if (filters.sort === 'distance' && wanted.area)
    return { meetings: await byDistance(db, wanted, filters.after, asked.limit), words }
  return { meetings: await byTime(db, wanted, filters.after, asked.limit), words }
}

export async function understand(
  db: Database,
  filters: Filters,
  { now, zone, point, words: known }: Pick<Asked, 'now' | 'zone' | 'point' | 'words'>,
): Promise<Wanted> {
  const traits = traitsOf(filters)
  const [marks, words] = await Promise.all([marksOf(db, traits), known ?? seekWords(db, filters.words)])
  return {
    ...{ traits, marks, words },
    area: point && { point, km: filters.km },
    spans: spansOf(filters, zone, now),
    now,
  }
}

const uncounted: Way = { way: 'clock', hours: Number.POSITIVE_INFINITY, looks: 2000 }

async function byTime(db: Database, wanted: Wanted, after: After, limit: number): Promise<UpcomingMeeting[]> {
  const expected = await expectOf(db, wanted)
  const way = expected ? wayFor(expected, limit, whenOf(wanted.spans)) : uncounted
  const begins = after ? Temporal.Instant.fromEpochMilliseconds(after.order * 1000) : wanted.now
  const until = way.hours === undefined ? undefined : untilAfter(wanted.spans, begins, way.hours)
  if (way.way === 'place') {
    const rows = await readInPlace(db, wanted, after, { limit, hours: way.hours })
    if (rows) return rows
  }
  if (way.way === 'clock') {
    const rows = await walk(db, wanted, after, { limit, until, looks: way.looks })
    if (rows.length >= limit) return rows
  }
  if (way.way === 'everything') return await walk(db, wanted, after, { limit, until })
  const isPlaceAlone = way.way === 'gather' && way.isPlaceAlone
  return await gather(db, { ...wanted, isPlaceAlone }, after, {
    limit,
    until: way.way === 'gather' ? until : undefined,
  })
}
