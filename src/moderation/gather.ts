import { listHeld } from '../forum/index.ts'
import { type Database, transaction } from '../platform/database/index.ts'
import { openCase } from './cases.store.ts'
import { listUnseenSignals } from './trust/index.ts'

const atOnce = 100

/** Opens cases for what no member has reported: posts that wait to be let in, and posts whose words need a look. */
export async function gatherCases(db: Database, now: Temporal.Instant): Promise<void> {
  await transaction(db, async (tx) => {
    for (const post of await listHeld(tx, atOnce)) await openCase(tx, post, 'held', ['held'], now)
    for (const signal of await listUnseenSignals(tx, atOnce))
      await openCase(tx, signal, 'words', signal.categories, now)
  })
}
