import { takeBackTitles } from '../../account/notices/index.ts'
import { type Database, type Transaction, transaction } from '../../platform/database/index.ts'
import { askedRecently } from '../answered/answered.rules.ts'
import { countAnswers, listsTag, topicTag } from '../writing.store.ts'

/** Posts whose words go in one transaction: nobody who writes beside it waits longer than a blink. */
export const atOnce = 100

/** All that a member wrote, also the title of what was brought into another conversation. Must run while the posts still say whose they were. */
export async function letWordsLeave(tx: Transaction, memberId: string): Promise<void> {
  await tx`
    insert into words_leaving (topic_id, reply_id)
    select topic_id, reply_id from (
      select id as topic_id, null::bigint as reply_id, created_at from topics
      where author_id = ${memberId} and (removed_at is null or title <> '')
      union all
      select null, id, created_at from replies where author_id = ${memberId} and removed_at is null
    ) wrote order by created_at`
}

/**
 * Removes the next words that are to leave, as their author would have: the place stays, and what others answered.
 * @returns whether there may be more
 */
export async function removeLeaving(db: Database, now: Temporal.Instant): Promise<boolean> {
  return transaction(db, async (tx) => {
    const taken = await tx<{ topicId: string | null; replyId: string | null }[]>`
      delete from words_leaving where id in (
        select id from words_leaving order by id desc limit ${atOnce} for update skip locked)
      returning topic_id, reply_id`
    const topicIds = taken.flatMap(({ topicId }) => topicId ?? [])
    const replyIds = taken.flatMap(({ replyId }) => replyId ?? [])
    // In the order of all who touch several, and each reply with the topic it stands in.
    await tx`
      select from topics where id = any(${topicIds}::bigint[])
        or id in (select topic_id from replies where id = any(${replyIds}::bigint[]))
      order by id for no key update`
    const replies = await tx<{ id: string; topicId: string }[]>`
      update replies set body_markdown = '', body_html = '', notes = '{}', author_day = null, author_step = null,
        removed_at = ${now} where id = any(${replyIds}::bigint[]) and removed_at is null
      returning id, topic_id`
    const topics = await tx<{ id: string }[]>`
      update topics set title = '', body_markdown = '', body_html = '', notes = '{}', author_day = null,
        author_step = null, removed_at = coalesce(removed_at, ${now}) where id = any(${topicIds}::bigint[])
      returning id`
    await takeBackTitles(
      tx,
      topics.map(({ id }) => id),
    )
    const places = [...new Set([...replies.map(({ topicId }) => topicId), ...topics.map(({ id }) => id)])]
    // Whoever asked longer ago does not come back into the queue because an answer of then is gone.
    await countAnswers(tx, places, askedRecently(now))
    for (const { id, topicId } of replies) tx.announce(topicTag(topicId), { replyId: id })
    if (places.length > 0) tx.changed(listsTag, ...places.map(topicTag))
    return taken.length === atOnce
  })
}
