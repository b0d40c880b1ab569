import type { Database } from '../../platform/database/index.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { findPlaces } from '../places/store.ts'
import { zoneAt } from '../places/zone.ts'
import { fits, fitsTime } from './conditions.store.ts'
import type { Filters } from './filters.ts'
import { searchMeetings, understand } from './search.store.ts'

interface Asked {
  now: Temporal.Instant
  zone: string
  /** Nobody named the zone: days and hours near a place are then those of the place. */
  guess: boolean
  limit: number
}

/**
 * The meetings of a search, without their times: for feeds and calendars of the same search. Days and hours are those
 * of `zone`. A place that is not known finds nothing here: a feed cannot ask back.
 */
export async function findMeetingIds(
  db: Database,
  filters: Filters,
  { now, zone, guess, limit }: Asked,
): Promise<string[]> {
  const point = filters.at ?? (filters.near ? (await findPlaces(db, filters.near)).found : undefined)
  if (filters.near && !point) return []
  const wanted = await understand(db, filters, { now, zone: guess && point ? zoneAt(point) : zone, point })
  const rows = await db<{ id: string }[]>`
    select id from meetings where ${fits(db, wanted)} and status <> 'ended'
      ${
        wanted.spans
          ? db`and exists (select from meeting_times where meeting_id = meetings.id and ${fitsTime(db, wanted)})`
          : db``
      }
    order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** The coming times of a search, for a list that cannot ask back. */
export async function searchUpcoming(
  db: Database,
  filters: Filters,
  { now, zone, guess, limit }: Asked,
): Promise<UpcomingMeeting[]> {
  const point = filters.at ?? (filters.near ? (await findPlaces(db, filters.near)).found : undefined)
  if (filters.near && !point) return []
  const asked = { now, zone: guess && point ? zoneAt(point) : zone, point, limit }
  return (await searchMeetings(db, filters, asked)).meetings
}
