import type { Database, Transaction } from './database/index.ts'

/** What one slice holds of a member: to be handed out and to be erased. */
export interface PersonalData {
  slice: string
  /** Plain data for the member's own export, as JSON. */
  exportOf(db: Database, memberId: string): Promise<unknown>
  /** Erases it, or cuts the tie to the person where others' conversation would break. */
  erase(tx: Transaction, memberId: string, wishes: LeavingWishes): Promise<void>
}

/** What somebody who leaves has chosen. */
interface LeavingWishes {
  /** Whether what they said to others stays for those who answered it, without their name. */
  words: 'keep' | 'remove'
  now: Temporal.Instant
}
