import type { Database } from '../../platform/database/index.ts'
import type { HelpId } from '../helped/helps.rules.ts'
import type { NoteKind } from '../posts/notes.ts'

/** Words that are not sent yet. */
export interface Draft {
  id: string
  /** The key of the form they were typed into; sent under it, the draft is gone. */
  once: string
  /** Null: the beginning of a new topic. */
  topicId: string | null
  space: string
  kind: string
  notes: NoteKind[]
  helps: HelpId[]
  needs: boolean
  title: string
  body: string
  savedAt: Temporal.Instant
}

export type DraftWords = Omit<Draft, 'id' | 'savedAt'>

/** More than this are not begun but forgotten; the oldest make room. */
const draftsKept = 20

/** Keeps the words, in place of those kept from the same form before. */
export async function keepDraft(
  tx: Database,
  memberId: string,
  words: DraftWords,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into drafts (member_id, once, topic_id, space, kind, notes, helps, needs, title, body, saved_at)
    values (${memberId}, ${words.once}, ${words.topicId}, ${words.space}, ${words.kind}, ${words.notes},
      ${words.helps}, ${words.needs}, ${words.title}, ${words.body}, ${now})
    on conflict (member_id, once) do update set space = excluded.space, kind = excluded.kind, notes = excluded.notes,
      helps = excluded.helps, needs = excluded.needs, title = excluded.title, body = excluded.body, saved_at = excluded.saved_at`
  await tx`delete from drafts where member_id = ${memberId} and id not in (
    select id from drafts where member_id = ${memberId} order by saved_at desc, id desc limit ${draftsKept})`
}

export async function listDrafts(db: Database, memberId: string): Promise<Draft[]> {
  return db<Draft[]>`
    select ${columns(db)} from drafts d where d.member_id = ${memberId} order by d.saved_at desc, d.id desc`
}

export async function findDraft(db: Database, memberId: string, draftId: string): Promise<Draft | undefined> {
  const [draft] = await db<Draft[]>`
    select ${columns(db)} from drafts d where d.member_id = ${memberId} and d.id = ${draftId}`
  return draft
}

export async function removeDraft(db: Database, memberId: string, draftId: string): Promise<void> {
  await db`delete from drafts where member_id = ${memberId} and id = ${draftId}`
}

/** The words were sent. */
export async function forgetDraft(tx: Database, memberId: string, once: string): Promise<void> {
  await tx`delete from drafts where member_id = ${memberId} and once = ${once}`
}

function columns(db: Database) {
  return db`d.id, d.once, d.topic_id, d.space, d.kind, d.notes, d.helps, d.needs, d.title, d.body, d.saved_at`
}
