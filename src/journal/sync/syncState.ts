import type { Entry } from '../seal/manifest.ts'
import type { Write } from './server.ts'
import type { TroubleKind } from './trouble.ts'

/** The last manifest that this device has verified. */
export interface Head {
  seq: number
  rev: number
  hash: string
  writers: Record<string, string>
  pages: ([number, string] | null)[]
  entries: Entry[]
}

/** A batch that was sent, or was about to be: kept until its answer is here, so that it is sent again as it was. */
export interface Pending {
  writes: Write[]
  revisions: number[]
  /** What each record said when it was put into the batch. */
  marks: { id: string; rev: number; hash: string; was: string }[]
  next: Head
}

/** What the sync remembers, sealed on the device. */
export interface SyncState {
  on: boolean
  head: Head
  pending?: Pending
  /** This device's mark in a batch that was given up: it may be there after all. */
  unanswered?: string
  trouble?: TroubleKind
  /** The day (UTC) of the last round that went through. */
  agreedOn?: string
}

export const nothingYet: Head = { seq: 0, rev: 0, hash: '', writers: {}, pages: [], entries: [] }
