import type { IsoDay, Recurrence } from '../recurrence/recurrence.ts'
import type { FeedMeeting } from './record.ts'

/** What an operator corrected of one meeting; a field that is absent is as its list has it. */
export interface Corrections {
  name?: string
  days?: IsoDay[]
  time?: string
  minutes?: number
  zone?: string
  placeName?: string
  address?: string
  point?: { latitude: number; longitude: number }
  status?: 'running' | 'paused' | 'hidden'
}

export const correctedFields = [
  'name',
  'status',
  'days',
  'time',
  'minutes',
  'zone',
  'placeName',
  'address',
  'point',
] as const
export type CorrectedField = (typeof correctedFields)[number]

export interface CorrectedMeeting extends Omit<FeedMeeting, 'status'> {
  status: FeedMeeting['status'] | 'ended'
}

/** A meeting as it is shown: what its list says, and over it what was corrected by hand. */
export function correct(meeting: FeedMeeting, by: Corrections): CorrectedMeeting {
  const { days, time, minutes, zone, name, placeName, address, point, status } = by
  const recurrence: Recurrence | undefined = days ? { every: 'week', interval: 1, days } : meeting.recurrence
  const when = { recurrence, time: time ?? meeting.time, zone: zone ?? meeting.zone }
  // All three or none: a day without an hour is no meeting to come to.
  const isTimed = Boolean(when.recurrence && when.time && when.zone)
  const listed = isTimed && meeting.status === 'by_appointment' ? 'running' : meeting.status
  return {
    ...meeting,
    ...(isTimed ? when : { recurrence: undefined, time: undefined, zone: undefined }),
    ...(name === undefined ? {} : { name }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(placeName === undefined ? {} : { placeName }),
    ...(address === undefined ? {} : { address }),
    ...(point === undefined ? {} : { ...point, approximate: false }),
    status: status === 'hidden' ? 'ended' : (status ?? listed),
  }
}

/** A correction as text, beside what the list has. */
export function correctionText(value: Corrections[CorrectedField]): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return `${value.latitude}, ${value.longitude}`
  return String(value)
}
