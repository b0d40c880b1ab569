import type { Database } from '../../platform/database/index.ts'
import { longestHours, upcomingColumns } from '../columns.store.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { type After, fits, fitsTime, isAfter, isMarked, kmTo, type Wanted } from './conditions.store.ts'
import { stretchesOf, untilAfter } from './spans.ts'
import { mostStretches } from './way.ts'
import { boxOf, squaresOf } from './worldMap.ts'

/** How much further is read where a stretch of time did not fill the page. */
const widening = 8
const tries = 2

/**
 * The times of an area in order: those of its squares of the map, one stretch of time after another, and of these one
 * meeting after another until the page is full. Undefined: it was not full, or the area has too many squares.
 */
export async function readInPlace(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, hours }: { limit: number; hours: number },
): Promise<UpcomingMeeting[] | undefined> {
  const squares = wanted.area && squaresOf(boxOf(wanted.area.point, wanted.area.km))
  if (!squares) return undefined
  const rows: UpcomingMeeting[] = []
  const begins = after ? Temporal.Instant.fromEpochMilliseconds(after.order * 1000) : wanted.now
  let from = after ? begins : begins.subtract({ hours: longestHours })
  let ahead = hours
  for (let turn = 0; turn < tries; turn++, ahead *= widening) {
    const until = untilAfter(wanted.spans, begins, ahead)
    const part = { squares, from, until, limit: limit - rows.length }
    rows.push(...(await readPart(db, wanted, after, part)))
    if (rows.length >= limit || !until) return rows
    from = until
  }
  return undefined
}

interface Part {
  squares: number[]
  from: Temporal.Instant
  until: Temporal.Instant | undefined
  limit: number
}

function readPart(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, ...part }: Part,
): Promise<UpcomingMeeting[]> {
  return db<UpcomingMeeting[]>`
    with met as materialized (
      select step.meeting_id, step.starts_at, step.ends_at, step.change
      from (${timesInPlace(db, wanted, after, part)} order by starts_at, meeting_id) step
      cross join lateral (
        select 1 from meetings where meetings.id = step.meeting_id and ${fits(db, wanted)} offset 0
      ) fitting
      order by step.starts_at, step.meeting_id limit ${limit}
    )
    select ${upcomingColumns(db, 'met')}, ${kmTo(db, wanted.area)} as km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by starts_at, meeting_id`
}

function timesInPlace(
  db: Database,
  wanted: Wanted,
  after: After,
  { squares, from, until }: Omit<Part, 'limit'>,
) {
  const times = (bounds: ReturnType<typeof db>) => db`
    select meeting_id, starts_at, ends_at, change from meeting_times
    where cell = any(${squares}::int[]) and starts_at >= ${from} ${until ? db`and starts_at < ${until}` : db``}
      and ends_at > ${wanted.now} ${bounds} ${isMarked(db, wanted)} ${isAfter(db, after)}`
  const stretches = wanted.spans ? stretchesOf(wanted.spans, from, until) : []
  // Each of a few stretches is a read of the index; of many, their times are picked out of all.
  if (stretches.length === 0 || stretches.length > mostStretches)
    return times(db`and ${fitsTime(db, wanted)}`)
  return db`${stretches.map(
    (each, index) =>
      db`${index > 0 ? db`union all` : db``} ${times(db`and starts_at >= ${each.from} and starts_at < ${each.until}`)}`,
  )}`
}
