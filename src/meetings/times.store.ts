import type { Database } from '../platform/database/index.ts'
import { listChanges, type MeetingChange } from './changes.store.ts'
import { changedOccurrences, type DatedOccurrence } from './recurrence/changes.ts'
import { type Recurrence, startOn } from './recurrence/recurrence.ts'

/** How far ahead meeting_times is filled. */
const windowDays = 35

interface Due {
  id: string
  recurrence: Recurrence
  time: string
  minutes: number
  zone: string
  pausedUntil: Temporal.PlainDate | null
}

const batch = 2000

/** Running, or paused until a date from which on it is on again. */
function isTimed(db: Database) {
  return db`(status = 'running' or paused_until is not null)`
}

/** Writes the times of these meetings anew: after they were added or changed, or one of their dates was. */
export async function renewTimes(db: Database, meetingIds: string[], now: Temporal.Instant): Promise<void> {
  for (let start = 0; start < meetingIds.length; start += batch) {
    const ids = meetingIds.slice(start, start + batch)
    await db`delete from meeting_times where meeting_id = any(${ids}::bigint[])`
    const due = await db<Due[]>`select id, recurrence, time, minutes, zone, paused_until from meetings
      where id = any(${ids}::bigint[]) and ${isTimed(db)} and recurrence is not null`
    await fill(db, due, now)
  }
}

/** Moves the window on: adds the times of the days that came into it, drops those that are over. */
export async function rollTimes(db: Database, now: Temporal.Instant): Promise<void> {
  await db`update meetings set status = 'running', paused_until = null
    where paused_until is not null and paused_until <= (${now} at time zone coalesce(zone, 'UTC'))::date`
  // A meeting is taken up about once a day, so that the hourly run is small.
  const enough = now.add({ hours: 24 * (windowDays - 1) })
  for (;;) {
    const due = await db<Due[]>`select id, recurrence, time, minutes, zone, paused_until from meetings
      where ${isTimed(db)} and recurrence is not null and (timed_until is null or timed_until < ${enough})
      order by id limit ${batch}`
    await fill(db, due, now)
    if (due.length < batch) break
  }
  await db`delete from meeting_times where starts_at < ${now.subtract({ hours: 72 })}`
}

async function fill(db: Database, due: Due[], now: Temporal.Instant): Promise<void> {
  const until = now.add({ hours: 24 * windowDays })
  const ids = due.map((each) => each.id)
  const changes = Map.groupBy(await listChanges(db, ids), (change) => change.meetingId)
  const times = due.flatMap((meeting) =>
    timesOf(meeting, changes.get(meeting.id) ?? [], now, until).map((time) => ({ ...time, id: meeting.id })),
  )
  await db`insert into meeting_times (meeting_id, starts_at, ends_at, on_date, change, cell, marks)
    select times.*, cell_of(in_person, map_x, map_y), marks
    from unnest(${times.map((time) => time.id)}::bigint[],
      ${times.map((time) => String(time.startsAt))}::timestamptz[],
      ${times.map((time) => String(time.endsAt))}::timestamptz[],
      ${times.map((time) => String(time.onDate))}::date[],
      ${times.map((time) => time.change)}::text[]) times (meeting_id, starts_at, ends_at, on_date, change)
    join (select id, in_person, map_x, map_y, marks_of(traits) as marks from meetings
      where id = any(${ids}::bigint[]) offset 0) of_meeting on id = meeting_id
    on conflict do nothing`
  await db`update meetings set timed_until = ${until} where id = any(${ids}::bigint[])`
}

function timesOf(
  meeting: Due,
  changes: MeetingChange[],
  now: Temporal.Instant,
  until: Temporal.Instant,
): DatedOccurrence[] {
  const times = changedOccurrences(meeting, changes, now, until)
  if (!meeting.pausedUntil) return times
  const again = startOn(meeting.pausedUntil, '00:00', meeting.zone)
  return times.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, again) >= 0)
}
