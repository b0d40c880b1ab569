import type { JournalRecord } from '../records/edit.rules.ts'
import type { State } from '../records/state.ts'

/** A record as this device keeps it, sealed. */
export interface Held {
  state: State
  /** The server's revision of what was last agreed; 0 when it was never sent. */
  rev: number
  /** Hash of the blob of that revision. */
  hash: string
  /** Something in it has not been sent yet. */
  dirty: boolean
}

/** What a screen is told when something changed, here, in another tab or on another device. */
export interface Change {
  changed: JournalRecord[]
  removed: string[]
}

/** Runs one thing at a time, across all tabs of this browser. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>

/** JSON with sorted keys: two states are the same when this is. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
