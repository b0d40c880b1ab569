import type { Context } from 'hono'
import { foldedTag, listFolded } from '../../moderation/quiet/index.ts'
import type { Env } from '../../platform/web.ts'
import { closedNotesTag, listClosedNotes } from '../posts/closedNotes.store.ts'
import type { NoteKind } from '../posts/notes.ts'

/** What a reader wants to find closed: posts with these notes, and what these people wrote. */
export interface Closed {
  notes: NoteKind[]
  writers: string[]
}

interface ToRead {
  notes: NoteKind[]
  authorId: string | null
  /** By a moderator. */
  isFolded: boolean
}

/** Whether its words stand in a list for this reader, or one tap away. */
export function isShownTo(closed: Closed, { notes, authorId, isFolded }: ToRead): boolean {
  if (isFolded || (authorId !== null && closed.writers.includes(authorId))) return false
  return !notes.some((note) => closed.notes.includes(note))
}

const nothing: Closed = { notes: [], writers: [] }

export async function closedFor(c: Context<Env>): Promise<Closed> {
  const { db, member, cache } = c.var
  if (!member) return nothing
  const tags = [foldedTag(member.id), closedNotesTag(member.id)]
  const make = async () => {
    const [notes, folded] = await Promise.all([listClosedNotes(db, member.id), listFolded(db, member.id)])
    return notes.length + folded.length === 0 ? nothing : { notes, writers: folded.map(({ id }) => id) }
  }
  return cache.remember(`closed ${member.id}`, tags, make, ({ writers }) => 200 + 20 * writers.length)
}
