import type { Meeting } from '../meeting.ts'
import { startOn } from '../recurrence/recurrence.ts'
import type { MeetingTime } from '../store.ts'

type Time = Pick<MeetingTime, 'startsAt' | 'endsAt' | 'onDate' | 'change'>

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const schema = 'https://schema.org/'

/**
 * A meeting in the words of schema.org. A series has a schedule and no date of its own; each of its coming dates is an
 * event within it, with the date that search engines ask for. A meeting that is once is one event.
 */
export function eventData(meeting: Meeting, times: Time[], origin: string): object | undefined {
  const { recurrence, time, zone } = meeting
  if (!recurrence || !time || !zone || meeting.status === 'ended') return undefined
  const url = `${origin}/meetings/${meeting.id}`
  const common = {
    '@type': 'Event',
    name: meeting.name,
    url,
    ...(meeting.notes ? { description: meeting.notes.slice(0, 500) } : {}),
    location: placesOf(meeting, url),
    eventAttendanceMode: `${schema}${modeOf(meeting)}EventAttendanceMode`,
    isAccessibleForFree: true,
    organizer: {
      '@type': 'Organization',
      name: meeting.groupName,
      url: `${origin}/groups/${meeting.groupSlug}`,
    },
    ...(meeting.languages.length > 0 ? { inLanguage: meeting.languages } : {}),
  }
  const dates = times.map((each) => ({ ...common, ...dateOf(each, { time, zone }) }))
  const [only] = dates
  if (recurrence.every === 'once') return only && { '@context': schema, '@id': url, ...only }
  return {
    '@context': schema,
    ...common,
    '@id': url,
    eventSchedule: scheduleOf({ ...meeting, recurrence, time, zone }, times),
    subEvent: dates.map((date, index) => ({
      ...date,
      '@id': `${url}#${times[index]?.onDate ?? index}`,
      superEvent: { '@id': url },
    })),
  }
}

function dateOf({ startsAt, endsAt, onDate, change }: Time, { time, zone }: { time: string; zone: string }) {
  const local = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const status =
    change === 'cancelled' ? 'EventCancelled' : change === 'moved' ? 'EventRescheduled' : 'EventScheduled'
  return {
    startDate: local(startsAt),
    endDate: local(endsAt),
    eventStatus: `${schema}${status}`,
    ...(change === 'moved' ? { previousStartDate: local(startOn(onDate, time, zone)) } : {}),
  }
}

function modeOf({ online, inPerson }: Meeting): 'Mixed' | 'Online' | 'Offline' {
  return online ? (inPerson ? 'Mixed' : 'Online') : 'Offline'
}

function placesOf(meeting: Meeting, url: string): object | object[] {
  const { online, inPerson, placeName, address, town } = meeting
  const places = [
    ...(inPerson
      ? [
          {
            '@type': 'Place',
            name: placeName ?? town ?? meeting.groupName,
            address: address ?? town ?? placeName ?? '',
          },
        ]
      : []),
    ...(online || !inPerson ? [{ '@type': 'VirtualLocation', url: meeting.onlineUrl ?? url }] : []),
  ]
  return places.length === 1 ? (places[0] ?? places) : places
}

type Scheduled = Pick<Meeting, 'minutes'> & {
  recurrence: NonNullable<Meeting['recurrence']>
  time: string
  zone: string
}

function scheduleOf({ recurrence, time, minutes, zone }: Scheduled, times: Time[]): object {
  const off = times.filter(({ change }) => change === 'cancelled').map(({ onDate }) => String(onDate))
  const end = Temporal.PlainTime.from(time).add({ minutes })
  return {
    '@type': 'Schedule',
    ...rhythmOf(recurrence),
    startTime: `${time}:00`,
    endTime: end.toString({ smallestUnit: 'second' }),
    duration: `PT${minutes}M`,
    scheduleTimezone: zone,
    ...boundsOf(recurrence),
    ...(off.length > 0 ? { exceptDate: off } : {}),
  }
}

function boundsOf(recurrence: Scheduled['recurrence']): object {
  if (recurrence.every === 'once') return {}
  const { begins, until } = recurrence
  return { ...(begins ? { startDate: begins } : {}), ...(until ? { endDate: until } : {}) }
}

function rhythmOf(recurrence: Scheduled['recurrence']): object {
  switch (recurrence.every) {
    case 'week':
      return {
        repeatFrequency: `P${recurrence.interval}W`,
        byDay: recurrence.days.map((day) => `${schema}${dayNames[day - 1]}`),
      }
    case 'month':
      return {
        repeatFrequency: 'P1M',
        byDay: recurrence.weeks.map((week) => `${week}${dayCodes[recurrence.day - 1]}`),
      }
    case 'once':
      return {}
  }
}
