import { type Database, type Sql, transaction } from '../../platform/database/index.ts'
import { applyPlan, holdFeed, listKnown } from './apply.store.ts'
import { fetchFeed, UnreachableFeed } from './fetch.ts'
import { planImport } from './plan.ts'
import { readFeed, UnreadableFeed } from './read.ts'
import type { Reading } from './record.ts'
import {
  addImport,
  closeAbandoned,
  type Feed,
  type FeedDraft,
  getFeed,
  getImport,
  noteFailure,
  noteProgress,
  noteReport,
  putFeed,
  readUpload,
} from './store.ts'

/** Another import of the same feed is under way. */
export class BusyFeed extends Error {}

export interface Importing {
  now: Temporal.Instant
  onRead?: (reading: Reading) => void
  onProgress?: (done: number, total: number) => void
}

/**
 * Brings the text of a feed in, all of it or nothing. Gives the import's id, under which its report stands.
 * @throws UnreadableFeed, BusyFeed; either is noted as the import's failure too.
 */
export async function importText(
  db: Database,
  draft: FeedDraft,
  what: { source: string; text: string },
  asked: Importing,
): Promise<string> {
  // Read before anything is noted: an unreadable file makes no feed.
  const reading = readFeed(what.text, draft.zone)
  const feed = await putFeed(db, draft)
  const importId = await addImport(db, feed, { source: what.source, content: null })
  const again = draft.zone || !feed.zone ? reading : readFeed(what.text, feed.zone)
  asked.onRead?.(again)
  try {
    await bringIn(db, feed, importId, again, asked)
  } catch (fault) {
    const failure = failureOf(fault) ?? { sentence: 'import.fault', detail: '' }
    await noteFailure(db, importId, { ...failure, at: asked.now })
    throw fault
  }
  return importId
}

/** What the background job does: reads the upload or the address of a waiting import. Failures are noted. */
export async function runWaitingImport(
  db: Sql | Database,
  importId: string,
  { now, allowPrivate }: { now: Temporal.Instant; allowPrivate: boolean },
): Promise<void> {
  const waiting = await getImport(db, importId)
  if (waiting.status === 'done' || waiting.status === 'failed') return
  const feed = await getFeed(db, waiting.feedId)
  await noteProgress(db, importId, 0, 0)
  try {
    const text = (await readUpload(db, importId)) ?? (await fetchFeed(feed.address ?? '', { allowPrivate }))
    await bringIn(db, feed, importId, readFeed(text, feed.zone ?? undefined), { now })
  } catch (fault) {
    const failure = failureOf(fault)
    if (!failure) throw fault
    await noteFailure(db, importId, { ...failure, at: now })
  }
}

/** The key of the sentence for a failure that a person can understand, or undefined for a fault of ours. */
export function failureOf(fault: unknown): { sentence: string; detail: string } | undefined {
  if (fault instanceof UnreadableFeed) return { sentence: `unreadable.${fault.reason}`, detail: '' }
  if (fault instanceof UnreachableFeed)
    return { sentence: `unreachable.${fault.reason}`, detail: fault.detail }
  if (fault instanceof BusyFeed) return { sentence: 'import.busy', detail: '' }
  return undefined
}

async function bringIn(
  db: Database,
  feed: Feed,
  importId: string,
  reading: Reading,
  { now, onProgress }: Importing,
): Promise<void> {
  await transaction(db, async (tx) => {
    if (!(await holdFeed(tx, feed.id))) throw new BusyFeed()
    await closeAbandoned(tx, feed.id, importId, now)
    const plan = planImport(await listKnown(tx, feed.id), reading.meetings)
    await applyPlan(tx, feed, plan, reading.meetings, {
      now,
      onProgress: async (done, total) => {
        onProgress?.(done, total)
        await noteProgress(db, importId, done, total)
      },
    })
    await noteReport(tx, importId, reading, plan, now)
  })
}
