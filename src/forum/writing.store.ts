import { dayShown } from '../account/index.ts'
import { takeBackTitles } from '../account/notices/index.ts'
import { touchGroup } from '../groups/index.ts'
import { addToLog } from '../moderation/log/index.ts'
import { forgetSignals, keepSignals } from '../moderation/trust/index.ts'
import type { Category } from '../moderation/words/index.ts'
import { type Database, type Transaction, transaction } from '../platform/database/index.ts'
import { asksItself, waitAgain } from './answered/waiting.store.ts'
import { forgetDraft } from './drafts/drafts.store.ts'
import { afterTopic } from './following/afterPost.store.ts'
import { type HelpId, helpsOf } from './helped/helps.rules.ts'
import type { NoteKind } from './posts/notes.ts'
import type { Space } from './spaces/space.ts'
import { placeOf } from './spaces/spaces.store.ts'
import type { TopicKind } from './store.ts'

/** Who writes, and the date it is where they are. */
export interface Author {
  id: string
  today: Temporal.PlainDate
}

export interface Written {
  markdown: string
  html: string
}

export interface NewTopic extends Written {
  title: string
  kind: Exclude<TopicKind, 'check_in'>
  notes?: NoteKind[]
  /** What it helped with, where it is something that helped. */
  helps?: HelpId[]
  space: Pick<Space, 'id' | 'groupId'>
  once: string
  /** Marked as "I need someone". */
  needs?: boolean
  /** What its words were seen to be about, and whether it waits for a moderator. */
  signals?: Category[]
  held?: boolean
}

export const listsTag = 'forum'
export const listTags = (groupId: string | null) => (groupId ? [listsTag, `group:${groupId}`] : [listsTag])
export const topicTag = (topicId: string) => `=topic ${topicId}`

/**
 * Opens a topic; the same form sent twice gives the topic of the first time.
 * @returns the topic's id; undefined when its space was put to rest, or its group closed, in the meantime
 */
export async function addTopic(
  db: Database,
  author: Author,
  topic: NewTopic,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { groupId } = topic.space
  return transaction(db, async (tx) => {
    // Locked, so that two topics sent in the same moment are not both the first.
    const [writer] = await tx<
      { showsDay: boolean; lastDoseOn: Temporal.PlainDate | null; hasTopics: boolean }[]
    >`
      select shows_day, last_dose_on,
        exists (select from topics where author_id = members.id and removed_at is null) as has_topics
      from members where id = ${author.id} for no key update`
    if (!writer) throw new Error('The writer is not a member any more.')
    const spaceId = await placeOf(tx, topic.space)
    const [shut] = await tx`
      select from spaces s left join groups g on g.id = s.group_id
      where s.id = ${spaceId} and coalesce(s.retired_at, g.closed_at) is not null`
    if (shut) return findSent(tx, author.id, topic.once)
    const [added] = await tx<{ id: string }[]>`
      insert into topics (space_id, group_id, kind, helps_with, notes, author_id, author_day, author_step, title, body_markdown,
        body_html, once, is_first_post, last_post_at, created_at, held_at)
      values (${spaceId}, ${groupId}, ${topic.kind}, ${helpsOf(topic.kind, topic.helps ?? [])},
        ${topic.notes ?? []}, ${author.id},
        ${dayShown(writer, author.today) ?? null}, (select step from taper_steps where member_id = ${author.id}),
        ${topic.title}, ${topic.markdown}, ${topic.html}, ${topic.once}, ${!writer.hasTopics}, ${now}, ${now},
        ${topic.held ? now : null})
      on conflict (author_id, once) do nothing returning id`
    if (added) {
      await forgetDraft(tx, author.id, topic.once)
      const waitsFor = topic.needs ? 'needs' : writer.hasTopics ? undefined : 'first'
      await afterTopic(tx, { id: added.id, authorId: author.id, waitsFor, isHeld: topic.held === true }, now)
      if (groupId) await touchGroup(tx, groupId, now)
      await keepSignals(tx, { topicId: added.id, replyId: null }, topic.signals ?? [], now)
      tx.changed(...listTags(groupId))
      return added.id
    }
    return findSent(tx, author.id, topic.once)
  })
}

/**
 * Before a reply is locked or changed: what it says is kept to be found together with where it stands, so its topic is
 * locked with it. Nothing here locks a topic or a member against those who only name it.
 */
export async function lockConversation(tx: Transaction, topicId: string): Promise<void> {
  await tx`select from topics where id = ${topicId} for no key update`
}

/** The topic that the same form made before. */
async function findSent(tx: Transaction, authorId: string, once: string): Promise<string | undefined> {
  const [earlier] = await tx<{ id: string }[]>`
    select id from topics where author_id = ${authorId} and once = ${once}`
  return earlier?.id
}

/** The words go, those of before as well; the answers of others stay, and the page with them. */
export async function removeTopic(
  db: Database,
  topicId: string,
  now: Temporal.Instant,
  options: { byModerator?: boolean } = {},
): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`update topics set title = '', body_markdown = '', body_html = '', notes = '{}', author_day = null, author_step = null,
      removed_at = ${now}, removed_by_moderator = ${options.byModerator ?? false}
      where id = ${topicId} and removed_at is null`
    await tx`delete from post_versions where topic_id = ${topicId}`
    await tx`delete from thanks where topic_id = ${topicId}`
    await takeBackTitles(tx, [topicId])
    await forgetSignals(tx, { topicId, replyId: null })
    tx.changed(topicTag(topicId), listsTag)
  })
}

/** The words go, the number stays. A topic whose only answer is removed waits again. */
export async function removeReply(
  db: Database,
  topicId: string,
  replyId: string,
  now: Temporal.Instant,
  options: { byModerator?: boolean } = {},
): Promise<void> {
  await transaction(db, async (tx) => {
    await lockConversation(tx, topicId)
    await tx`update replies set body_markdown = '', body_html = '', notes = '{}', author_day = null, author_step = null,
      removed_at = ${now}, removed_by_moderator = ${options.byModerator ?? false}
      where id = ${replyId} and topic_id = ${topicId} and removed_at is null`
    await tx`delete from post_versions where reply_id = ${replyId}`
    await tx`delete from thanks where reply_id = ${replyId}`
    await forgetSignals(tx, { topicId, replyId })
    await countAnswers(tx, [topicId])
    tx.announce(topicTag(topicId), { replyId })
    tx.changed(topicTag(topicId), listsTag)
  })
}

/**
 * When somebody else first answered, of the replies that are there now.
 * @param since who asked before then does not wait again
 */
export async function countAnswers(
  tx: Transaction,
  topicIds: readonly string[],
  since: Temporal.Instant | null = null,
): Promise<void> {
  await tx`update topics t set answered_at = (
      select min(r.created_at) from replies r
      where r.topic_id = t.id and r.removed_at is null and r.held_at is null
        and r.author_id is distinct from t.author_id and not ${asksItself(tx, tx`r`)})
    where t.id = any(${[...topicIds]}::bigint[])
      and (${since}::timestamptz is null or t.created_at > ${since}::timestamptz)`
  await waitAgain(tx, topicIds, since)
}

export async function closeTopic(
  db: Database,
  topicId: string,
  isClosed: boolean,
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  await transaction(db, async (tx) => {
    const changed = await tx`
      update topics set closed_at = ${isClosed ? now : null}
      where id = ${topicId} and (closed_at is null) = ${isClosed} returning id`
    if (changed.length === 0) return
    await addToLog(tx, { what: isClosed ? 'closed' : 'opened', category: 'place', keeperId }, now)
    tx.changed(topicTag(topicId), listsTag)
  })
}
