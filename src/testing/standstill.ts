import { expect } from 'vitest'
import { type Database, type Transaction, transaction } from '../platform/database/index.ts'

/** Holds what `lock` locks until `letGo` is called, or the work is over: who comes first is not left to the machine. */
export async function whileHeld(
  db: Database,
  lock: (tx: Transaction) => Promise<unknown>,
  work: (letGo: () => void) => Promise<void>,
): Promise<void> {
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = transaction(db, async (tx) => {
    await lock(tx)
    held.resolve()
    await over.promise
  })
  await Promise.race([held.promise, holding])
  try {
    await work(over.resolve)
  } finally {
    over.resolve()
    await holding
  }
}

/** Until so many wait for what somebody else holds. */
export async function untilWaiting(db: Database, count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const waiting = await db`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        return waiting.length
      },
      { timeout: 20_000 },
    )
    .toBe(count)
}
