import type { Practice } from '../../groups/index.ts'
import type { Access, AgendaPart, Meeting, Terrain } from '../meeting.ts'
import type { Recurrence } from '../recurrence/recurrence.ts'

/** What a host says about a meeting; the times come from it. */
export interface HostedMeeting {
  name: string
  recurrence: Recurrence
  time: string
  minutes: number
  zone: string
  onlineUrl: string | null
  /** A password, a room number. */
  onlineNotes: string | null
  phone: string | null
  phoneNotes: string | null
  placeName: string | null
  address: string | null
  /** As typed; the gazetteer turns it into a point. */
  town: string | null
  placeNotes: string | null
  notes: string | null
  agenda: AgendaPart[] | null
  capacity: number | null
  access: Access[]
  /** None: those of the group. */
  languages: string[]
  practice: Practice | null
  bring: string | null
  consent: string | null
  meetingPoint: string | null
  distanceKm: number | null
  terrain: Terrain | null
  weatherPlan: string | null
}

/** What a meeting must say; the rest may be left out. */
export type NewMeeting = Pick<
  HostedMeeting,
  'name' | 'recurrence' | 'time' | 'minutes' | 'zone' | 'onlineUrl' | 'phone' | 'placeName'
> &
  Partial<HostedMeeting>

const unsaid = {
  onlineNotes: null,
  phoneNotes: null,
  address: null,
  town: null,
  placeNotes: null,
  notes: null,
  agenda: null,
  capacity: null,
  access: [],
  languages: [],
  practice: null,
  bring: null,
  consent: null,
  meetingPoint: null,
  distanceKm: null,
  terrain: null,
  weatherPlan: null,
}

export function withUnsaid(meeting: NewMeeting): HostedMeeting {
  return { ...unsaid, ...meeting }
}

const everyMonday: Recurrence = { every: 'week', interval: 1, days: [1] }

/** What a host once said about a meeting that is there. One by appointment begins with a rule to be changed. */
export function hostedOf(meeting: Meeting): HostedMeeting {
  const { name, minutes, onlineUrl, onlineNotes, phone, phoneNotes, placeName, address, town } = meeting
  const { placeNotes, notes, agenda, capacity, access, languages, practice, bring, consent } = meeting
  const { meetingPoint, distanceKm, terrain, weatherPlan } = meeting
  const when = {
    recurrence: meeting.recurrence ?? everyMonday,
    time: meeting.time ?? '19:00',
    minutes,
    zone: meeting.zone ?? 'UTC',
  }
  const where = { onlineUrl, onlineNotes, phone, phoneNotes, placeName, address, town, placeNotes }
  const what = { notes, agenda, capacity, access, languages, practice, bring, consent }
  return { name, ...when, ...where, ...what, meetingPoint, distanceKm, terrain, weatherPlan }
}
