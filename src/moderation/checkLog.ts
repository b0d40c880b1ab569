import type { Database } from '../platform/database/index.ts'
import { listLogAfter } from './log.store.ts'
import { firstBroken, type LogEntry } from './logChain.ts'

const atOnce = 1000

/** Goes through the whole log. @returns how many entries there are, and the number of the first that is not what it was */
export async function checkLog(db: Database): Promise<{ entries: number; broken: string | undefined }> {
  let last: LogEntry | undefined
  let entries = 0
  for (;;) {
    const some = await listLogAfter(db, last?.number ?? '0', atOnce)
    if (some.length === 0) return { entries, broken: undefined }
    const broken = firstBroken(some, last)
    if (broken) return { entries, broken }
    entries += some.length
    last = some.at(-1)
  }
}
