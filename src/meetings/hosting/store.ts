import type { Database, Transaction } from '../../platform/database/index.ts'
import { foldText, type Place } from '../places/place.ts'
import { renewTimes } from '../times.store.ts'
import { type HostedMeeting, type NewMeeting, withUnsaid } from './hosted.ts'

function columnsOf(tx: Transaction, meeting: HostedMeeting, place: Place | undefined, groupName: string) {
  const { recurrence, agenda, ...plain } = meeting
  return {
    ...plain,
    recurrence: tx.json({ ...recurrence }),
    agenda: agenda && tx.json(agenda.map((part) => ({ ...part }))),
    town: place?.name ?? plain.town,
    online: Boolean(plain.onlineUrl ?? plain.phone),
    inPerson: Boolean(plain.placeName ?? plain.address),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    words: foldText(
      [plain.name, groupName, plain.placeName, plain.address, plain.town, plain.notes].join(' '),
    ).slice(0, 4000),
  }
}

interface Writing {
  groupName: string
  place: Place | undefined
  now: Temporal.Instant
  /** The hosts who lead it; those of the group who are no hosts are passed over. */
  leaders?: string[]
}

export async function addMeeting(
  tx: Transaction,
  said: NewMeeting,
  by: Writing & { groupId: string; memberId: string },
): Promise<string> {
  const meeting = withUnsaid(said)
  const columns = {
    ...columnsOf(tx, meeting, by.place, by.groupName),
    groupId: by.groupId,
    createdBy: by.memberId,
  }
  const [row] = await tx<{ id: string }[]>`insert into meetings ${tx(columns as never)} returning id`
  if (!row) throw new Error('The meeting was not added.')
  await putLeaders(tx, row.id, by.leaders ?? [])
  await renewTimes(tx, [row.id], by.now)
  tx.changed('meetings', `group:${by.groupId}`)
  return row.id
}

/**
 * @param version what the host had before them
 * @returns false when another host has changed the meeting since: nothing is written then
 */
export async function changeMeeting(
  tx: Transaction,
  id: string,
  meeting: HostedMeeting,
  by: Writing & { groupId: string; version: number },
): Promise<boolean> {
  const columns = columnsOf(tx, meeting, by.place, by.groupName)
  const rows =
    await tx`update meetings set ${tx(columns as never)}, changed_at = ${by.now}, version = version + 1,
      status = case when status in ('paused', 'ended') then status else 'running' end
    where id = ${id} and version = ${by.version} returning id`
  if (rows.length === 0) return false
  if (by.leaders) await putLeaders(tx, id, by.leaders)
  await renewTimes(tx, [id], by.now)
  tx.changed('meetings', `group:${by.groupId}`)
  return true
}

async function putLeaders(tx: Transaction, meetingId: string, memberIds: string[]): Promise<void> {
  await tx`delete from meeting_leaders where meeting_id = ${meetingId}`
  await tx`insert into meeting_leaders (meeting_id, member_id)
    select ${meetingId}, member_id from group_members join meetings using (group_id)
    where meetings.id = ${meetingId} and role = 'host' and member_id = any(${memberIds}::bigint[])`
}

export interface Leader {
  memberId: string
  handle: string
}

/** Those who lead a meeting and still host its group. */
export async function listLeaders(db: Database, meetingId: string): Promise<Leader[]> {
  return db<Leader[]>`
    select meeting_leaders.member_id, handle from meeting_leaders
      join meetings on meetings.id = meeting_id
      join group_members on group_members.group_id = meetings.group_id
        and group_members.member_id = meeting_leaders.member_id and group_members.role = 'host'
      join members on members.id = meeting_leaders.member_id
    where meeting_id = ${meetingId} order by handle`
}

interface Standing {
  groupId: string
  now: Temporal.Instant
}

/** @param until null: until a host says otherwise */
export async function pauseMeeting(
  tx: Transaction,
  id: string,
  until: Temporal.PlainDate | null,
  by: Standing,
): Promise<void> {
  await tx`update meetings set status = 'paused', paused_until = ${until && String(until)}::date,
    changed_at = ${by.now}, version = version + 1 where id = ${id}`
  await renewTimes(tx, [id], by.now)
  tx.changed('meetings', `group:${by.groupId}`)
}

export async function resumeMeeting(tx: Transaction, id: string, by: Standing): Promise<void> {
  await tx`update meetings set status = 'running', paused_until = null, changed_at = ${by.now},
    version = version + 1 where id = ${id}`
  await renewTimes(tx, [id], by.now)
  tx.changed('meetings', `group:${by.groupId}`)
}

/** The meeting keeps its page, which says that it has ended. */
export async function endMeeting(tx: Transaction, id: string, by: Standing): Promise<void> {
  await tx`update meetings set status = 'ended', paused_until = null, changed_at = ${by.now},
    version = version + 1 where id = ${id}`
  await tx`delete from meeting_times where meeting_id = ${id}`
  tx.changed('meetings', `group:${by.groupId}`)
}

/** The meetings of a group that were made here and have not ended. */
export async function listHosted(db: Database, groupId: string): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`select id, name from meetings
    where group_id = ${groupId} and feed_id is null and status <> 'ended' order by id`
}
