import { type Database, isConnectionLost, type Sql, transaction } from '../../platform/database/index.ts'
import { applyPlan, holdFeed, listKnown, listOthers, waitForAllFeeds, waitForFeed } from './apply.store.ts'
import { correctionsOfFeed } from './corrections.store.ts'
import { fetchFeed, UnreachableFeed } from './fetch.ts'
import { openFeed } from './open.ts'
import { type Plan, planImport, whyHold } from './plan.ts'
import { noteFetched, noteSample } from './poll.store.ts'
import { readFeed } from './read.ts'
import type { Reading } from './record.ts'
import { noteReport } from './report.store.ts'
import {
  addImport,
  type Feed,
  type FeedDraft,
  getFeed,
  getImport,
  type Import,
  noteFailure,
  noteProgress,
  putFeed,
  readUpload,
} from './store.ts'
import { sampleOf } from './tables/parse.ts'
import { placeByTown } from './townPlaces.ts'
import { closeLost, closeOlder, holdForColumns, isUnfinished, listUnfinished } from './unfinished.store.ts'
import { UnknownColumns, UnreadableFeed } from './unreadable.ts'

/** Another import of the same feed is under way. */
export class BusyFeed extends Error {}

const ourFault = { sentence: 'import.fault', detail: '' }

export interface Importing {
  now: Temporal.Instant
  /** Somebody said that it may change as much as it likes. */
  anySize?: boolean
  onRead?: (reading: Reading) => void
  onProgress?: (done: number, total: number) => void
}

interface Begun extends Importing {
  /** Waits while another import holds the feed, instead of giving up. */
  patient?: boolean
  decision?: Import['decision']
}

/**
 * Brings the text of a feed in, all of it or nothing, or holds it for the operator. Gives the import's id, under which
 * its report stands.
 * @throws UnreadableFeed, BusyFeed; either is noted as the import's failure too.
 */
export async function importText(
  db: Database,
  draft: FeedDraft,
  what: { source: string; text: string },
  asked: Importing,
): Promise<string> {
  // Opened before anything is noted: an unreadable file makes no feed.
  checkReadable(what.text)
  const feed = await putFeed(db, draft)
  const importId = await addImport(db, feed, { source: what.source, content: null })
  try {
    await bringIn(db, feed, importId, what.text, asked)
  } catch (fault) {
    const failure = failureOf(fault) ?? ourFault
    await noteFailure(db, importId, { ...failure, at: asked.now })
    throw fault
  }
  return importId
}

function checkReadable(text: string): void {
  try {
    openFeed(text, {})
  } catch (fault) {
    if (!(fault instanceof UnknownColumns)) throw fault
  }
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
  const { feedId, decision } = await getImport(db, importId)
  const feed = await getFeed(db, feedId)
  await noteProgress(db, importId, 0, 0)
  try {
    const text = (await readUpload(db, importId)) ?? (await readAddress(db, feed, { now, allowPrivate }))
    await bringIn(db, feed, importId, text, { now, patient: true, decision })
  } catch (fault) {
    // The queue tries again.
    if (isConnectionLost(fault)) throw fault
    const failure = failureOf(fault)
    await noteFailure(db, importId, { ...(failure ?? ourFault), at: now })
    if (!failure) throw fault
  }
}

async function readAddress(
  db: Database,
  feed: Feed,
  { now, allowPrivate }: { now: Temporal.Instant; allowPrivate: boolean },
): Promise<string> {
  const fetched = await fetchFeed(feed.address ?? '', { allowPrivate })
  await noteFetched(db, feed.id, fetched, now)
  return fetched.text
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

/** Reads a text and makes its changes, or holds it: in one transaction, so that a reader never sees half of it. */
export async function bringIn(
  db: Database,
  feed: Feed,
  importId: string,
  text: string,
  asked: Begun,
): Promise<void> {
  const { now, patient } = asked
  await transaction(db, async (tx) => {
    if (patient) await waitForFeed(tx, feed.id)
    else if (!(await holdFeed(tx, feed.id))) throw new BusyFeed()
    if (!(await isUnfinished(tx, importId))) return
    await closeOlder(tx, feed.id, importId, now)
    try {
      const { zone, columns } = feed
      const corrections = await correctionsOfFeed(tx, feed.id)
      const read = readFeed(text, {
        zone: zone ?? undefined,
        columns: columns ?? undefined,
        now,
        corrections,
      })
      asked.onRead?.(read)
      if (read.format === 'table') await noteSample(tx, feed.id, sampleOf(text))
      const reading = await placeByTown(tx, read)
      await waitForAllFeeds(tx)
      const known = await listKnown(tx, feed.id, reading.meetings)
      const others = await listOthers(tx, feed, reading.meetings)
      const plan = planImport(known, reading.meetings, others, feed.fellowship ?? undefined)
      await applyOrHold(db, tx, { feed, importId, text, reading, plan }, asked)
    } catch (fault) {
      if (!(fault instanceof UnknownColumns)) throw fault
      await noteSample(tx, feed.id, sampleOf(text))
      await holdForColumns(tx, importId, text)
    }
  })
}

interface Brought {
  feed: Feed
  importId: string
  text: string
  reading: Reading
  plan: Plan
}

async function applyOrHold(
  db: Database,
  tx: Parameters<typeof noteReport>[0],
  { feed, importId, text, reading, plan }: Brought,
  { now, anySize, decision, onProgress }: Begun,
): Promise<void> {
  const heldFor = anySize || decision ? undefined : whyHold(plan, reading.meetings.length)
  const shrunk = whyHold(plan, reading.meetings.length) === 'shrunk'
  if (heldFor) {
    const nothingRemovedOf = shrunk ? plan.before : undefined
    await noteReport(tx, importId, { reading, plan, heldFor, content: text, nothingRemovedOf, at: now })
    return
  }
  const keeps = decision === 'keep' || (anySize && shrunk)
  const applied = keeps ? { ...plan, gone: [] } : plan
  await applyPlan(tx, feed, applied, reading.meetings, {
    now,
    onProgress: async (done, total) => {
      onProgress?.(done, total)
      await noteProgress(db, importId, done, total)
    },
  })
  await noteReport(tx, importId, {
    reading,
    plan: applied,
    nothingRemovedOf: keeps ? plan.before : undefined,
    at: now,
  })
}
