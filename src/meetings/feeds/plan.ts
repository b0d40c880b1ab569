import { createHash } from 'node:crypto'
import { isSameMeeting, placeAndName, slotOf } from './likeness.rules.ts'
import type { FeedMeeting } from './record.ts'

/** What a feed said of a meeting when it was last brought in. */
export interface KnownSource {
  meetingId: string
  externalId: string
  contentHash: string
  gone: boolean
  /** Absent where this reading says the very same of it. */
  details?: FeedMeeting | null
  /** Other lists have the meeting too, and this one is not the first of them. */
  follows?: FeedMeeting | null
}

/** A meeting of another list. */
export interface OtherSource {
  meetingId: string
  details: FeedMeeting
}

interface Addition {
  meeting: FeedMeeting
  /** The meeting it is, where another list has it or this one had it under another id. */
  meetingId?: string | undefined
  /** Which of the two. */
  joins?: boolean | undefined
}

interface Change {
  meeting: FeedMeeting
  before: KnownSource
  /** It is no longer what the other list calls the same meeting. */
  parts: boolean
}

export interface Plan {
  added: Addition[]
  changed: Change[]
  gone: KnownSource[]
  /** New ids of meetings that were known under others, old id first. */
  renamed: [from: string, to: string][]
  same: number
  /** How many there were. */
  before: number
}

/** The same content gives the same hash, in whatever order a feed lists things and under whatever id. */
export function contentHash(meeting: FeedMeeting): string {
  const sorted = Object.entries(meeting)
    .filter(([name, value]) => name !== 'externalId' && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url')
}

/**
 * What a reading changes, meeting by meeting.
 *
 * A list's own ids count as long as most of them are found again; a meeting that went under one id and came under
 * another is then one gone and one added, as the list says, but stays the same meeting here. A list of which fewer than
 * half of the ids come back has renamed everything: there, content alone decides.
 * @param fellowship of meetings that do not name their own
 */
export function planImport(
  known: KnownSource[],
  meetings: FeedMeeting[],
  others: OtherSource[] = [],
  fellowship?: string,
): Plan {
  const live = known.filter((each) => !each.gone)
  const byId = new Map(known.map((each) => [each.externalId, each]))
  const held = new Set(live.map((each) => each.meetingId))
  const plan: Plan = { added: [], changed: [], gone: [], renamed: [], same: 0, before: live.length }
  const come: FeedMeeting[] = []
  for (const meeting of meetings) {
    const before = byId.get(meeting.externalId)
    // One that comes back finds its meeting under another id by now, or its own again.
    if (before === undefined || (before.gone && held.has(before.meetingId))) come.push(meeting)
    else if (before.gone) plan.added.push({ meeting, meetingId: before.meetingId })
    else if (before.contentHash === contentHash(meeting)) plan.same++
    else plan.changed.push({ meeting, before, parts: hasParted(before, meeting) })
    byId.delete(meeting.externalId)
  }
  const left = [...byId.values()].filter((each) => !each.gone)
  const idsAreStable = (live.length - left.length) * 2 >= live.length
  const pairs = pairUp(left, come, idsAreStable)
  for (const meeting of come) {
    const before = pairs.get(meeting)
    if (before === undefined) continue
    plan.renamed.push([before.externalId, meeting.externalId])
    if (idsAreStable) plan.added.push({ meeting, meetingId: before.meetingId })
    else if (before.contentHash === contentHash(meeting)) plan.same++
    else plan.changed.push({ meeting, before, parts: false })
  }
  const renamed = new Set(pairs.values())
  plan.gone = left.filter((each) => idsAreStable || !renamed.has(each))
  const fresh = come.filter((meeting) => !pairs.has(meeting))
  plan.added.push(...joinOthers(fresh, others, fellowship))
  return plan
}

function hasParted(before: KnownSource, meeting: FeedMeeting): boolean {
  return before.follows ? !isSameMeeting(before.follows, meeting) : false
}

/** Which of the new ones is which of those that are missing; each at most once. */
function pairUp(
  left: KnownSource[],
  come: FeedMeeting[],
  idsAreStable: boolean,
): Map<FeedMeeting, KnownSource> {
  const pairs = new Map<FeedMeeting, KnownSource>()
  const bySlot = Map.groupBy(left, ({ details }) => (details ? slotOf(details) : ''))
  const taken = new Set<KnownSource>()
  const take = (meeting: FeedMeeting, before: KnownSource | undefined) => {
    if (before === undefined) return
    pairs.set(meeting, before)
    taken.add(before)
  }
  const isFree = (each: KnownSource) => !taken.has(each)
  for (const meeting of come) {
    const there = (bySlot.get(slotOf(meeting)) ?? []).filter(isFree)
    take(
      meeting,
      there.find((each) => each.contentHash === contentHash(meeting)),
    )
  }
  for (const meeting of come) {
    if (pairs.has(meeting)) continue
    const there = (bySlot.get(slotOf(meeting)) ?? []).filter(isFree)
    take(
      meeting,
      there.find(({ details }) => details && isSameMeeting(details, meeting)),
    )
  }
  if (idsAreStable) return pairs
  const key = (each: FeedMeeting) => placeAndName(each)
  const stillLeft = Map.groupBy(left.filter(isFree), ({ details }) => (details ? key(details) : ''))
  const stillCome = Map.groupBy(
    come.filter((each) => !pairs.has(each)),
    key,
  )
  for (const [words, [meeting, ...more]] of stillCome) {
    const [before, ...others] = stillLeft.get(words) ?? []
    if (meeting && more.length === 0 && others.length === 0) take(meeting, before)
  }
  return pairs
}

function joinOthers(fresh: FeedMeeting[], others: OtherSource[], fellowship: string | undefined): Addition[] {
  const bySlot = Map.groupBy(others, ({ details }) => slotOf(details))
  const joined = new Set<string>()
  return fresh.map((meeting) => {
    const whole = { ...meeting, fellowship: meeting.fellowship ?? fellowship }
    const same = (bySlot.get(slotOf(meeting)) ?? []).find(
      (each) => !joined.has(each.meetingId) && isSameMeeting(each.details, whole),
    )
    if (same) joined.add(same.meetingId)
    return same ? { meeting, meetingId: same.meetingId, joins: true } : { meeting }
  })
}

const largeFromChanges = 50
const largeFromRemovals = 20

/**
 * Whether a person should look at it first. A list with less than half of what it had was probably cut off or emptied
 * by mistake. Of a large change nobody knows whether it is meant. The numbers are our own judgement: a few
 * meetings of a small list, a tenth removed or a third changed of a large one.
 */
export function whyHold(plan: Plan, taken: number): 'shrunk' | 'large' | undefined {
  if (plan.before === 0) return undefined
  if (taken * 2 < plan.before) return 'shrunk'
  const changes = plan.added.length + plan.changed.length + plan.gone.length
  const isLarge =
    plan.gone.length > Math.max(largeFromRemovals, plan.before / 10) ||
    changes > Math.max(largeFromChanges, plan.before / 3)
  return isLarge ? 'large' : undefined
}
