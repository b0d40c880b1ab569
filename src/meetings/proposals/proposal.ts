import { createHash } from 'node:crypto'
import type { HostedMeeting } from '../hosting/hosted.ts'
import type { IsoDay } from '../recurrence/recurrence.ts'

/** What somebody says is no longer right. */
export const abouts = ['time', 'place', 'link', 'gone', 'other'] as const
export type About = (typeof abouts)[number]

/** What a proposal may change: what stands at a door, not what a host makes of the hour. */
export type Suggested = Partial<
  Pick<HostedMeeting, 'time' | 'minutes' | 'onlineUrl' | 'phone' | 'placeName' | 'address' | 'town'>
> & { days?: IsoDay[] }

export interface Proposal {
  id: string
  meetingId: string
  /** Null when the account is gone. */
  memberId: string | null
  handle: string | null
  about: About
  changes: Suggested
  note: string | null
  status: 'waiting' | 'accepted' | 'refused' | 'withdrawn'
  answer: string | null
  createdAt: Temporal.Instant
}

/** A short name for exactly what was said: a decision says which words it is about. */
export function markOf({ about, changes, note }: Pick<Proposal, 'about' | 'changes' | 'note'>): string {
  const sorted = Object.entries(changes).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([about, sorted, note]))
    .digest('base64url')
    .slice(0, 22)
}

/** The meeting as it would be. Days only count where the rule has days of the week. */
export function withSuggested(meeting: HostedMeeting, { days, ...fields }: Suggested): HostedMeeting {
  const { recurrence } = meeting
  if (!days || days.length === 0) return { ...meeting, ...fields }
  if (recurrence.every === 'week') return { ...meeting, ...fields, recurrence: { ...recurrence, days } }
  const [day] = days
  return recurrence.every === 'month' && day
    ? { ...meeting, ...fields, recurrence: { ...recurrence, day } }
    : { ...meeting, ...fields }
}

/** Only what somebody changed in the form; what they left as it was is no proposal. */
export function suggestedOf(before: HostedMeeting, typed: Required<Suggested>): Suggested {
  const { days, ...fields } = typed
  const changed = Object.entries(fields).filter(
    ([field, value]) => before[field as keyof typeof fields] !== value,
  )
  const suggested: Suggested = Object.fromEntries(changed)
  const own = daysOf(before)
  const isOther = days.length > 0 && JSON.stringify(days) !== JSON.stringify(own)
  return isOther && own.length > 0 ? { ...suggested, days } : suggested
}

/** The weekdays of a rule that has some. */
export function daysOf({ recurrence }: HostedMeeting): IsoDay[] {
  if (recurrence.every === 'week') return recurrence.days.toSorted()
  return recurrence.every === 'month' ? [recurrence.day] : []
}
