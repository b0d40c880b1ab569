import { addNotices, takeBackNotices } from '../../account/notices/index.ts'
import { type Database, transaction } from '../../platform/database/index.ts'
import { type PostRef, postPath } from './post.ts'

/** Somebody was thanked, and nobody says by whom. */
export interface Thanked {
  topicId: string
  replyId: string | null
  title: string
  thankedAt: Temporal.Instant
}

/** Thanking twice is thanking once. @param title of the topic; '' where not everybody may read it */
export async function giveThanks(
  db: Database,
  memberId: string,
  post: PostRef & { authorId: string | null; title: string },
  now: Temporal.Instant,
): Promise<void> {
  await transaction(db, async (tx) => {
    const [added] = await tx`
      insert into thanks (member_id, topic_id, reply_id, thanked_at)
      values (${memberId}, ${post.replyId ? null : post.topicId}, ${post.replyId}, ${now})
      on conflict do nothing returning 1`
    if (!added || !post.authorId) return
    const link = postPath(post)
    const words = { title: post.title, topic: post.topicId }
    const notice = { kind: 'thanks', link, words, about: aboutThanks(post) }
    await addNotices(tx, [post.authorId], notice, now)
  })
}

/** Nobody is told of it: a notice that was not read yet goes as well, unless others thanked for the same post. */
export async function takeBackThanks(
  db: Database,
  memberId: string,
  post: PostRef & { authorId: string | null },
): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`delete from thanks where member_id = ${memberId} and ${ofPost(tx, post)}`
    const [others] = await tx`select 1 from thanks where ${ofPost(tx, post)}`
    if (!others && post.authorId) await takeBackNotices(tx, post.authorId, aboutThanks(post))
  })
}

function aboutThanks(post: PostRef): string {
  return `thanks ${postPath(post)}`
}

export async function hasThanked(db: Database, memberId: string, post: PostRef): Promise<boolean> {
  const [thanks] = await db`select 1 from thanks where member_id = ${memberId} and ${ofPost(db, post)}`
  return thanks !== undefined
}

/** For what a member was thanked, the newest first: each post once, however many thanked for it. */
export async function listThanksFor(db: Database, memberId: string, limit: number): Promise<Thanked[]> {
  return db<Thanked[]>`
    select t.id as topic_id, null as reply_id, t.title, max(h.thanked_at) as thanked_at
    from thanks h join topics t on t.id = h.topic_id where t.author_id = ${memberId} group by t.id
    union all
    select t.id, r.id, t.title, max(h.thanked_at)
    from thanks h join replies r on r.id = h.reply_id join topics t on t.id = r.topic_id
    where r.author_id = ${memberId} group by t.id, r.id
    order by thanked_at desc limit ${limit}`
}

function ofPost(db: Database, { topicId, replyId }: PostRef) {
  return replyId ? db`reply_id = ${replyId}` : db`topic_id = ${topicId}`
}
