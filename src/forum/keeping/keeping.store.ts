import { randomUUID } from 'node:crypto'
import { takeBackTitles } from '../../account/notices/index.ts'
import { addToLog } from '../../moderation/log/index.ts'
import { type Database, type Transaction, transaction } from '../../platform/database/index.ts'
import { postsOnPage } from '../rules.ts'
import type { Space } from '../spaces/space.ts'
import { placeOf } from '../spaces/spaces.store.ts'
import { countAnswers, listsTag, topicTag, type Written } from '../writing.store.ts'
import { pagesFurther } from './moving.rules.ts'

/** Tables that name a post by its topic and its reply (null: the topic's own text): they follow it where it goes. */
const namesPosts = ['waiting_posts', 'post_signals', 'moderation_cases']

interface Locked {
  id: string
  groupId: string | null
  replyCount: number
  removedAt: Temporal.Instant | null
}

/**
 * Locked in the order of their ids, so that two moderators do not wait for each other for ever. Their cases come first:
 * whoever decides about a post holds its case, and then the post.
 */
async function lockTopics(tx: Transaction, ids: string[]): Promise<Map<string, Locked>> {
  await tx`select from moderation_cases where topic_id = any(${ids}) order by id for no key update`
  const rows = await tx<Locked[]>`
    select id, group_id, reply_count, removed_at from topics
    where id = any(${ids}) and merged_into is null order by id for no key update`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Its address stays: only the space changes. */
export async function moveTopic(
  db: Database,
  topicId: string,
  space: Pick<Space, 'id' | 'groupId'>,
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  await transaction(db, async (tx) => {
    const from = (await lockTopics(tx, [topicId])).get(topicId)
    const spaceId = await placeOf(tx, space)
    await tx`update topics set space_id = ${spaceId}, group_id = ${space.groupId} where id = ${topicId}`
    const [there] = await tx<{ readers: string }[]>`select readers from spaces where id = ${spaceId}`
    if (there?.readers !== 'everybody') await takeBackTitles(tx, [topicId])
    await addToLog(tx, { what: 'moved', category: 'place', keeperId }, now)
    changed(tx, [topicId], [from?.groupId, space.groupId])
  })
}

/**
 * Brings all posts of a topic to the end of another one. The replies keep their ids, so `#reply-12` stays true, and
 * the addresses of the old pages lead to the pages where they are now.
 * @returns false when one of the two was merged or removed meanwhile
 */
export async function mergeTopics(
  db: Database,
  fromId: string,
  intoId: string,
  keeperId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const both = await lockTopics(tx, [fromId, intoId])
    const [from, into] = [both.get(fromId), both.get(intoId)]
    if (!from || !into || into.removedAt || fromId === intoId) return false
    const pages = pagesFurther(into.replyCount)
    const offset = pages * postsOnPage
    const [first] = await tx<{ id: string }[]>`
      insert into replies (topic_id, number, author_id, author_day, author_step, notes, body_markdown, body_html, once,
        created_at, edited_at, removed_at, removed_by_moderator, collapsed_at)
      select ${intoId}, ${offset}, author_id, author_day, author_step, notes, body_markdown, body_html, ${randomUUID()},
        created_at, edited_at, removed_at, removed_by_moderator, collapsed_at
      from topics where id = ${fromId} returning id`
    if (!first) throw new Error('The text of a topic was not brought along.')
    await tx`update replies set topic_id = ${intoId}, number = number + ${offset} where topic_id = ${fromId}`
    await tx`update moved_replies set topic_id = ${intoId}, number = number + ${offset} where topic_id = ${fromId}`
    for (const table of ['post_versions', 'thanks'])
      await tx`update ${tx(table)} set topic_id = null, reply_id = ${first.id} where topic_id = ${fromId}`
    await tx`
      insert into words_leaving (reply_id) select ${first.id} from words_leaving where topic_id = ${fromId} limit 1`
    for (const table of namesPosts)
      await tx`update ${tx(table)} set topic_id = ${intoId}, reply_id = coalesce(reply_id, ${first.id})
        where topic_id = ${fromId}`
    await tx`update drafts set topic_id = ${intoId} where topic_id = ${fromId}`
    await carryMarks(tx, fromId, intoId)
    await tx`
      update topics t set reply_count = ${offset} + f.reply_count,
        gap_count = t.gap_count + f.gap_count + ${offset - 1} - t.reply_count,
        last_post_at = greatest(t.last_post_at, f.last_post_at)
      from topics f where t.id = ${intoId} and f.id = ${fromId}`
    await tx`
      update topics set merged_into = ${intoId}, merged_pages = ${pages}, body_markdown = '', body_html = '',
        notes = '{}', author_day = null, author_step = null, removed_at = ${now} where id = ${fromId}`
    await countAnswers(tx, [intoId])
    tx.announce(topicTag(fromId), { goesOn: true })
    await addToLog(tx, { what: 'merged', category: 'place', keeperId }, now)
    changed(tx, [fromId, intoId], [from.groupId, into.groupId])
    return true
  })
}

