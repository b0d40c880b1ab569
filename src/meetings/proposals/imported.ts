import type { Transaction } from '../../platform/database/index.ts'
import { correctMeeting } from '../feeds/corrected.store.ts'
import type { Corrections } from '../feeds/corrections.rules.ts'
import { correctionsOf } from '../feeds/corrections.store.ts'
import { tellOfMeeting } from '../hosting/tell.ts'
import type { Meeting } from '../meeting.ts'
import type { Proposal } from './proposal.ts'

/** An accepted change of a meeting that came with a feed: a correction, which the next import leaves alone. */
export async function applyToImported(
  tx: Transaction,
  meeting: Meeting,
  proposal: Proposal,
  { memberId, now }: { memberId: string; now: Temporal.Instant },
): Promise<void> {
  const suggested = correctionsFrom(proposal)
  if (Object.keys(suggested).length === 0) return
  const before = (await correctionsOf(tx, [meeting.id])).get(meeting.id) ?? {}
  await correctMeeting(tx, meeting.id, { ...before, ...suggested }, now)
  await tellOfMeeting(tx, proposal.about === 'gone' ? 'ended' : 'changed', { meeting, memberId, now })
}

function correctionsFrom({ about, changes }: Proposal): Corrections {
  if (about === 'gone') return { status: 'hidden' }
  const { days, time, minutes, placeName, address } = changes
  return {
    ...(days ? { days } : {}),
    ...(time ? { time } : {}),
    ...(minutes ? { minutes } : {}),
    ...(placeName ? { placeName } : {}),
    ...(address ? { address } : {}),
  }
}
