import type { Database } from '../../platform/database/index.ts'
import { upcomingColumns } from '../columns.store.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { type After, fits, fitsTime, kmTo, type Wanted } from './conditions.store.ts'
import { expectOf } from './expected.store.ts'

const ringsKm = [1, 2, 5, 10, 25, 50, 100]

/** Each meeting once, with its next time, the nearest first: ring by ring, so that a large town costs no more. */
export async function byDistance(
  db: Database,
  wanted: Wanted,
  after: After,
  limit: number,
): Promise<UpcomingMeeting[]> {
  if (!wanted.area) return []
  const { point, km } = wanted.area
  const begunKm = (after?.order ?? 0) / 1000
  const rings = [...ringsKm.filter((ring) => ring > begunKm && ring < km), km]
  for (const ring of rings) {
    // A ring that cannot fill the page is not worth a question.
    const expected = ring === km ? undefined : await expectOf(db, { ...wanted, area: { point, km: ring } })
    if (expected && expected.fitting < limit) continue
    const rows = await withinRing(db, { ...wanted, area: { point, km: ring } }, after, limit)
    if (rows.length >= limit || ring === km) return rows
  }
  return []
}

async function withinRing(
  db: Database,
  wanted: Wanted,
  after: After,
  limit: number,
): Promise<UpcomingMeeting[]> {
  return db<UpcomingMeeting[]>`
    with met as materialized (
      select meeting_id, starts_at, ends_at, change, km
      from (
        select id, km from (
          select id, ${kmTo(db, wanted.area)} as km from meetings where ${fits(db, wanted)} offset 0) measured
        ${after ? db`where (round(km * 1000), id) > (${after.order}, ${after.meetingId}::bigint)` : db``}
      ) fitting
      cross join lateral (
        select meeting_id, starts_at, ends_at, change from meeting_times
        where meeting_id = fitting.id and ${fitsTime(db, wanted)} order by starts_at limit 1
      ) times
      order by round(km * 1000), meeting_id limit ${limit}
    )
    select ${upcomingColumns(db, 'met')}, km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by round(km * 1000), meeting_id`
}
