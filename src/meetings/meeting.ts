import type { GroupKind } from '../groups/index.ts'
import type { Recurrence } from './recurrence/recurrence.ts'

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
}

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
  /** From the place that was asked for. */
  km: number | null
}
