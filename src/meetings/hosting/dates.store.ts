import type { Transaction } from '../../platform/database/index.ts'
import type { DateChange } from '../recurrence/changes.ts'
import { renewTimes } from '../times.store.ts'

/** Writes what is different about one date; what was said about it before is replaced. */
export async function changeDate(
  tx: Transaction,
  meeting: { id: string; groupId: string },
  { onDate, kind, newDate, newTime, note }: DateChange,
  by: { memberId: string; now: Temporal.Instant },
): Promise<void> {
  await tx`
    insert into meeting_changes (meeting_id, on_date, kind, new_date, new_time, note, changed_at, changed_by)
    values (${meeting.id}, ${String(onDate)}, ${kind}, ${newDate && String(newDate)}::date, ${newTime}, ${note},
      ${by.now}, ${by.memberId})
    on conflict (meeting_id, on_date) do update set kind = excluded.kind, new_date = excluded.new_date,
      new_time = excluded.new_time, note = excluded.note, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, sequence = meeting_changes.sequence + 1`
  // Calendars and feeds ask when a meeting was last changed.
  await tx`update meetings set changed_at = ${by.now} where id = ${meeting.id}`
  await renewTimes(tx, [meeting.id], by.now)
  tx.changed('meetings', `group:${meeting.groupId}`)
}
