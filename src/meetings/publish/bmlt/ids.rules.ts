import { type GroupKind, groupKinds } from '../../../groups/index.ts'

/**
 * Numbers of what this protocol names by numbers. They never change: other servers keep them. A meeting has one for
 * each of its days; the site, its kinds of groups and its groups are service bodies within each other.
 */
const daysPerMeeting = 8n
const siteBody = 1n
const firstKind = 2n
const beforeGroups = 100n

export function recordId(meetingId: string, slot: number): string {
  return String(BigInt(meetingId) * daysPerMeeting + BigInt(slot))
}

export function meetingOfRecord(id: bigint): { meetingId: bigint; slot: number } {
  return { meetingId: id / daysPerMeeting, slot: Number(id % daysPerMeeting) }
}

export const bodyOfSite = String(siteBody)

export function bodyOfKind(kind: GroupKind): string {
  return String(firstKind + BigInt(groupKinds.indexOf(kind)))
}

export function bodyOfGroup(groupId: string): string {
  return String(BigInt(groupId) + beforeGroups)
}

/** What service bodies stand for. `kinds` and `all` only count when their children are meant as well. */
export interface Bodies {
  all: boolean
  kinds: GroupKind[]
  groupIds: string[]
}

export function readBodies(ids: bigint[]): Bodies {
  return {
    all: ids.includes(siteBody),
    kinds: groupKinds.filter((kind) => ids.includes(BigInt(bodyOfKind(kind)))),
    groupIds: ids.filter((id) => id > beforeGroups).map((id) => String(id - beforeGroups)),
  }
}
