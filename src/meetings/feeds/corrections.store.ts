import type { Database, Transaction } from '../../platform/database/index.ts'
import type { CorrectedField, Corrections } from './corrections.rules.ts'

interface Row {
  meetingId: string
  field: CorrectedField
  value: unknown
}

/** The corrections of these meetings; a meeting without any is not among them. */
export async function correctionsOf(db: Database, meetingIds: string[]): Promise<Map<string, Corrections>> {
  const rows = await db<Row[]>`select meeting_id, field, value from meeting_corrections
    where meeting_id = any(${meetingIds}::bigint[])`
  return gather(rows)
}

/** The corrections of the meetings of one list, by what the list calls them. */
export async function correctionsOfFeed(db: Database, feedId: string): Promise<Map<string, Corrections>> {
  const rows = await db<Row[]>`select external_id as meeting_id, field, value
    from meeting_corrections join meeting_sources using (meeting_id) where feed_id = ${feedId}`
  return gather(rows)
}

function gather(rows: Row[]): Map<string, Corrections> {
  const found = new Map<string, Corrections>()
  for (const { meetingId, field, value } of rows)
    found.set(meetingId, { ...found.get(meetingId), [field]: value })
  return found
}

/** Puts these corrections in the place of those that were; what is absent is as the list has it again. */
export async function putCorrections(
  tx: Transaction,
  meetingId: string,
  corrections: Corrections,
  now: Temporal.Instant,
): Promise<void> {
  const fields = Object.keys(corrections)
  await tx`delete from meeting_corrections where meeting_id = ${meetingId} and not (field = any(${fields}))`
  for (const [field, value] of Object.entries(corrections))
    await tx`insert into meeting_corrections (meeting_id, field, value, made_at)
      values (${meetingId}, ${field}, ${tx.json(value)}, ${now})
      on conflict (meeting_id, field) do update set value = excluded.value, made_at = excluded.made_at
      where meeting_corrections.value <> excluded.value`
}
