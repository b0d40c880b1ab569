import type { Transaction } from '../../platform/database/index.ts'
import { tellOfDate, tellOfMeeting } from '../hosting/tell.ts'
import type { DateChange } from '../recurrence/changes.ts'

interface Planned {
  id: string
  name: string
  status: 'running' | 'paused' | 'ended'
  /** When and where, as one text. */
  spot: string
}

/** Those of these meetings that somebody plans to come to, as they are now. */
export async function listPlanned(tx: Transaction, ids: string[]): Promise<Planned[]> {
  return tx<Planned[]>`
    select id, name, status, concat_ws('|', recurrence, time, zone, coalesce(online_url, '-'), coalesce(phone, '-'),
      coalesce(place_name, '-'), coalesce(address, '-')) as spot
    from meetings where id = any(${ids}::bigint[]) and exists (
      select from meeting_plans where meeting_id = meetings.id)`
}

/** Nobody decided it here: those who planned to come hear of it from us, or stand at a locked door. */
export async function tellWhatBecame(
  tx: Transaction,
  before: Planned[],
  now: Temporal.Instant,
): Promise<void> {
  if (before.length === 0) return
  const after = await listPlanned(
    tx,
    before.map(({ id }) => id),
  )
  for (const was of before) {
    const meeting = after.find(({ id }) => id === was.id)
    const kind = meeting && whatBecame(was, meeting)
    if (kind) await tellOfMeeting(tx, kind, { meeting, memberId: undefined, now })
  }
}

function whatBecame(before: Planned, after: Planned): 'ended' | 'paused' | 'resumed' | 'changed' | undefined {
  if (before.status !== after.status)
    return ({ ended: 'ended', paused: 'paused', running: 'resumed' } as const)[after.status]
  return before.spot !== after.spot && after.status !== 'ended' ? 'changed' : undefined
}

export interface ToldDate extends DateChange {
  meetingId: string
  name: string
}

/** The dates that a list cancelled, moved or took back; what is over helps nobody. */
export async function tellOfDates(
  tx: Transaction,
  changes: ToldDate[],
  now: Temporal.Instant,
): Promise<void> {
  const since = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 })
  for (const { meetingId, name, ...change } of changes)
    if (Temporal.PlainDate.compare(change.onDate, since) >= 0)
      await tellOfDate(tx, change, { meeting: { id: meetingId, name }, memberId: undefined, now })
}
