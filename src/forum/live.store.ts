import { type Database, roundsOn, someOf } from '../platform/database/index.ts'
import { postsOnPage } from './rules.ts'
import { type Post, post } from './store.ts'

/** A reply that was announced, and whether everybody may still read where it stands. */
export function findHeard(
  db: Database,
  topicId: string,
  replyId: string,
): Promise<(Post & { isForAll: boolean }) | undefined> {
  return heardInRounds(db, { topicId, replyId })
}

const heardInRounds = roundsOn(async (db, asked: { topicId: string; replyId: string }[]) => {
  const ids = asked.map(({ replyId }) => replyId)
  const replies = await db<(Post & { topicId: string; isForAll: boolean })[]>`
    select r.topic_id, s.readers = 'everybody' and t.held_at is null as is_for_all, ${post(db)}
    from replies r left join members m on m.id = r.author_id join topics t on t.id = r.topic_id
      join spaces s on s.id = t.space_id
    where r.id = any(${someOf(db, ids)})`
  const byPlace = new Map(replies.map((reply) => [`${reply.topicId} ${reply.id}`, reply]))
  return asked.map(({ topicId, replyId }) => byPlace.get(`${topicId} ${replyId}`))
})

/** Replies from after the one with this id (0: from the first), oldest first: what a dropped line has missed. */
export async function listRepliesAfter(
  db: Database,
  topicId: string,
  replyId: string,
  limit: number,
): Promise<Post[]> {
  return db<Post[]>`
    select ${post(db)} from replies r left join members m on m.id = r.author_id
    where r.topic_id = ${topicId} and r.held_at is null
      and r.number > coalesce((select number from ${placeOnce(db, topicId, replyId)}), 0)
    order by r.number limit ${limit}`
}

/** Replies on the page of this one, up to it, that were changed or taken away since it was written. */
export async function listChangedUpTo(db: Database, topicId: string, replyId: string): Promise<Post[]> {
  return db<Post[]>`
    select ${post(db)} from ${placeOnce(db, topicId, replyId)}
    join replies r on r.topic_id = ${topicId} and r.number <= seen.number
      and r.number >= seen.number - seen.number % ${postsOnPage}
      and greatest(r.changed_at, r.removed_at, r.held_at) >= seen.created_at
    left join members m on m.id = r.author_id
    order by r.number`
}

/** Where in this topic a reply stands, or stood before it was moved to another one. */
function placeOnce(db: Database, topicId: string, replyId: string) {
  return db`(
    select number, created_at from replies where id = ${replyId} and topic_id = ${topicId} and number is not null
    union all
    select w.number, p.created_at from moved_replies w join replies p on p.id = w.reply_id
    where w.reply_id = ${replyId} and w.topic_id = ${topicId} limit 1) seen`
}
