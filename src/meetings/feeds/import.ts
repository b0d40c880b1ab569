import { type Database, isConnectionLost, type Sql, transaction } from '../../platform/database/index.ts'
import { applyPlan, holdFeed, listKnown, waitForFeed } from './apply.store.ts'
import { fetchFeed, UnreachableFeed } from './fetch.ts'
import { planImport } from './plan.ts'
import { readFeed, UnreadableFeed } from './read.ts'
import type { Reading } from './record.ts'
import {
  addImport,
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
import { closeLost, closeOlder, isUnfinished, listUnfinished } from './unfinished.store.ts'

/** Another import of the same feed is under way. */
export class BusyFeed extends Error {}

const ourFault = { sentence: 'import.fault', detail: '' }

export interface Importing {
  now: Temporal.Instant
  onRead?: (reading: Reading) => void
  onProgress?: (done: number, total: number) => void
}

type Begun = Pick<Importing, 'now' | 'onProgress'> & {
  /** Waits while another import holds the feed, instead of giving up. */
  patient?: boolean
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
    const failure = failureOf(fault) ?? ourFault
    await noteFailure(db, importId, { ...failure, at: asked.now })
    throw fault
  }
  return importId
}

/**
 * What the background job does: reads the upload or the address of a waiting import. Failures are noted.
 * Begun twice, in two processes, the second waits for the first and then finds nothing to do.
 */
export async function runWaitingImport(
  db: Sql | Database,
  importId: string,
  { now, allowPrivate }: { now: Temporal.Instant; allowPrivate: boolean },
): Promise<void> {
  if (!(await isUnfinished(db, importId))) return
  const { feedId } = await getImport(db, importId)
  const feed = await getFeed(db, feedId)
  await noteProgress(db, importId, 0, 0)
  try {
    const text = (await readUpload(db, importId)) ?? (await fetchFeed(feed.address ?? '', { allowPrivate }))
    await bringIn(db, feed, importId, readFeed(text, feed.zone ?? undefined), { now, patient: true })
  } catch (fault) {
    // The queue tries again.
    if (isConnectionLost(fault)) throw fault
    const failure = failureOf(fault)
    await noteFailure(db, importId, { ...(failure ?? ourFault), at: now })
    if (!failure) throw fault
  }
}

/**
 * Imports that a process left half-way when it was killed. Gives those that can be read again, perhaps with some that
 * another process is at; the rest end as failed.
 */
export async function findInterrupted(db: Database, now: Temporal.Instant): Promise<string[]> {
  const unfinished = await listUnfinished(db)
  for (const lost of unfinished.filter(({ readable }) => !readable))
    await transaction(db, (tx) => closeLost(tx, lost, now))
  return unfinished.filter(({ readable }) => readable).map(({ id }) => id)
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
  { now, onProgress, patient }: Begun,
): Promise<void> {
  await transaction(db, async (tx) => {
    if (patient) await waitForFeed(tx, feed.id)
    else if (!(await holdFeed(tx, feed.id))) throw new BusyFeed()
    if (!(await isUnfinished(tx, importId))) return
    await closeOlder(tx, feed.id, importId, now)
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
