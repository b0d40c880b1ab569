import { addNotices } from '../../account/notices/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { listPlanners } from '../attendance/store.ts'
import type { DateChange } from '../recurrence/changes.ts'
import { isSaid } from '../recurrence/changes.ts'
import { endMeeting, listHosted } from './store.ts'

interface About {
  meeting: { id: string; name: string }
  /** The host who did it knows; undefined: a list said so. */
  memberId: string | undefined
  now: Temporal.Instant
}

/** Tells everybody who planned to come that one date is not as it was. */
export async function tellOfDate(tx: Transaction, change: DateChange, about: About): Promise<void> {
  const { meeting, now } = about
  const planners = await listPlanners(tx, meeting.id, { onDate: change.onDate })
  const kind = isSaid(change) ? change.kind : 'back'
  const words: Record<string, string> = { name: meeting.name, date: String(change.onDate) }
  if (change.newDate) words.newDate = String(change.newDate)
  if (change.newTime) words.newTime = change.newTime
  await addNotices(
    tx,
    planners.filter((id) => id !== about.memberId),
    {
      kind: `meeting-${kind}`,
      link: `/meetings/${meeting.id}`,
      words,
      about: `meeting ${meeting.id} ${change.onDate}`,
    },
    now,
  )
}

/** A group that closes takes its meetings along, and those who planned to come are told of each. */
export async function endMeetingsOfGroup(
  tx: Transaction,
  groupId: string,
  by: { memberId: string; now: Temporal.Instant },
): Promise<void> {
  for (const meeting of await listHosted(tx, groupId)) {
    await endMeeting(tx, meeting.id, { groupId, now: by.now })
    await tellOfMeeting(tx, 'ended', { meeting, ...by })
  }
}

/** Tells everybody who still planned to come that the whole meeting is different. */
export async function tellOfMeeting(
  tx: Transaction,
  kind: 'changed' | 'paused' | 'resumed' | 'ended',
  { meeting, memberId, now }: About,
): Promise<void> {
  const since = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 })
  const planners = await listPlanners(tx, meeting.id, { since })
  await addNotices(
    tx,
    planners.filter((id) => id !== memberId),
    {
      kind: `meeting-${kind}`,
      link: `/meetings/${meeting.id}`,
      words: { name: meeting.name },
      about: `meeting ${meeting.id}`,
    },
    now,
  )
}
