import { addNotices } from '../../account/notices/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { type HostedMeeting, hostedOf } from '../hosting/hosted.ts'
import { changeMeeting, endMeeting } from '../hosting/store.ts'
import { tellOfMeeting } from '../hosting/tell.ts'
import type { Meeting } from '../meeting.ts'
import { findPlaces } from '../places/store.ts'
import { type Proposal, withSuggested } from './proposal.ts'
import { decideProposal } from './store.ts'

interface Decision {
  decision: 'accept' | 'refuse'
  answer: string | null
  memberId: string
  now: Temporal.Instant
}

/**
 * Writes what was decided, and the change itself when it was accepted; the proposer and whoever planned to come hear
 * of it.
 * @param apply how an accepted change comes into the meeting
 * @returns false when somebody else decided first
 */
export async function decide(
  tx: Transaction,
  around: { meeting: Meeting; proposal: Proposal; apply: () => Promise<void> },
  { decision, answer, memberId, now }: Decision,
): Promise<boolean> {
  const { meeting, proposal, apply } = around
  const status = decision === 'accept' ? 'accepted' : 'refused'
  if (!(await decideProposal(tx, proposal.id, { status, answer, memberId, now }))) return false
  if (status === 'accepted') await apply()
  if (proposal.memberId !== null && proposal.memberId !== memberId)
    await addNotices(
      tx,
      [proposal.memberId],
      {
        kind: `proposal-${status}`,
        link: `/meetings/${meeting.id}/suggest`,
        words: { name: meeting.name },
        about: `proposal ${proposal.id}`,
      },
      now,
    )
  return true
}

/** An accepted change of a meeting that is hosted here. */
export async function applyToHosted(
  tx: Transaction,
  meeting: Meeting,
  proposal: Proposal,
  by: { memberId: string; now: Temporal.Instant },
): Promise<void> {
  const { memberId, now } = by
  if (proposal.about === 'gone') {
    await endMeeting(tx, meeting.id, { groupId: meeting.groupId, now })
    await tellOfMeeting(tx, 'ended', { meeting, memberId, now })
    return
  }
  if (Object.keys(proposal.changes).length === 0) return
  const after = withSuggested(hostedOf(meeting), proposal.changes)
  const place = await placeOf(tx, after)
  const { groupId, groupName, version } = meeting
  await changeMeeting(tx, meeting.id, after, { groupId, groupName, place, now, version })
  await tellOfMeeting(tx, 'changed', { meeting, memberId, now })
}

async function placeOf(db: Database, { town }: HostedMeeting) {
  return town ? (await findPlaces(db, town)).found : undefined
}
