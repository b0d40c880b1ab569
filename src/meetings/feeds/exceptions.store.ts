import type { Transaction } from '../../platform/database/index.ts'
import type { DateException, FeedMeeting } from './record.ts'
import type { ToldDate } from './tellPlanners.store.ts'

type ChangedDate = ToldDate & { isPlanned: boolean }

function changedDate(tx: Transaction) {
  return tx`meeting_id, on_date, kind, new_date, new_time, note,
    (select name from meetings where id = meeting_id) as name,
    exists (select from meeting_plans where meeting_plans.meeting_id = meeting_changes.meeting_id) as is_planned`
}

/**
 * The single dates that a calendar tells of. One that it no longer has is taken back with a note without words, so
 * that a subscriber's calendar sees its end too; what a host said of a date stays.
 * @returns the dates somebody plans to come to that are now another way than before
 */
export async function putExceptions(
  tx: Transaction,
  meetings: { meetingId: string; details: FeedMeeting }[],
  now: Temporal.Instant,
): Promise<ToldDate[]> {
  const told = meetings.filter(({ details }) => details.exceptions !== undefined)
  if (told.length === 0) return []
  const rows = told.flatMap(({ meetingId, details }) =>
    (details.exceptions ?? []).map((each: DateException) => ({ meetingId, ...each })),
  )
  const takenBack = await tx<ChangedDate[]>`
    update meeting_changes set kind = 'note', new_date = null, new_time = null, note = null,
      sequence = sequence + 1, changed_at = ${now}
    where meeting_id = any(${told.map((each) => each.meetingId)}::bigint[]) and changed_by is null
      and (kind <> 'note' or note is not null)
      and (meeting_id, on_date) not in (
        select said."meetingId", said."onDate"
        from jsonb_to_recordset(${tx.json(rows)}) as said("meetingId" bigint, "onDate" date))
    returning ${changedDate(tx)}`
  const changed = await tx<ChangedDate[]>`
    insert into meeting_changes (meeting_id, on_date, kind, new_date, new_time, note, changed_at)
    select "meetingId", "onDate", kind, "newDate", "newTime", note, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as said(
      "meetingId" bigint, "onDate" date, kind text, "newDate" date, "newTime" text, note text)
    on conflict (meeting_id, on_date) do update set kind = excluded.kind, new_date = excluded.new_date,
      new_time = excluded.new_time, note = excluded.note, sequence = meeting_changes.sequence + 1,
      changed_at = excluded.changed_at
    where meeting_changes.changed_by is null
      and (meeting_changes.kind, meeting_changes.new_date, meeting_changes.new_time, meeting_changes.note)
      is distinct from (excluded.kind, excluded.new_date, excluded.new_time, excluded.note)
    returning ${changedDate(tx)}`
  return [...takenBack, ...changed].filter(({ isPlanned }) => isPlanned)
}
