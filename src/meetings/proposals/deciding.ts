import { addNotices } from '../../account/notices/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
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
 */
export async function decide(
  tx: Transaction,
  around: { meeting: Meeting; proposal: Proposal; apply: () => Promise<void> },
  { decision, answer, memberId, now }: Decision,
): Promise<void> {
  const { meeting, proposal, apply } = around
  const status = decision === 'accept' ? 'accepted' : 'refused'
  await decideProposal(tx, proposal.id, { status, answer, memberId, now })
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
  const changed = await changeMeeting(tx, meeting.id, after, { groupId, groupName, place, now, version })
  // Another host was writing in the same moment: nobody is told of a change that did not come.
  if (!changed) throw new Refusal(409)
  await tellOfMeeting(tx, 'changed', { meeting, memberId, now })
}

async function placeOf(db: Database, { town }: HostedMeeting) {
  return town ? (await findPlaces(db, town)).found : undefined
}
