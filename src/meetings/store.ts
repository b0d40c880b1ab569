import type { Database } from '../platform/database/index.ts'
import { notFound } from '../platform/errors.ts'
import { longestHours, upcomingColumns } from './columns.store.ts'
import type { Meeting, UpcomingMeeting } from './meeting.ts'

export interface Upcoming {
  now: Temporal.Instant
  hours?: number
  until?: Temporal.Instant
  groupIds?: string[]
  /** Leaves out what is cancelled, and what began longer ago than one would still walk in. */
  stillToJoin?: boolean
  limit: number
}

/** Our own judgement: later than this into the hour, a newcomer is better off with the next meeting. */
const lateMinutes = 20

/** What is on now or begins before `until`, soonest first. */
export async function listUpcoming(db: Database, asked: Upcoming): Promise<UpcomingMeeting[]> {
  const { now, hours = 24 * 35, until = now.add({ hours }), groupIds, stillToJoin, limit } = asked
  const begun = stillToJoin ? now.subtract({ minutes: lateMinutes }) : now.subtract({ hours: longestHours })
  return db<UpcomingMeeting[]>`
    select ${upcomingColumns(db)}, null::float8 as km
    from meeting_times join meetings on meetings.id = meeting_id join groups on groups.id = group_id
    where starts_at > ${begun} and ends_at > ${now} and starts_at < ${until}
      and groups.status = 'active'
      ${stillToJoin ? db`and change is distinct from 'cancelled'` : db``}
      ${groupIds ? db`and group_id = any(${groupIds}::bigint[])` : db``}
    order by starts_at, meeting_id limit ${limit}`
}

function meetingColumns(db: Database) {
  return db`meetings.*, groups.name as group_name, groups.slug as group_slug, groups.kind,
    feeds.name as feed_name, feeds.last_import_at as feed_read_at
    from meetings join groups on groups.id = group_id left join feeds on feeds.id = feed_id`
}

export async function getMeeting(db: Database, id: string): Promise<Meeting> {
  const [meeting] = await db<Meeting[]>`select ${meetingColumns(db)} where meetings.id = ${id}`
  if (!meeting) throw notFound()
  return meeting
}

export interface MeetingSource {
  name: string
  readAt: Temporal.Instant | null
  /** The meeting at its own site, as this list has it. */
  pageUrl: string | null
}

/** The lists that tell of a meeting, the one that speaks for it first. */
export async function listSources(db: Database, meetingId: string): Promise<MeetingSource[]> {
  return db<MeetingSource[]>`
    select feeds.name, feeds.last_import_at as read_at, details ->> 'pageUrl' as page_url
    from meeting_sources join feeds on feeds.id = feed_id
    where meeting_id = ${meetingId} and gone_at is null order by meeting_sources.id`
}

/** The groups that meet on a day of the week, by the meetings' own clocks. */
export async function listGroupIdsOn(db: Database, day: number): Promise<string[]> {
  const rows = await db<{ groupId: string }[]>`
    select distinct group_id from meetings
    where id in (select meeting_id from meeting_times
      where extract(isodow from on_date) = ${day} and change is distinct from 'cancelled')`
  return rows.map(({ groupId }) => groupId)
}

export interface GroupMeeting extends Meeting {
  nextAt: Temporal.Instant | null
}

/** All meetings of a group that have not ended, the next one first. */
export async function listMeetingsOfGroup(
  db: Database,
  groupId: string,
  now: Temporal.Instant,
): Promise<GroupMeeting[]> {
  return db<GroupMeeting[]>`
    select (select min(starts_at) from meeting_times
        where meeting_id = meetings.id and ends_at > ${now} and change is distinct from 'cancelled') as next_at,
      ${meetingColumns(db)}
    where group_id = ${groupId} and meetings.status <> 'ended'
    order by next_at nulls last, meetings.name, meetings.id limit 200`
}

export interface MeetingTime {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** The date the rule gives: with the meeting it names this time, also when it moves. */
  onDate: Temporal.PlainDate
  change: 'cancelled' | 'moved' | 'note' | null
  note: string | null
}

export async function listTimes(
  db: Database,
  meetingId: string,
  now: Temporal.Instant,
  limit: number,
): Promise<MeetingTime[]> {
  return db<MeetingTime[]>`select starts_at, ends_at, on_date, change, note
    from meeting_times left join meeting_changes using (meeting_id, on_date)
    where meeting_id = ${meetingId} and ends_at > ${now} order by starts_at limit ${limit}`
}

export async function hasMeetings(db: Database): Promise<boolean> {
  const [row] = await db`select 1 from meetings where status <> 'ended' limit 1`
  return row !== undefined
}

export interface GroupTimes {
  groupId: string
  /** The next start in the whole five weeks, so that a monthly walk does not look quiet. */
  nextAt: Temporal.Instant | null
  /** The starts of the next seven days. */
  starts: {
    at: Temporal.Instant
    online: boolean
    inPerson: boolean
    lat: number | null
    lng: number | null
  }[]
}

interface FitRow {
  groupId: string
  at: Temporal.Instant
  online: boolean
  inPerson: boolean
  lat: number | null
  lng: number | null
  soon: boolean
}

/** When the groups meet, for finding the one that fits. Groups without a meeting ahead are not in it. */
export async function timesForFit(db: Database, now: Temporal.Instant): Promise<GroupTimes[]> {
  const week = now.add({ hours: 24 * 7 })
  const rows = await db<FitRow[]>`
    select group_id, starts_at as at, meetings.online, meetings.in_person, latitude as lat, longitude as lng,
      true as soon
    from meeting_times join meetings on meetings.id = meeting_id
    where starts_at >= ${now} and starts_at < ${week} and change is distinct from 'cancelled'
    union all
    select group_id, min(starts_at), false, false, null, null, false
    from meeting_times join meetings on meetings.id = meeting_id
    where starts_at >= ${week} and change is distinct from 'cancelled' group by group_id
    order by at`
  const groups = new Map<string, GroupTimes>()
  for (const { groupId, soon, ...start } of rows) {
    const times = groups.get(groupId) ?? { groupId, nextAt: start.at, starts: [] }
    if (soon) times.starts.push(start)
    groups.set(groupId, times)
  }
  return [...groups.values()]
}
