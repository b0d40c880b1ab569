import type { Transaction } from '../../platform/database/index.ts'
import { foldText } from '../places/place.ts'
import { renewTimes } from '../times.store.ts'
import { type CorrectedMeeting, type Corrections, correct } from './corrections.rules.ts'
import { correctionsOf } from './corrections.store.ts'
import { putExceptions } from './exceptions.store.ts'
import type { FeedMeeting } from './record.ts'
import { listPlanned, tellOfDates, tellWhatBecame } from './tellPlanners.store.ts'

interface Leader {
  meetingId: string
  feedId: string
  groupId: string | null
  fellowship: string | null
  details: FeedMeeting
}

interface Renewing {
  now: Temporal.Instant
  /** The groups of the list that is just being read, by their key. */
  groups?: { feedId: string; ids: Map<string, string> }
  onProgress?: (done: number) => Promise<void>
}

const batch = 500

/**
 * Writes these meetings anew from what their lists say and what was corrected by hand. Of several lists the one that
 * had the meeting first speaks; a meeting that no list has any more has ended.
 */
export async function renewMeetings(tx: Transaction, ids: string[], asked: Renewing): Promise<void> {
  for (let start = 0; start < ids.length; start += batch) {
    await asked.onProgress?.(start)
    const part = ids.slice(start, start + batch)
    const leaders = await listLeaders(tx, part)
    const led = leaders.map((each) => each.meetingId)
    const planned = await listPlanned(tx, part)
    await putMeetings(tx, leaders, await correctionsOf(tx, led), asked)
    const dates = await putExceptions(tx, leaders, asked.now)
    await renewTimes(tx, led, asked.now)
    const known = new Set(led)
    await endMeetings(
      tx,
      part.filter((id) => !known.has(id)),
      asked.now,
    )
    await tellWhatBecame(tx, planned, asked.now)
    await tellOfDates(tx, dates, asked.now)
  }
  await asked.onProgress?.(ids.length)
  if (ids.length > 0) tx.changed('meetings')
}

async function listLeaders(tx: Transaction, meetingIds: string[]): Promise<Leader[]> {
  return tx<Leader[]>`
    select distinct on (sources.meeting_id) sources.meeting_id, sources.feed_id, meetings.group_id, feeds.fellowship,
      details
    from meeting_sources sources join feeds on feeds.id = sources.feed_id
      left join meetings on meetings.id = sources.meeting_id
    where sources.meeting_id = any(${meetingIds}::bigint[]) and gone_at is null
    order by sources.meeting_id, sources.id`
}

async function endMeetings(tx: Transaction, ids: string[], now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return
  await tx`update meetings set status = 'ended', paused_until = null, changed_at = ${now}
    where id = any(${ids}::bigint[])`
  await tx`delete from meeting_times where meeting_id = any(${ids}::bigint[])`
}

async function putMeetings(
  tx: Transaction,
  leaders: Leader[],
  corrections: Map<string, Corrections>,
  { now, groups }: Renewing,
): Promise<void> {
  const rows = leaders.map(({ meetingId, feedId, groupId, fellowship, details }) => {
    const meeting = correct(details, corrections.get(meetingId) ?? {})
    const ownGroup = groups?.feedId === feedId ? groups.ids.get(details.group.key) : undefined
    return {
      meetingId,
      feedId,
      groupId: ownGroup ?? groupId,
      words: wordsOf(meeting),
      details: { ...meeting, fellowship: meeting.fellowship ?? fellowship ?? undefined },
    }
  })
  await tx`
    insert into meetings (id, feed_id, group_id, words, changed_at, name, status, recurrence, time, minutes, zone,
      online, in_person, online_url, online_notes, phone, phone_notes, place_name, address, town, place_notes, region,
      latitude, longitude, approximate, fellowship, types, tags, notes, page_url)
    overriding system value
    select r."meetingId", r."feedId", r."groupId", r.words, ${now}, d.name, d.status, d.recurrence, d.time, d.minutes,
      d.zone, d.online, d."inPerson", d."onlineUrl", d."onlineNotes", d.phone, d."phoneNotes", d."placeName",
      d.address, d.town, d."placeNotes", d.region, d.latitude, d.longitude, coalesce(d.approximate, false),
      d.fellowship, d.types, d.tags, d.notes, d."pageUrl"
    from jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows, wellFormed)))})
      as r("meetingId" bigint, "feedId" bigint, "groupId" bigint, words text, details jsonb),
      jsonb_to_record(r.details) as d(name text, status text, recurrence jsonb, time text, minutes int, zone text,
        online boolean, "inPerson" boolean, "onlineUrl" text, "onlineNotes" text, phone text, "phoneNotes" text,
        "placeName" text, address text, town text, "placeNotes" text, region text, latitude float8,
        longitude float8, approximate boolean, fellowship text, types text[], tags text[], notes text, "pageUrl" text)
    on conflict (id) do update set feed_id = excluded.feed_id, group_id = excluded.group_id, words = excluded.words,
      changed_at = excluded.changed_at, name = excluded.name, status = excluded.status,
      recurrence = excluded.recurrence, time = excluded.time, minutes = excluded.minutes, zone = excluded.zone,
      online = excluded.online, in_person = excluded.in_person, online_url = excluded.online_url,
      online_notes = excluded.online_notes, phone = excluded.phone, phone_notes = excluded.phone_notes,
      place_name = excluded.place_name, address = excluded.address, town = excluded.town,
      place_notes = excluded.place_notes, region = excluded.region, latitude = excluded.latitude,
      longitude = excluded.longitude, approximate = excluded.approximate, fellowship = excluded.fellowship,
      types = excluded.types, tags = excluded.tags, notes = excluded.notes, page_url = excluded.page_url,
      paused_until = case when excluded.status = 'paused' then meetings.paused_until end`
}

/** A text that was cut in the middle of an emoji is no JSON to PostgreSQL. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}

function wordsOf(meeting: CorrectedMeeting): string {
  const { name, group, placeName, address, region, fellowship, tags, notes } = meeting
  return foldText([name, group.name, placeName, address, region, fellowship, ...tags, notes].join(' ')).slice(
    0,
    4000,
  )
}
