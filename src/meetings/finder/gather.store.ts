import type { Database } from '../../platform/database/index.ts'
import { upcomingColumns } from '../columns.store.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { type After, fits, fitsTime, isAfter, kmTo, type Wanted } from './conditions.store.ts'
import { timesInOrder } from './walk.store.ts'

/**
 * Finds the meetings that fit, then their times: first along the clock with the list of them in hand, or those of the
 * coming days, which fill a page nearly always; all their times only where that was not enough. One question, so that
 * what fits is looked up once.
 */
export async function gather(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, until }: { limit: number; until: Temporal.Instant | undefined },
): Promise<UpcomingMeeting[]> {
  const begins = after ? Temporal.Instant.fromEpochMilliseconds(after.order * 1000) : wanted.now
  const first = until
    ? db`select meeting_id, starts_at, ends_at, change from (${timesInOrder(db, wanted, after, { until })}) step
        where (meeting_id in (select id from fitting)) is true limit ${limit}`
    : timesOf(db, wanted, after, { limit, until: begins.add({ hours: 24 * 8 }) })
  return db<UpcomingMeeting[]>`
    with fitting as materialized (select id from meetings where ${fits(db, wanted)}),
    first as materialized (${first}),
    met as materialized (
      select * from first where (select count(*) from first) >= ${limit}
      union all
      (${timesOf(db, wanted, after, { limit, onlyIf: db`(select count(*) from first) < ${limit}` })})
    )
    select ${upcomingColumns(db, 'met')}, ${kmTo(db, wanted.area)} as km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by starts_at, meeting_id`
}

/** The times of `fitting`, in order: meeting by meeting, then sorted. */
function timesOf(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, until, onlyIf }: { limit: number; until?: Temporal.Instant; onlyIf?: ReturnType<Database> },
) {
  return db`
    select meeting_id, starts_at, ends_at, change from fitting
    cross join lateral (
      select meeting_id, starts_at, ends_at, change from meeting_times
      where meeting_id = fitting.id and ${fitsTime(db, wanted)} ${isAfter(db, after)}
        ${until ? db`and starts_at < ${until}` : db``}
      order by starts_at limit ${limit}
    ) times
    ${onlyIf ? db`where ${onlyIf}` : db``}
    order by starts_at, meeting_id limit ${limit}`
}
