import type { Database } from '../platform/database/index.ts'
import { occurrences, type Recurrence } from './recurrence/recurrence.ts'

/** How far ahead meeting_times is filled. */
const windowDays = 35

interface Due {
  id: string
  recurrence: Recurrence
  time: string
  minutes: number
  zone: string
}

const batch = 2000

/** Writes the times of these meetings anew: after they were added or changed. */
export async function renewTimes(db: Database, meetingIds: string[], now: Temporal.Instant): Promise<void> {
  for (let start = 0; start < meetingIds.length; start += batch) {
    const ids = meetingIds.slice(start, start + batch)
    await db`delete from meeting_times where meeting_id = any(${ids}::bigint[])`
    const due = await db<Due[]>`select id, recurrence, time, minutes, zone from meetings
      where id = any(${ids}::bigint[]) and status = 'running'`
    await fill(db, due, now)
  }
}

/** Moves the window on: adds the times of the days that came into it, drops those that are over. */
export async function rollTimes(db: Database, now: Temporal.Instant): Promise<void> {
  // A meeting is taken up about once a day, so that the hourly run is small.
  const enough = now.add({ hours: 24 * (windowDays - 1) })
  for (;;) {
    const due = await db<Due[]>`select id, recurrence, time, minutes, zone from meetings
      where status = 'running' and (timed_until is null or timed_until < ${enough})
      order by id limit ${batch}`
    await fill(db, due, now)
    if (due.length < batch) break
  }
  await db`delete from meeting_times where starts_at < ${now.subtract({ hours: 72 })}`
}

async function fill(db: Database, due: Due[], now: Temporal.Instant): Promise<void> {
  const until = now.add({ hours: 24 * windowDays })
  const ids: string[] = []
  const starts: string[] = []
  const ends: string[] = []
  for (const meeting of due) {
    for (const { startsAt, endsAt } of occurrences(meeting, now, until)) {
      ids.push(meeting.id)
      starts.push(String(startsAt))
      ends.push(String(endsAt))
    }
  }
  await db`insert into meeting_times (meeting_id, starts_at, ends_at)
    select * from unnest(${ids}::bigint[], ${starts}::timestamptz[], ${ends}::timestamptz[])
    on conflict do nothing`
  await db`update meetings set timed_until = ${until} where id = any(${due.map((each) => each.id)}::bigint[])`
}
