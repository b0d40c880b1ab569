import type { Database, Transaction } from '../../platform/database/index.ts'
import type { WaitingPost } from './waiting.store.ts'

type Claim = Pick<WaitingPost, 'authorId' | 'claimedBy' | 'claimedAt'>

/** What a page of the conversation depends on that says so. */
export const claimTag = (topicId: string) => `claimed in ${topicId}`

/** Who said last that they are writing to somebody who still waits in this conversation. */
export async function findClaim(db: Database, topicId: string): Promise<Claim | undefined> {
  const [found] = await db<Claim[]>`
    select author_id, claimed_by, claimed_at from waiting_posts
    where topic_id = ${topicId} and answered_at is null and claimed_by is not null order by claimed_at desc limit 1`
  return found
}

/** @returns false when somebody else said so a moment ago, which does not keep anybody from writing */
export async function claim(
  tx: Transaction,
  id: string,
  memberId: string,
  since: { now: Temporal.Instant; olderThan: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx<{ topicId: string }[]>`
    update waiting_posts set claimed_by = ${memberId}, claimed_at = ${since.now}
    where id = ${id} and (claimed_by is null or claimed_by = ${memberId} or claimed_at <= ${since.olderThan})
    returning topic_id`
  tx.changed(...rows.map(({ topicId }) => claimTag(topicId)))
  return rows.length > 0
}

export async function release(tx: Transaction, id: string, memberId: string): Promise<void> {
  const rows = await tx<{ topicId: string }[]>`
    update waiting_posts set claimed_by = null, claimed_at = null
    where id = ${id} and claimed_by = ${memberId} returning topic_id`
  tx.changed(...rows.map(({ topicId }) => claimTag(topicId)))
}
