import type { Database } from '../../platform/database/index.ts'
import { upcomingColumns } from '../columns.store.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { type After, fits, fitsTime, isAfter, isMarked, kmTo, type Wanted } from './conditions.store.ts'
import { latest, stretchesOf } from './spans.ts'
import { mostStretches } from './way.ts'

/** How far to go: until when times begin, and how many of those whose marks fit are taken. */
export interface Reach {
  until: Temporal.Instant | undefined
  looks?: number
}

/**
 * Reads the coming times in order and looks at the meetings whose marks say that they may fit; gives up after so many
 * looks.
 */
export async function walk(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, ...reach }: Reach & { limit: number },
): Promise<UpcomingMeeting[]> {
  // `offset 0` keeps the planner from turning the walk into a scan of everything; the branches follow one another.
  return db<UpcomingMeeting[]>`
    with met as materialized (
      select step.meeting_id, step.starts_at, step.ends_at, step.change
      from (${timesInOrder(db, wanted, after, reach)}) step
      cross join lateral (
        select 1 from meetings where meetings.id = step.meeting_id and ${fits(db, wanted)} offset 0
      ) fitting
      limit ${limit}
    )
    select ${upcomingColumns(db, 'met')}, ${kmTo(db, wanted.area)} as km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by starts_at, meeting_id`
}

const usualHours = 3

/**
 * The next times in order, stretch after stretch, each a read of the index. Each stretch has its bounds as they are: of
 * bounds that come out of a join the planner expects so little that it sorts everything.
 */
export function timesInOrder(db: Database, wanted: Wanted, after: After, { until, looks }: Reach) {
  const { spans, now } = wanted
  // What is on now began within three hours, but for the few that an index of their own holds.
  const lately = now.subtract({ hours: usualHours })
  const first = after ? latest(lately, Temporal.Instant.fromEpochMilliseconds(after.order * 1000)) : lately
  const most = looks === undefined ? db`` : db`limit ${looks}`
  const stretch = (bounds: ReturnType<typeof db>) => db`
    (select meeting_id, starts_at, ends_at, change from meeting_times
      where ${bounds} and ends_at > ${now} ${isMarked(db, wanted)} ${isAfter(db, after)}
      order by starts_at, meeting_id ${most})`
  const long = stretch(db`ends_at - starts_at > interval '3 hours' and starts_at < ${lately}
    and ${fitsTime(db, wanted)}`)
  const stretches = spans
    ? stretchesOf(spans, first, until).slice(0, mostStretches)
    : [{ from: first, until }]
  const rest = stretches.map(
    (each) =>
      db`union all ${stretch(db`starts_at >= ${each.from} ${each.until ? db`and starts_at < ${each.until}` : db``}`)}`,
  )
  // One bound for all of them: behind a stretch that was left early lie times that come before those of the next.
  return rest.length > 0 ? db`select * from (${long} ${rest}) stretches ${most}` : long
}
