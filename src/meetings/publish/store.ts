import type { Database } from '../../platform/database/index.ts'
import type { PublishedMeeting } from './published.ts'
import { assignDays, weeklyDays } from './slots.rules.ts'

/** Which meetings: all, those of a group, or these. */
export type Which = 'all' | { groupId: string } | { ids: string[] }

/** Few enough that a batch is nothing in memory, enough that the way to the database does not count. */
const batch = 150

function columns(db: Database) {
  return db`meetings.id, group_id, groups.name as group_name, groups.slug as group_slug, groups.kind,
    groups.spirituality, groups.circles, groups.place_name as group_place, meetings.name, meetings.status,
    meetings.paused_until, meetings.recurrence, meetings.time, meetings.minutes, meetings.zone, meetings.online,
    meetings.in_person, meetings.online_url, meetings.online_notes, meetings.phone, meetings.phone_notes,
    meetings.place_name, meetings.address, meetings.town, meetings.place_notes, meetings.region, meetings.latitude,
    meetings.longitude, (meetings.feed_id is not null and not meetings.approximate) as is_exact, meetings.types,
    case when meetings.languages = '{}' then groups.languages else meetings.languages end as languages,
    meetings.access, meetings.practice, meetings.agenda, meetings.notes, meetings.bring, meetings.consent,
    meetings.meeting_point, meetings.weather_plan, feeds.name as feed_name, meeting_slots.days as slot_days,
    meetings.version, meetings.created_at, meetings.changed_at
    from meetings join groups on groups.id = group_id left join feeds on feeds.id = meetings.feed_id
    left join meeting_slots on meeting_slots.meeting_id = meetings.id`
}

/** Those of active groups that have not ended, batch by batch in the order of their ids. */
export async function* publishedMeetings(db: Database, which: Which): AsyncGenerator<PublishedMeeting[]> {
  let after = '0'
  for (;;) {
    const rows = await db<PublishedMeeting[]>`
      select ${columns(db)} where meetings.id > ${after} and groups.status = 'active' and meetings.status <> 'ended'
        ${which === 'all' ? db`` : 'ids' in which ? db`and meetings.id = any(${which.ids}::bigint[])` : db`and group_id = ${which.groupId}`}
      order by meetings.id limit ${batch}`
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.id ?? after
    if (rows.length < batch) return
  }
}

/** Those that the whole list holds between two numbers. */
export async function publishedBetween(db: Database, from: number, to: number): Promise<PublishedMeeting[]> {
  return db<PublishedMeeting[]>`
    select ${columns(db)} where meetings.id >= ${from} and meetings.id < ${to}
      and groups.status = 'active' and meetings.status <> 'ended' order by meetings.id`
}

/** One meeting, whatever became of it. */
export async function findPublished(db: Database, id: string): Promise<PublishedMeeting | undefined> {
  const [row] = await db<PublishedMeeting[]>`select ${columns(db)} where meetings.id = ${id}`
  return row
}

/** These meetings, also those that have ended: who planned to come should learn of it. */
export async function listPlanned(db: Database, ids: string[]): Promise<PublishedMeeting[]> {
  return db<
    PublishedMeeting[]
  >`select ${columns(db)} where meetings.id = any(${ids}::bigint[]) order by meetings.id`
}

/** The day at each number for these meetings, from now on: what was not known before is written down. */
export async function settleSlots(
  db: Database,
  meetings: Pick<PublishedMeeting, 'id' | 'recurrence' | 'slotDays'>[],
): Promise<Map<string, number[]>> {
  const settled = new Map<string, number[]>()
  const news: { id: string; days: number[] }[] = []
  for (const { id, recurrence, slotDays } of meetings) {
    const days = weeklyDays(recurrence)
    if (days.length === 0) continue
    const assigned = assignDays(slotDays ?? [], days)
    settled.set(id, assigned)
    if (String(assigned) !== String(slotDays)) news.push({ id, days: assigned })
  }
  if (news.length > 0)
    await db`insert into meeting_slots (meeting_id, days)
      select id, days::smallint[] from unnest(${news.map(({ id }) => id)}::bigint[],
        ${news.map(({ days }) => `{${days}}`)}::text[]) as news(id, days)
      where exists (select from meetings where meetings.id = news.id)
      on conflict (meeting_id) do update set days = excluded.days`
  return settled
}

interface Unsettled {
  id: string
  recurrence: PublishedMeeting['recurrence']
  slotDays: number[] | null
}

/** Settles all meetings of which some weekday has no number yet, or a number no weekday. */
export async function settleAllSlots(db: Database): Promise<void> {
  const rule = db`array(select day::smallint from jsonb_array_elements_text(recurrence -> 'days') day)`
  let after = '0'
  for (;;) {
    const rows = await db<Unsettled[]>`
      select meetings.id, recurrence, days as slot_days from meetings
      left join meeting_slots on meeting_id = meetings.id
      where meetings.id > ${after} and recurrence ->> 'every' = 'week' and recurrence ->> 'interval' = '1'
        and (days is null or not (array_remove(days, 0::smallint) @> ${rule} and ${rule} @> array_remove(days, 0::smallint)))
      order by meetings.id limit ${batch}`
    await settleSlots(db, rows)
    after = rows.at(-1)?.id ?? after
    if (rows.length < batch) return
  }
}
