import { putImportedGroups } from '../../groups/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { renewMeetings } from './compose.store.ts'
import { slotOf } from './likeness.rules.ts'
import { contentHash, type KnownSource, type OtherSource, type Plan } from './plan.ts'
import type { FeedMeeting } from './record.ts'
import type { Feed } from './store.ts'

// 7140002 is the lock on the data folder, which the running site holds for as long as it runs.
const feedLock = 7140003

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

/** Two lists that are read at once must not both make the meeting that they share. */
export async function waitForAllFeeds(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${feedLock}::bigint)`
}

/** What the feed said before; in full only where these meetings do not say the very same. */
export async function listKnown(
  tx: Transaction,
  feedId: string,
  meetings: FeedMeeting[],
): Promise<KnownSource[]> {
  return tx<KnownSource[]>`
    select meeting_id, external_id, content_hash, gone_at is not null as gone,
      case when said.hash is distinct from content_hash then details end as details,
      (select before.details from meeting_sources before
        where before.meeting_id = sources.meeting_id and before.gone_at is null and before.feed_id <> ${feedId}
          and before.id < sources.id order by before.id limit 1) as follows
    from meeting_sources sources left join unnest(${meetings.map((each) => each.externalId)}::text[],
      ${meetings.map(contentHash)}::text[]) as said(id, hash) on said.id = external_id
    where feed_id = ${feedId} order by sources.id`
}

/** Meetings of other lists at the times of these, in groups of the same kind. */
export async function listOthers(
  tx: Transaction,
  feed: Feed,
  meetings: FeedMeeting[],
): Promise<OtherSource[]> {
  const slots = [...new Set(meetings.map((meeting) => slotOf(meeting)))].filter(
    (slot) => slot !== 'appointment',
  )
  return tx<OtherSource[]>`
    select distinct on (meeting_id) meeting_id,
      details || jsonb_build_object('fellowship', coalesce(details ->> 'fellowship', feeds.fellowship)) as details
    from meeting_sources sources join feeds on feeds.id = feed_id
    where slot = any(${slots}::text[]) and gone_at is null and feed_id <> ${feed.id} and feeds.kind = ${feed.kind}
      and not exists (select from meeting_sources own
        where own.meeting_id = sources.meeting_id and own.feed_id = ${feed.id} and own.gone_at is null)
    order by meeting_id, sources.id`
}

interface Written {
  meetingId: string
  meeting: FeedMeeting
}

/** Writes what a plan says: what the list says now, then groups, meetings and their times. */
export async function applyPlan(
  tx: Transaction,
  feed: Feed,
  plan: Plan,
  all: FeedMeeting[],
  asked: { now: Temporal.Instant; onProgress: (done: number, total: number) => Promise<void> },
): Promise<void> {
  const { now, onProgress } = asked
  const isNew = (each: { meetingId?: string | undefined; parts?: boolean }) => each.meetingId === undefined
  const said = [
    ...plan.added.map(({ meeting, meetingId }) => ({ meeting, meetingId })),
    ...plan.changed.map(({ meeting, before, parts }) => ({
      meeting,
      meetingId: parts ? undefined : before.meetingId,
    })),
  ]
  const fresh = await newMeetingIds(tx, said.filter(isNew).length)
  const written: Written[] = said.map(({ meeting, meetingId }) => ({
    meeting,
    meetingId: meetingId ?? fresh.pop() ?? '',
  }))
  await renameSources(tx, feed, plan)
  await markGone(tx, feed, plan, now)
  await putSources(tx, feed, written)
  // A meeting of which another list speaks has its group from there.
  const own = [
    ...plan.added.filter(({ joins }) => !joins),
    ...plan.changed.filter(({ before, parts }) => !before.follows || parts),
  ].map(({ meeting }) => meeting)
  const keys = new Set(own.map(({ group }) => group.key)).size
  const onGroup = (done: number) => onProgress(done, keys + written.length)
  const groups = { feedId: feed.id, ids: await putGroups(tx, feed, own, all, onGroup) }
  const touched = [
    ...written,
    ...plan.gone,
    ...plan.changed.filter(({ parts }) => parts).map(({ before }) => before),
  ]
  const ids = [...new Set(touched.map((each) => each.meetingId))]
  await renewMeetings(tx, ids, {
    now,
    groups,
    onProgress: (done) => onProgress(keys + done, keys + ids.length),
  })
}

async function newMeetingIds(tx: Transaction, count: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select nextval(pg_get_serial_sequence('meetings', 'id')) as id from generate_series(1, ${count})`
  return rows.map((row) => row.id).reverse()
}

/** Where content was what told the meetings apart, their new ids are the ones to know them by. */
async function renameSources(tx: Transaction, feed: Feed, plan: Plan): Promise<void> {
  const gone = new Set(plan.gone.map((each) => each.externalId))
  const renamed = plan.renamed.filter(([from]) => !gone.has(from))
  await tx`update meeting_sources set external_id = became from unnest(
      ${renamed.map(([from]) => from)}::text[], ${renamed.map(([, to]) => to)}::text[]) as named(was, became)
    where feed_id = ${feed.id} and external_id = was`
}

async function markGone(tx: Transaction, feed: Feed, plan: Plan, now: Temporal.Instant): Promise<void> {
  await tx`update meeting_sources set gone_at = ${now}
    where feed_id = ${feed.id} and external_id = any(${plan.gone.map((each) => each.externalId)}::text[])`
}

async function putSources(tx: Transaction, feed: Feed, written: Written[]): Promise<void> {
  for (let start = 0; start < written.length; start += 500) {
    const rows = written.slice(start, start + 500).map(({ meetingId, meeting }) => ({
      meetingId,
      externalId: meeting.externalId,
      contentHash: contentHash(meeting),
      slot: slotOf(meeting),
      details: meeting,
    }))
    await tx`
      insert into meeting_sources (feed_id, meeting_id, external_id, content_hash, slot, details)
      select ${feed.id}, "meetingId", "externalId", "contentHash", slot, details
      from jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows)))}) as said(
        "meetingId" bigint, "externalId" text, "contentHash" text, slot text, details jsonb)
      on conflict (feed_id, external_id) do update set meeting_id = excluded.meeting_id, gone_at = null,
        content_hash = excluded.content_hash, slot = excluded.slot, details = excluded.details`
  }
}

export async function putGroups(
  tx: Transaction,
  feed: Feed,
  touched: FeedMeeting[],
  all: FeedMeeting[],
  onGroup: (done: number) => Promise<void> = async () => {},
): Promise<Map<string, string>> {
  const members = Map.groupBy(all, (meeting) => meeting.group.key)
  const named = new Map(touched.toReversed().map(({ group }) => [group.key, group.name]))
  const sourceKey = (key: string) => `${feed.name}: ${key}`
  const groups = [...named].map(([key, name]) => {
    const meetings = members.get(key) ?? []
    const inRoom = meetings.find((meeting) => meeting.inPerson)
    return {
      sourceKey: sourceKey(key),
      name,
      kind: feed.kind,
      online: meetings.some((meeting) => meeting.online),
      inPerson: inRoom !== undefined,
      zone: meetings.find((meeting) => meeting.zone)?.zone ?? null,
      placeName: inRoom?.town ?? null,
    }
  })
  const ids = await putImportedGroups(tx, groups, onGroup)
  return new Map([...named.keys()].map((key) => [key, ids.get(sourceKey(key)) ?? '']))
}
