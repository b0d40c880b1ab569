import type { Transaction } from '../../platform/database/index.ts'
import type { Meeting } from '../meeting.ts'
import type { Proposal } from './proposal.ts'

/** An accepted change of a meeting that came with a feed. */
export async function applyToImported(
  _tx: Transaction,
  _meeting: Meeting,
  _proposal: Proposal,
  _by: { memberId: string; now: Temporal.Instant },
): Promise<void> {}
