import type { Database } from '../../platform/database/index.ts'
import { longestHours } from '../columns.store.ts'
import type { Filters, Point } from './filters.ts'
import type { Spans } from './spans.ts'
import { queryOf, type SoughtWord } from './wanted.ts'
import { boxOf } from './worldMap.ts'

/** What is looked for, ready for the database. */
export interface Wanted {
  traits: string[]
  words: SoughtWord[]
  area: { point: Point; km: number } | undefined
  spans: Spans | undefined
  now: Temporal.Instant
  /** The traits as a time carries them, see marks_of() in the database. */
  marks: string
  /** So few meetings are there that everything else is asked of each of them. */
  isPlaceAlone?: boolean
}

export type After = Filters['after']

function inBox(db: Database, { point, km }: NonNullable<Wanted['area']>) {
  const boxes = boxOf(point, km)
  return db`meetings.in_person and (${boxes.map(
    ({ west, north, east, south }, index) =>
      db`${index > 0 ? db`or` : db``} point(map_x, map_y) <@ box(point(${west}, ${north}), point(${east}, ${south}))`,
  )})`
}

/**
 * The conditions on a meeting itself. What is added to nothing is in no index: where the place is enough, a list of
 * eighty thousand others is not worth reading.
 */
export function fits(db: Database, { traits, words, area, isPlaceAlone }: Wanted) {
  const known = words.filter((word) => word.said.length > 0 || word.nearly.length > 0)
  const query = queryOf(known)
  // The box of an area holds meetings with a room alone.
  const named = area ? traits.filter((trait) => trait !== 'in_person') : traits
  // A word no meeting is known to have may be new since the last count, or stand inside a longer one.
  const unknown = words.filter((word) => !known.includes(word))
  return db`traits <> '{}'
    ${named.length > 0 ? db`and ${isPlaceAlone ? db`(traits || '{}')` : db`traits`} @> ${named}::text[]` : db``}
    ${query ? db`and ${isPlaceAlone ? db`(sought || '')` : db`sought`} @@ ${query}::tsquery` : db``}
    ${unknown.length > 0 ? unknown.map((word) => db`and meetings.words like ${`%${word.typed}%`}`) : db``}
    ${area ? db`and ${inBox(db, area)} and ${kmTo(db, area)} <= ${area.km}` : db``}`
}

export function kmTo(db: Database, area: Wanted['area']) {
  return area
    ? db`distance_km(${area.point.latitude}, ${area.point.longitude}, latitude, longitude)`
    : db`null::float8`
}

/** The conditions on one of its times. */
export function fitsTime(db: Database, { spans, now }: Pick<Wanted, 'spans' | 'now'>) {
  return db`starts_at > ${now.subtract({ hours: longestHours })} and ends_at > ${now}
    ${
      spans
        ? db`and exists (select from unnest(${spans.from}::timestamptz[], ${spans.until}::timestamptz[])
            as span(begins, ends) where starts_at >= begins and starts_at < ends)`
        : db``
    }`
}

/** Whether a time's marks say that its meeting may fit: read from the index, without the meeting. */
export function isMarked(db: Database, { marks }: Pick<Wanted, 'marks'>) {
  return marks === '0' ? db`` : db`and marks & ${marks}::bigint = ${marks}::bigint`
}

export function isAfter(db: Database, after: After) {
  return after
    ? db`and (starts_at, meeting_id) > (to_timestamp(${after.order}), ${after.meetingId}::bigint)`
    : db``
}
