import { takeBackTitles } from '../../account/notices/index.ts'
import { addToLog } from '../../moderation/log/index.ts'
import { keepSignals } from '../../moderation/trust/index.ts'
import { type Category, isCrisis } from '../../moderation/words/index.ts'
import { type Database, type Transaction, transaction } from '../../platform/database/index.ts'
import type { HelpId } from '../helped/helps.rules.ts'
import { letInFromDark, lockToLetIn } from '../keepers/handling.store.ts'
import { leavesMark } from '../rules.ts'
import { listsTag, lockConversation, topicTag, type Written } from '../writing.store.ts'
import type { NoteKind } from './notes.ts'
import { markOf, type PostRef } from './post.ts'

/** A post as its author typed it; a reply has no title. */
export interface Words {
  title: string
  markdown: string
  notes: NoteKind[]
  /** What it helped with; of something that helped alone. */
  helps: string[]
}

export interface Version {
  title: string
  bodyHtml: string
  writtenAt: Temporal.Instant
  replacedAt: Temporal.Instant
}

interface Stored extends Words {
  html: string
  createdAt: Temporal.Instant
  editedAt: Temporal.Instant | null
}

export async function findWords(db: Database, ref: PostRef): Promise<Words | undefined> {
  return findStored(db, ref)
}

async function findStored(db: Database, { topicId, replyId }: PostRef): Promise<Stored | undefined> {
  const [found] = replyId
    ? await db<Stored[]>`
        select '' as title, body_markdown as markdown, body_html as html, notes, '{}'::text[] as helps, created_at, edited_at
        from replies where id = ${replyId} and topic_id = ${topicId} and removed_at is null`
    : await db<Stored[]>`
        select title, body_markdown as markdown, body_html as html, notes, helps_with as helps, created_at, edited_at
        from topics where id = ${topicId} and removed_at is null`
  return found
}

/**
 * Puts new words in place of those that the edit was made from; what readers may have seen for longer than the silent
 * window is kept as an earlier version.
 * @param was the mark of the words that the edit was made from
 * @returns the words that stand there by now, where they are others, or `gone`: nothing was changed then
 */
export async function changeWords(
  db: Database,
  ref: PostRef,
  words: Written & { title: string; notes: NoteKind[]; helps: HelpId[]; signals?: Category[] },
  was: string,
  now: Temporal.Instant,
): Promise<Words | 'gone' | undefined> {
  return transaction(db, async (tx) => {
    const isDark = words.signals?.some(isCrisis) ?? false
    if (isDark) await lockToLetIn(tx, ref)
    await lock(tx, ref)
    const before = await findStored(tx, ref)
    if (!before) return 'gone'
    const isSame = before.title === words.title && before.markdown === words.markdown
    if (was !== '' && was !== markOf(before) && !isSame) return before
    const isMarked = !isSame && leavesMark(before, now)
    if (isMarked) await keepVersion(tx, ref, before, now)
    const editedAt = isMarked ? now : before.editedAt
    if (!isSame) await keepSignals(tx, ref, words.signals ?? [], now)
    const { replyId, topicId } = ref
    if (replyId) {
      await tx`update replies set body_markdown = ${words.markdown}, body_html = ${words.html},
        notes = ${words.notes}, edited_at = ${editedAt}, changed_at = ${now} where id = ${replyId}`
      tx.announce(topicTag(topicId), { replyId })
    } else {
      await tx`update topics set title = ${words.title}, body_markdown = ${words.markdown}, body_html = ${words.html},
        notes = ${words.notes}, edited_at = ${editedAt},
        helps_with = case when kind = 'resource' then ${words.helps}::text[] else helps_with end where id = ${topicId}`
      if (before.title !== words.title) await takeBackTitles(tx, [topicId])
    }
    tx.changed(topicTag(topicId), listsTag)
    if (isDark) await letInFromDark(tx, ref, now)
    return undefined
  })
}

async function lock(tx: Transaction, { topicId, replyId }: PostRef): Promise<void> {
  await lockConversation(tx, topicId)
  if (replyId) await tx`select from replies where id = ${replyId} for no key update`
}

async function keepVersion(
  tx: Transaction,
  { topicId, replyId }: PostRef,
  before: Stored,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into post_versions (topic_id, reply_id, title, body_markdown, body_html, written_at, replaced_at)
    values (${replyId ? null : topicId}, ${replyId}, ${before.title}, ${before.markdown}, ${before.html},
      ${before.editedAt ?? before.createdAt}, ${now})`
}

/** What stood there before, the newest first. */
export async function listVersions(db: Database, ref: PostRef): Promise<Version[]> {
  return db<Version[]>`
    select title, body_html, written_at, replaced_at from post_versions where ${ofPost(db, ref)}
    order by replaced_at desc, id desc`
}

/** For an author who wrote more than they meant to: the edit stays marked, the earlier words are gone. */
export async function forgetVersions(tx: Database, ref: PostRef): Promise<void> {
  await tx`delete from post_versions where ${ofPost(tx, ref)}`
}

function ofPost(db: Database, { topicId, replyId }: PostRef) {
  return replyId ? db`reply_id = ${replyId}` : db`topic_id = ${topicId}`
}

/** A moderator's content notes take the place of those that are there. */
export async function setNotes(
  db: Database,
  ref: PostRef,
  notes: NoteKind[],
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  const { topicId, replyId } = ref
  await transaction(db, async (tx) => {
    const changed = replyId
      ? await tx`update replies set notes = ${notes}, changed_at = ${now} where id = ${replyId} and removed_at is null and notes <> ${notes}
          returning id`
      : await tx`update topics set notes = ${notes} where id = ${topicId} and removed_at is null and notes <> ${notes}
          returning id`
    if (changed.length === 0) return
    if (replyId) tx.announce(topicTag(topicId), { replyId })
    tx.changed(topicTag(topicId), listsTag)
    await addToLog(tx, { what: 'noted', category: 'place', keeperId }, now)
  })
}