/**
 * Brings some replies of a topic into a new one that a moderator begins. Where they stood a line says where they went.
 * @returns the new topic's id; undefined when none of the replies is there any more
 */
export async function splitTopic(
  db: Database,
  topicId: string,
  replyIds: string[],
  topic: Written & { title: string; authorId: string },
  now: Temporal.Instant,
): Promise<string | undefined> {
  return transaction(db, async (tx) => {
    const from = (await lockTopics(tx, [topicId])).get(topicId)
    if (!from) return undefined
    const moving = await tx<{ id: string; number: number; createdAt: Temporal.Instant }[]>`
      select id, number, created_at from replies
      where topic_id = ${topicId} and id = any(${replyIds}) and number is not null order by number`
    const last = moving.at(-1)
    if (!last) return undefined
    const ids = moving.map(({ id }) => id)
    const [made] = await tx<{ id: string }[]>`
      insert into topics (space_id, group_id, author_id, title, body_markdown, body_html, once, reply_count,
        last_post_at, created_at, held_at)
      select space_id, group_id, ${topic.authorId}, ${topic.title}, ${topic.markdown}, ${topic.html}, ${randomUUID()},
        ${ids.length}, ${last.createdAt}, ${now}, held_at from topics where id = ${topicId} returning id`
    if (!made) throw new Error('The new topic was not made.')
    await tx`insert into moved_replies (reply_id, topic_id, number)
      select id, topic_id, number from replies where id = any(${ids})`
    for (const table of namesPosts)
      await tx`update ${tx(table)} set topic_id = ${made.id} where reply_id = any(${ids}::bigint[])`
    await tx`update replies r set topic_id = ${made.id}, number = o.number
      from unnest(${ids}::bigint[]) with ordinality as o (id, number) where r.id = o.id`
    await tx`
      update topics t set gap_count = gap_count + ${ids.length}, last_post_at = coalesce(
        (select max(created_at) from replies r where r.topic_id = t.id and r.number is not null), t.created_at)
      where t.id = ${topicId}`
    // Whose answers went there goes on to hear of them, or not to, as they chose.
    await tx`
      insert into topic_marks (member_id, topic_id, read_number, state)
      select member_id, ${made.id}, case when read_number >= ${last.number} then ${ids.length}::int else 0 end, state
      from topic_marks where topic_id = ${topicId} and state <> 'seen'
        and member_id in (select author_id from replies where id = any(${ids}))`
    await countAnswers(tx, [topicId, made.id])
    // The new topic says by whom.
    await addToLog(tx, { what: 'split', category: 'place', keeperId: null }, now)
    changed(tx, [topicId, made.id], [from.groupId])
    return made.id
  })
}

/** Who follows one conversation goes on to hear of it in the other; who said something about both, said it there. */
async function carryMarks(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await tx`
    insert into topic_marks (member_id, topic_id, read_number, state)
    select member_id, ${intoId}, -1, state from topic_marks where topic_id = ${fromId} and state <> 'seen'
    on conflict (member_id, topic_id) do nothing`
  await tx`delete from topic_marks where topic_id = ${fromId}`
}

function changed(tx: Transaction, topicIds: string[], groupIds: (string | null | undefined)[]): void {
  tx.changed(listsTag, ...topicIds.map(topicTag))
  for (const groupId of groupIds) if (groupId) tx.changed(`group:${groupId}`)
}
