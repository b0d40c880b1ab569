import { keepSignals } from '../../moderation/trust/index.ts'
import type { Category } from '../../moderation/words/index.ts'
import { type Database, transaction } from '../../platform/database/index.ts'
import { askWhenLetIn } from '../answered/waiting.store.ts'
import type { NoteKind } from '../posts/notes.ts'
import { topicTag } from '../writing.store.ts'

interface HeldReply {
  markdown: string
  html: string
  notes?: NoteKind[]
  once: string
  /** Marked as "I need someone". */
  needs?: boolean
  signals: Category[]
}

/**
 * A reply that waits for a moderator: it has no number, and nobody is told of it, until it is let in. The same form
 * sent twice is one reply.
 * @returns false when the topic was closed or removed in the meantime
 */
export async function addHeldReply(
  db: Database,
  topicId: string,
  authorId: string,
  reply: HeldReply,
  now: Temporal.Instant,
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const [topic] = await tx`
      select from topics t join spaces s on s.id = t.space_id left join groups g on g.id = t.group_id
      where t.id = ${topicId} and coalesce(t.closed_at, t.removed_at, s.retired_at, g.closed_at) is null
      for no key update of t`
    if (!topic) return false
    const [added] = await tx<{ id: string }[]>`
      insert into replies (topic_id, author_id, notes, body_markdown, body_html, once, created_at, held_at)
      values (${topicId}, ${authorId}, ${reply.notes ?? []}, ${reply.markdown}, ${reply.html}, ${reply.once}, ${now}, ${now})
      on conflict (author_id, once) do nothing returning id`
    await tx`delete from drafts where member_id = ${authorId} and once = ${reply.once}`
    // Its author finds it on the page, and so do moderators.
    tx.changed(topicTag(topicId))
    if (added) {
      await keepSignals(tx, { topicId, replyId: added.id }, reply.signals, now)
      const needs = reply.needs === true
      await askWhenLetIn(tx, { id: added.id, topicId, authorId, needs }, now)
    }
    return true
  })
}
