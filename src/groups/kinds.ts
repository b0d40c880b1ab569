export const groupKinds = ['twelve_step', 'discussion', 'skills', 'holistic', 'family'] as const
export type GroupKind = (typeof groupKinds)[number]

export const purposes = ['stop', 'cut_down', 'stay_stopped', 'unsure'] as const
export type Purpose = (typeof purposes)[number]

export const spiritualities = ['spiritual', 'optional', 'secular'] as const
type Spirituality = (typeof spiritualities)[number]

export const circles = ['women', 'lgbtq', 'parents', 'veterans', 'chronic_pain', 'family'] as const
export type Circle = (typeof circles)[number]

export const practices = ['meditation', 'yoga', 'walk'] as const
export type Practice = (typeof practices)[number]

export type GroupRole = 'member' | 'host'

export interface Group {
  id: string
  slug: string
  name: string
  kind: GroupKind
  summary: string
  agreements: string
  purposes: Purpose[]
  spirituality: Spirituality
  languages: string[]
  circles: Circle[]
  practices: Practice[]
  online: boolean
  inPerson: boolean
  zone: string | null
  placeName: string | null
  /** Set for a group that came with a feed; null for a group made here. */
  sourceKey: string | null
  status: 'active' | 'closed'
  /** Null while it is open. */
  closedAt: Temporal.Instant | null
  /** Counts what hosts changed. */
  version: number
  createdBy: string | null
  createdAt: Temporal.Instant
  lastActiveAt: Temporal.Instant | null
}

/** What a host decides about a group; the rest is kept by the house. */
export interface GroupDraft {
  name: string
  kind: GroupKind
  summary: string
  agreements: string
  purposes: Purpose[]
  spirituality: Spirituality
  languages: string[]
  circles: Circle[]
  practices: Practice[]
  online: boolean
  inPerson: boolean
  zone: string | null
  placeName: string | null
}

/** The same source key (feed and group name) is the same group at the next import. */
export type ImportedGroup = Pick<GroupDraft, 'name' | 'kind'> & Partial<GroupDraft> & { sourceKey: string }

const youngDays = 28

/** Founded here in the last four weeks: that nobody has come yet says nothing about it. */
export function isYoung(group: Pick<Group, 'sourceKey' | 'createdAt'>, now: Temporal.Instant): boolean {
  return group.sourceKey === null && group.createdAt.until(now).total('hours') < youngDays * 24
}
