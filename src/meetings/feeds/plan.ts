import { createHash } from 'node:crypto'
import type { FeedMeeting } from './record.ts'

/** A meeting of the feed as it stands in the database. */
export interface KnownMeeting {
  id: string
  externalId: string
  contentHash: string
  status: string
}

export interface Plan {
  added: FeedMeeting[]
  changed: FeedMeeting[]
  goneIds: string[]
  same: number
  /** How many there were, when there are now so few that none is removed. */
  nothingRemovedOf: number | undefined
}

/** The same content gives the same hash, in whatever order a feed lists things. */
export function contentHash(meeting: FeedMeeting): string {
  const sorted = Object.entries(meeting).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url')
}

/**
 * What an import changes, meeting by meeting. A feed with less than half of what it had was probably cut off or
 * emptied by mistake: then nobody's meeting is taken away.
 */
export function planImport(known: KnownMeeting[], meetings: FeedMeeting[]): Plan {
  const byId = new Map(known.map((each) => [each.externalId, each]))
  const plan: Plan = { added: [], changed: [], goneIds: [], same: 0, nothingRemovedOf: undefined }
  for (const meeting of meetings) {
    const before = byId.get(meeting.externalId)
    byId.delete(meeting.externalId)
    if (before === undefined || before.status === 'ended') plan.added.push(meeting)
    else if (before.contentHash !== contentHash(meeting)) plan.changed.push(meeting)
    else plan.same++
  }
  const before = known.filter((each) => each.status !== 'ended').length
  if (meetings.length * 2 < before) plan.nothingRemovedOf = before
  else plan.goneIds = [...byId.values()].filter((each) => each.status !== 'ended').map((each) => each.id)
  return plan
}
