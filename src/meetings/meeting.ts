import type { GroupKind, Practice } from '../groups/index.ts'
import type { Recurrence, Schedule } from './recurrence/recurrence.ts'

type MeetingStatus = 'running' | 'paused' | 'by_appointment' | 'ended'

export interface Meeting {
  id: string
  groupId: string
  groupName: string
  groupSlug: string
  kind: GroupKind
  feedId: string | null
  feedName: string | null
  feedReadAt: Temporal.Instant | null
  name: string
  status: MeetingStatus
  /** Null for a meeting by appointment, as are `time` and `zone`. */
  recurrence: Recurrence | null
  time: string | null
  minutes: number
  zone: string | null
  online: boolean
  inPerson: boolean
  onlineUrl: string | null
  onlineNotes: string | null
  phone: string | null
  phoneNotes: string | null
  placeName: string | null
  address: string | null
  town: string | null
  placeNotes: string | null
  region: string | null
  latitude: number | null
  longitude: number | null
  types: string[]
  tags: string[]
  notes: string | null
  pageUrl: string | null
  /** A paused meeting is on again from this date; null: nobody knows yet. */
  pausedUntil: Temporal.PlainDate | null
  /** Counts what hosts changed. */
  version: number
  capacity: number | null
  access: Access[]
  /** None: those of its group. */
  languages: string[]
  agenda: AgendaPart[] | null
  practice: Practice | null
  bring: string | null
  consent: string | null
  meetingPoint: string | null
  distanceKm: number | null
  terrain: Terrain | null
  weatherPlan: string | null
}

/** One part of a meeting, as long as its host plans it. */
export interface AgendaPart {
  minutes: number
  part: string
  note: string
}

/** What a room offers to those who need it. */
export const accesses = [
  'step_free',
  'toilet',
  'hearing_loop',
  'captions',
  'sign_language',
  'camera_off',
  'children',
  'quiet',
] as const
export type Access = (typeof accesses)[number]

export const terrains = ['paved', 'path', 'uneven', 'hills'] as const
export type Terrain = (typeof terrains)[number]

/** One line of a list: a meeting at one of its times. */
export interface UpcomingMeeting {
  id: string
  name: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  zone: string
  online: boolean
  inPerson: boolean
  /** By phone only: there is a number and no link. */
  byPhone: boolean
  town: string | null
  types: string[]
  groupId: string
  groupName: string
  groupSlug: string
  kind: GroupKind
  /** This date differs from the rule: a cancelled one stays in the list and says so. */
  change: 'cancelled' | 'moved' | 'note' | null
  /** From the place that was asked for. */
  km: number | null
  /** The fellowship, or the list it came with; null for a group of this house. */
  source: string | null
}

/** The rule of a meeting that has one and has not ended. */
export function scheduleOf(
  meeting: Pick<Meeting, 'recurrence' | 'time' | 'minutes' | 'zone' | 'status'>,
): Schedule | undefined {
  const { recurrence, time, minutes, zone, status } = meeting
  if (!recurrence || !time || !zone || status === 'ended') return undefined
  return { recurrence, time, minutes, zone }
}
