import type { MeetingChange } from '../../index.ts'
import type { TimedMeeting } from '../published.ts'

/** A meeting that was written down on the first of November, for rules that need no database. */
export function timedMeeting(more: Partial<TimedMeeting> = {}): TimedMeeting {
  const at = Temporal.Instant.from('2026-11-01T12:00:00Z')
  return {
    id: '7',
    groupId: '3',
    groupName: 'Harbour',
    groupSlug: 'harbour',
    kind: 'discussion',
    spirituality: 'optional',
    circles: [],
    groupPlace: null,
    name: 'Evening tea',
    status: 'running',
    pausedUntil: null,
    recurrence: { every: 'week', interval: 1, days: [2] },
    time: '19:00',
    minutes: 60,
    zone: 'Europe/Dublin',
    online: true,
    inPerson: false,
    onlineUrl: 'https://zoom.us/j/123',
    onlineNotes: null,
    phone: null,
    phoneNotes: null,
    placeName: null,
    address: null,
    town: null,
    placeNotes: null,
    region: null,
    latitude: null,
    longitude: null,
    isExact: false,
    types: [],
    languages: [],
    access: [],
    practice: null,
    agenda: null,
    notes: null,
    bring: null,
    consent: null,
    meetingPoint: null,
    weatherPlan: null,
    feedName: null,
    slotDays: null,
    version: 1,
    createdAt: at,
    changedAt: at,
    ...more,
  }
}

export function changeOn(
  onDate: string,
  kind: MeetingChange['kind'],
  more: { newDate?: string; newTime?: string; note?: string } = {},
): MeetingChange {
  return {
    meetingId: '7',
    onDate: Temporal.PlainDate.from(onDate),
    kind,
    newDate: more.newDate ? Temporal.PlainDate.from(more.newDate) : null,
    newTime: more.newTime ?? null,
    note: more.note ?? null,
    sequence: 1,
    changedAt: Temporal.Instant.from('2026-11-20T12:00:00Z'),
  }
}
