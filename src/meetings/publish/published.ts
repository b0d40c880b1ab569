import type { Circle, GroupKind, Practice } from '../../groups/index.ts'
import type { Access, AgendaPart, MeetingChange, Recurrence } from '../index.ts'

/** A meeting with all that lists and calendars of other programs tell of it. */
export interface PublishedMeeting {
  id: string
  groupId: string
  groupName: string
  groupSlug: string
  kind: GroupKind
  spirituality: 'spiritual' | 'optional' | 'secular'
  circles: Circle[]
  groupPlace: string | null
  name: string
  status: 'running' | 'paused' | 'by_appointment' | 'ended'
  pausedUntil: Temporal.PlainDate | null
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
  /** The coordinates are where people meet, not the middle of the town. */
  isExact: boolean
  types: string[]
  languages: string[]
  access: Access[]
  practice: Practice | null
  agenda: AgendaPart[] | null
  notes: string | null
  bring: string | null
  consent: string | null
  meetingPoint: string | null
  weatherPlan: string | null
  /** The list it came with. */
  feedName: string | null
  /** The day at each number it goes by in weekly lists; null: it never stood in one. */
  slotDays: number[] | null
  version: number
  createdAt: Temporal.Instant
  changedAt: Temporal.Instant
}

/** A running meeting with all it needs to stand in a calendar. */
export type TimedMeeting = PublishedMeeting & { recurrence: Recurrence; time: string; zone: string }

export function isTimed(meeting: PublishedMeeting): meeting is TimedMeeting {
  return meeting.recurrence !== null && meeting.time !== null && meeting.zone !== null
}

export interface ChangedMeeting {
  meeting: TimedMeeting
  changes: MeetingChange[]
}

/** Who publishes: what every record names. */
export interface Site {
  /** Without a slash at its end. */
  origin: string
  name: string
}
