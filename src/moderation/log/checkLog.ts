import type { Database } from '../../platform/database/index.ts'
import { countUnlogged, listLogAfter } from './log.store.ts'
import { firstBroken, type LogEntry, type Seen } from './logChain.ts'

const atOnce = 1000

interface Checked {
  entries: number
  /** The number of the first entry that is not what it was. */
  broken: string | undefined
  /** The end of the log, to be written down: nothing else shows later that an end was cut off. */
  newest: Seen | undefined
  /** Whether what somebody wrote down before stands there as it was. */
  holdsSeen: boolean
  /** How many decisions still stand in the database of which the log has no entry: its end was cut off. */
  unlogged: number
}

/** Goes through the whole log. @param seen its end as somebody wrote it down before */
export async function checkLog(db: Database, seen?: Seen): Promise<Checked> {
  let last: LogEntry | undefined
  let entries = 0
  let holdsSeen = seen === undefined
  for (;;) {
    const some = await listLogAfter(db, last?.number ?? '0', atOnce)
    const newest = last && { number: last.number, fingerprint: last.hash.toString('hex') }
    if (some.length === 0)
      return { entries, broken: undefined, newest, holdsSeen, unlogged: await countUnlogged(db) }
    const broken = firstBroken(some, last)
    if (broken) return { entries, broken, newest, holdsSeen, unlogged: 0 }
    holdsSeen ||= some.some(
      ({ number, hash }) => number === seen?.number && hash.toString('hex') === seen.fingerprint,
    )
    entries += some.length
    last = some.at(-1)
  }
}
