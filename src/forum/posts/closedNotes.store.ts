import { type Database, transaction } from '../../platform/database/index.ts'
import type { NoteKind } from './notes.ts'

/** What a member's pages depend on that close posts with these notes. */
export const closedNotesTag = (memberId: string) => `closed notes:${memberId}`

/** The content notes that a member wants to find closed; none unless they chose some. */
export async function listClosedNotes(db: Database, memberId: string): Promise<NoteKind[]> {
  const [row] = await db<
    { notes: NoteKind[] }[]
  >`select notes from closed_notes where member_id = ${memberId}`
  return row?.notes ?? []
}

export async function closeNotes(db: Database, memberId: string, notes: NoteKind[]): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`insert into closed_notes (member_id, notes) values (${memberId}, ${notes})
      on conflict (member_id) do update set notes = excluded.notes`
    tx.changed(closedNotesTag(memberId))
  })
}
