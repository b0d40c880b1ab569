import type { Database, Transaction } from '../../platform/database/index.ts'
import { holdFeed } from './apply.store.ts'
import { importChannel, noteFailure } from './store.ts'

/** Whether nobody has brought this import to its end yet, be it done or failed. */
export async function isUnfinished(db: Database, importId: string): Promise<boolean> {
  const found = await db`select 1 from imports where id = ${importId} and status in ('waiting', 'running')`
  return found.length > 0
}

interface Unfinished {
  id: string
  feedId: string
  /** Its upload or its address is still known; a file that was given to the command is not. */
  readable: boolean
}

export async function listUnfinished(db: Database): Promise<Unfinished[]> {
  return db<Unfinished[]>`
    select imports.id, feed_id, coalesce(content is not null or source = address, false) as readable
    from imports join feeds on feeds.id = feed_id where status in ('waiting', 'running') order by imports.id`
}

/** Ends an import that nobody works on and nobody can read again. One that is under way holds its feed. */
export async function closeLost(
  tx: Transaction,
  { id, feedId }: Pick<Unfinished, 'id' | 'feedId'>,
  at: Temporal.Instant,
): Promise<void> {
  if (await holdFeed(tx, feedId)) await noteFailure(tx, id, { sentence: 'import.fault', detail: '', at })
}

/** What was begun before this import would bring back an older state of the feed. */
export async function closeOlder(
  tx: Transaction,
  feedId: string,
  importId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx`update imports set status = 'failed', failure = 'import.superseded', finished_at = ${at}, content = null
    where feed_id = ${feedId} and id < ${importId} and status in ('waiting', 'running', 'held')`
}

/** Waits until somebody has said what the columns of the table mean. */
export async function holdForColumns(tx: Transaction, importId: string, content: string): Promise<void> {
  await tx`update imports set status = 'held', held_for = 'columns', content = ${content} where id = ${importId}`
  tx.announce(importChannel(importId), {})
}

/** Lets a held import go on; false when there is none that waits for this. */
export async function decideImport(
  tx: Transaction,
  importId: string,
  decision: 'apply' | 'keep' | null,
): Promise<boolean> {
  const { count } = await tx`update imports set status = 'waiting', decision = ${decision}
    where id = ${importId} and status = 'held'`
  return count > 0
}

/** The operator does not want it; the meetings stay as they are. */
export async function leaveImport(tx: Transaction, importId: string, at: Temporal.Instant): Promise<boolean> {
  const { count } = await tx`update imports set status = 'left', content = null, finished_at = ${at}
    where id = ${importId} and status = 'held'`
  return count > 0
}
