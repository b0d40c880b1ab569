import { putImportedGroup } from '../../groups/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { foldText } from '../places/place.ts'
import { renewTimes } from '../times.store.ts'
import { contentHash, type KnownMeeting, type Plan } from './plan.ts'
import type { FeedMeeting } from './record.ts'
import type { Feed } from './store.ts'

const feedLock = 7140002

/** Holds the feed for this import until the transaction ends; false when another import holds it. */
export async function holdFeed(tx: Transaction, feedId: string): Promise<boolean> {
  const [row] = await tx<{ held: boolean }[]>`
    select pg_try_advisory_xact_lock(${feedLock}::int, hashint8(${feedId}::bigint)) as held`
  return row?.held ?? false
}

/** The same, after whoever holds it. */
export async function waitForFeed(tx: Transaction, feedId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(${feedLock}::int, hashint8(${feedId}::bigint))`
}

export async function listKnown(tx: Transaction, feedId: string): Promise<KnownMeeting[]> {
  return tx<
    KnownMeeting[]
  >`select id, external_id, content_hash, status from meetings where feed_id = ${feedId}`
}

/** Writes what a plan says: groups, meetings, their times. */
export async function applyPlan(
  tx: Transaction,
  feed: Feed,
  plan: Plan,
  all: FeedMeeting[],
  asked: { now: Temporal.Instant; onProgress: (done: number, total: number) => Promise<void> },
): Promise<void> {
  const { now, onProgress } = asked
  const touched = [...plan.added, ...plan.changed]
  const groupIds = await putGroups(tx, feed, touched, all)
  for (let start = 0; start < touched.length; start += 500) {
    await onProgress(start, touched.length)
    const part = touched.slice(start, start + 500)
    const ids = await putMeetings(tx, feed, part, groupIds, now)
    await renewTimes(tx, ids, now)
  }
  await tx`update meetings set status = 'ended', changed_at = ${now} where id = any(${plan.goneIds}::bigint[])`
  await tx`delete from meeting_times where meeting_id = any(${plan.goneIds}::bigint[])`
  await onProgress(touched.length, touched.length)
  if (touched.length + plan.goneIds.length > 0) tx.changed('meetings')
}

async function putGroups(
  tx: Transaction,
  feed: Feed,
  touched: FeedMeeting[],
  all: FeedMeeting[],
): Promise<Map<string, string>> {
  const members = Map.groupBy(all, (meeting) => meeting.group.key)
  const ids = new Map<string, string>()
  for (const { group } of touched) {
    if (ids.has(group.key)) continue
    const meetings = members.get(group.key) ?? []
    const inRoom = meetings.find((meeting) => meeting.inPerson)
    const id = await putImportedGroup(tx, {
      sourceKey: `${feed.name}: ${group.key}`,
      name: group.name,
      kind: feed.kind,
      online: meetings.some((meeting) => meeting.online),
      inPerson: inRoom !== undefined,
      zone: meetings.find((meeting) => meeting.zone)?.zone ?? null,
      placeName: inRoom?.town ?? null,
    })
    ids.set(group.key, id)
  }
  return ids
}

async function putMeetings(
  tx: Transaction,
  feed: Feed,
  meetings: FeedMeeting[],
  groupIds: Map<string, string>,
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = meetings.map((meeting) => ({
    groupId: groupIds.get(meeting.group.key),
    externalId: meeting.externalId,
    contentHash: contentHash(meeting),
    words: wordsOf(meeting),
    details: meeting,
  }))
  const written = await tx<{ id: string }[]>`
    insert into meetings (feed_id, group_id, external_id, content_hash, words, changed_at, name, status, recurrence,
      time, minutes, zone, online, in_person, online_url, online_notes, phone, phone_notes, place_name, address, town,
      place_notes, region, latitude, longitude, types, tags, notes, page_url)
    select ${feed.id}, r."groupId", r."externalId", r."contentHash", r.words, ${now}, d.name, d.status, d.recurrence,
      d.time, d.minutes, d.zone, d.online, d."inPerson", d."onlineUrl", d."onlineNotes", d.phone, d."phoneNotes",
      d."placeName", d.address, d.town, d."placeNotes", d.region, d.latitude, d.longitude, d.types, d.tags, d.notes,
      d."pageUrl"
    from jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows, wellFormed)))})
      as r("groupId" bigint, "externalId" text, "contentHash" text, words text, details jsonb),
      jsonb_to_record(r.details) as d(name text, status text, recurrence jsonb, time text, minutes int, zone text,
        online boolean, "inPerson" boolean, "onlineUrl" text, "onlineNotes" text, phone text, "phoneNotes" text,
        "placeName" text, address text, town text, "placeNotes" text, region text, latitude float8,
        longitude float8, types text[], tags text[], notes text, "pageUrl" text)
    on conflict (feed_id, external_id) do update set group_id = excluded.group_id,
      content_hash = excluded.content_hash, words = excluded.words, changed_at = excluded.changed_at,
      name = excluded.name, status = excluded.status, recurrence = excluded.recurrence, time = excluded.time,
      minutes = excluded.minutes, zone = excluded.zone, online = excluded.online, in_person = excluded.in_person,
      online_url = excluded.online_url, online_notes = excluded.online_notes, phone = excluded.phone,
      phone_notes = excluded.phone_notes, place_name = excluded.place_name, address = excluded.address,
      town = excluded.town, place_notes = excluded.place_notes, region = excluded.region,
      latitude = excluded.latitude, longitude = excluded.longitude, types = excluded.types, tags = excluded.tags,
      notes = excluded.notes, page_url = excluded.page_url
    returning id`
  return written.map((row) => row.id)
}

/** A text that was cut in the middle of an emoji is no JSON to PostgreSQL. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}

function wordsOf(meeting: FeedMeeting): string {
  const { name, group, placeName, address, region, tags, notes } = meeting
  return foldText([name, group.name, placeName, address, region, ...tags, notes].join(' ')).slice(0, 4000)
}
