import type { Meeting } from '../meeting.ts'
import type { About, Suggested } from './proposal.ts'

type Refusal = 'refusal.ended'

export function whyNoProposal(meeting: Pick<Meeting, 'status'>): Refusal | undefined {
  return meeting.status === 'ended' ? 'refusal.ended' : undefined
}

/** A word without a change helps only where it says something: that the meeting is gone, or a note. */
export function saysNothing(about: About, changes: Suggested, note: string | null): boolean {
  return about !== 'gone' && Object.keys(changes).length === 0 && note === null
}
