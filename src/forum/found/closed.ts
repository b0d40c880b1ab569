import type { Context } from 'hono'
import { listFolded } from '../../moderation/quiet/index.ts'
import type { Env } from '../../platform/web.ts'
import { listClosedNotes } from '../posts/closedNotes.store.ts'
import type { NoteKind } from '../posts/notes.ts'

/** What a reader wants to find closed: posts with these notes, and what these people wrote. */
export interface Closed {
  notes: NoteKind[]
  writers: string[]
}

export async function closedFor(c: Context<Env>): Promise<Closed> {
  const { db, member } = c.var
  if (!member) return { notes: [], writers: [] }
  const [notes, folded] = await Promise.all([listClosedNotes(db, member.id), listFolded(db, member.id)])
  return { notes, writers: folded.map(({ id }) => id) }
}
