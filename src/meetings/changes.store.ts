import type { Database } from '../platform/database/index.ts'
import type { DateChange } from './recurrence/changes.ts'

export interface MeetingChange extends DateChange {
  meetingId: string
  /** Counts the changes of this date, as calendars want it. */
  sequence: number
  changedAt: Temporal.Instant
}

/** All dates of these meetings that differ from their rule, also past ones and changes that were taken back. */
export async function listChanges(db: Database, meetingIds: string[]): Promise<MeetingChange[]> {
  return db<MeetingChange[]>`
    select meeting_id, on_date, kind, new_date, new_time, note, sequence, changed_at from meeting_changes
    where meeting_id = any(${meetingIds}::bigint[]) order by meeting_id, on_date`
}
