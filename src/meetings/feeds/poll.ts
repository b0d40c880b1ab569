import { type Database, isConnectionLost } from '../../platform/database/index.ts'
import { fetchChanged } from './fetch.ts'
import { bringIn, failureOf } from './import.ts'
import { bodyHash, claimDue, noteFetched, notePollFailure, noteUnchanged } from './poll.store.ts'
import { addImport, getFeed, noteFailure } from './store.ts'

interface Polling {
  now: Temporal.Instant
  allowPrivate: boolean
  seconds?: number
}

/**
 * Reads the address of a list that is due. Nothing new leaves nothing behind; something new becomes an import with its
 * report, or waits for the operator; a failure is noted, and the next try comes later each time.
 */
export async function pollFeed(db: Database, feedId: string, { now, ...fetching }: Polling): Promise<void> {
  const feed = await claimDue(db, feedId, now)
  if (!feed) return
  let importId: string | undefined
  try {
    const { etag, lastModified } = feed
    const fetched = await fetchChanged(feed.address ?? '', { ...fetching, etag, lastModified })
    if (!fetched || bodyHash(fetched.text) === feed.bodyHash) return await noteUnchanged(db, feed.id, now)
    importId = await addImport(db, feed, { source: feed.address ?? '', content: null })
    await bringIn(db, feed, importId, fetched.text, { now, patient: true })
    await noteFetched(db, feed.id, fetched, now)
  } catch (fault) {
    const failure = failureOf(fault)
    if (isConnectionLost(fault) || !failure) throw fault
    if (importId) await noteFailure(db, importId, { ...failure, at: now })
    await notePollFailure(db, await getFeed(db, feed.id), failure, now)
  }
}
