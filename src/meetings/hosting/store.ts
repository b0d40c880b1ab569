import type { Transaction } from '../../platform/database/index.ts'
import { foldText, type Place } from '../places/place.ts'
import { renewTimes } from '../times.store.ts'
import type { HostedMeeting } from './form.ts'

function columnsOf(meeting: HostedMeeting, place: Place | undefined, groupName: string) {
  const { recurrence, ...plain } = meeting
  const inPerson = Boolean(plain.placeName ?? plain.address)
  return {
    ...plain,
    town: place?.name ?? plain.town,
    online: Boolean(plain.onlineUrl ?? plain.phone),
    inPerson,
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
}

export async function addMeeting(
  tx: Transaction,
  meeting: HostedMeeting,
  by: Writing & { groupId: string; memberId: string },
): Promise<string> {
  const columns = {
    ...columnsOf(meeting, by.place, by.groupName),
    groupId: by.groupId,
    createdBy: by.memberId,
  }
  const [row] = await tx<{ id: string }[]>`
    insert into meetings ${tx({ ...columns, recurrence: tx.json({ ...meeting.recurrence }) } as never)} returning id`
  if (!row) throw new Error('The meeting was not added.')
  await renewTimes(tx, [row.id], by.now)
  tx.changed('meetings', `group:${by.groupId}`)
  return row.id
}

export async function changeMeeting(
  tx: Transaction,
  id: string,
  meeting: HostedMeeting,
  by: Writing & { groupId: string },
): Promise<void> {
  const columns = { ...columnsOf(meeting, by.place, by.groupName), status: 'running' }
  await tx`update meetings set ${tx({ ...columns, recurrence: tx.json({ ...meeting.recurrence }) } as never)},
    changed_at = ${by.now} where id = ${id}`
  await renewTimes(tx, [id], by.now)
  tx.changed('meetings', `group:${by.groupId}`)
}

/** The meeting keeps its page, which says that it has ended. */
export async function endMeeting(
  tx: Transaction,
  id: string,
  groupId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx`update meetings set status = 'ended', changed_at = ${now} where id = ${id}`
  await tx`delete from meeting_times where meeting_id = ${id}`
  tx.changed('meetings', `group:${groupId}`)
}
