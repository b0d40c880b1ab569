import type { Transaction } from '../../platform/database/index.ts'
import type { Meeting } from '../meeting.ts'
import type { DateChange } from '../recurrence/changes.ts'
import type { Schedule } from '../recurrence/recurrence.ts'
import type { Coming } from './form.ts'
import { attendable, plannable } from './rules.ts'
import { addAttendance, addPlan, removeAttendance, removePlan } from './store.ts'

interface Around {
  meeting: Meeting
  schedule: Schedule
  changes: DateChange[]
  memberId: string
  /** Only members of the group can be shown to its members. */
  isMember: boolean
  now: Temporal.Instant
}

/** Writes what was ticked and takes back what was offered and is not ticked; dates that are none are passed over. */
export async function keepComing(tx: Transaction, around: Around, said: Coming): Promise<void> {
  const { meeting, schedule, changes, memberId, now } = around
  const shown = said.shown && around.isMember
  const meetingId = meeting.id
  const has = (dates: Temporal.PlainDate[], date: Temporal.PlainDate) => dates.some((one) => one.equals(date))

  if (said.every) await addPlan(tx, memberId, { meetingId, onDate: null, shown }, now)
  else await removePlan(tx, memberId, { meetingId, onDate: null })
  for (const onDate of said.offered)
    if (!has(said.plan, onDate)) await removePlan(tx, memberId, { meetingId, onDate })
  for (const onDate of said.plan)
    if (plannable(schedule, changes, onDate, now))
      await addPlan(tx, memberId, { meetingId, onDate, shown }, now)

  for (const onDate of said.past)
    if (!has(said.came, onDate)) await removeAttendance(tx, memberId, meetingId, onDate)
  for (const onDate of said.came)
    if (attendable(schedule, changes, onDate, now))
      await addAttendance(tx, memberId, { meetingId, name: meeting.name, onDate, shown }, now)
}
