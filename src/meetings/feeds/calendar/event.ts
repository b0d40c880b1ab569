import ICAL from 'ical.js'
import { isZone } from '../../../platform/clock.ts'
import { type Mend, RefusedRecord } from '../record.ts'
import { zoneOfTzid } from './zones.ts'

type JCal = ConstructorParameters<typeof ICAL.Component>[0]

/** One event of a calendar with its single changed dates, as it can be kept as JSON. */
export interface CalendarRecord {
  uid: string
  event: JCal
  changed: JCal[]
}

/** What the whole calendar says, for events that do not. */
export interface CalendarZones {
  /** X-WR-TIMEZONE */
  calendar: string | undefined
  feed: string | undefined
}

export interface Wall {
  date: Temporal.PlainDate
  /** "19:30" */
  time: string
  zone: string
}

export function componentOf(event: JCal): ICAL.Component {
  return new ICAL.Component(event)
}

export function textOf(event: ICAL.Component, name: string): string | undefined {
  const value = event.getFirstPropertyValue(name)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function timeOf(property: ICAL.Property | null): ICAL.Time | undefined {
  const value = property?.getFirstValue()
  return value instanceof ICAL.Time ? value : undefined
}

/** When an event begins, on the wall of its zone. @throws RefusedRecord when it has no hour or no zone */
export function wallOf(event: ICAL.Component, zones: CalendarZones, mend: Mend): Wall {
  const property = event.getFirstProperty('dtstart')
  const time = timeOf(property)
  if (time === undefined) throw new RefusedRecord('DTSTART', 'time_unreadable', property?.toJSON()[3])
  if (time.isDate) throw new RefusedRecord('DTSTART', 'whole_day', time.toString())
  const isUtc = time.zone?.tzid === 'UTC'
  const general = [zones.calendar, zones.feed].find((zone) => zone !== undefined && isZone(zone))
  // A single date in UTC is how some calendars write all of theirs; a series in UTC does not follow anybody's clock.
  if (isUtc && event.hasProperty('rrule')) return { ...plain(time), zone: 'UTC' }
  if (isUtc) return inZone(plain(time), 'UTC', general ?? 'UTC')
  const tzid = String(property?.getParameter('tzid') ?? '')
  const named = tzid === '' ? undefined : zoneOfTzid(tzid)
  if (tzid !== '' && named === undefined) mend('DTSTART', 'zone_unknown', tzid)
  const zone = named ?? general
  if (zone === undefined) throw new RefusedRecord('DTSTART', 'zone_missing', tzid || undefined)
  return { ...plain(time), zone }
}

function plain(time: ICAL.Time): { date: Temporal.PlainDate; time: string } {
  const two = (number: number) => String(number).padStart(2, '0')
  try {
    return {
      date: Temporal.PlainDate.from(time, { overflow: 'reject' }),
      time: `${two(time.hour)}:${two(time.minute)}`,
    }
  } catch {
    throw new RefusedRecord('DTSTART', 'time_unreadable', time.toString())
  }
}

function inZone({ date, time }: Omit<Wall, 'zone'>, from: string, zone: string): Wall {
  const there = date.toZonedDateTime({ timeZone: from, plainTime: time }).withTimeZone(zone)
  return { date: there.toPlainDate(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }), zone }
}

/** A moment named by EXDATE, RECURRENCE-ID or the start of a changed date, on the wall of the event's own zone. */
export function onWall(property: ICAL.Property, time: ICAL.Time, zone: string): Omit<Wall, 'zone'> {
  const said = plain(time)
  const tzid = String(property.getParameter('tzid') ?? '')
  const from = time.zone?.tzid === 'UTC' ? 'UTC' : zoneOfTzid(tzid)
  return from === undefined || from === zone || time.isDate ? said : inZone(said, from, zone)
}

const usualMinutes = 60

export function minutesOf(event: ICAL.Component, mend: Mend): number {
  const start = timeOf(event.getFirstProperty('dtstart'))
  const end = timeOf(event.getFirstProperty('dtend'))
  const length = event.getFirstPropertyValue('duration')
  if (!start || (!end && !(length instanceof ICAL.Duration))) return usualMinutes
  const seconds = length instanceof ICAL.Duration ? length.toSeconds() : wallSeconds(end) - wallSeconds(start)
  const minutes = Math.round(seconds / 60)
  if (minutes > 0 && minutes <= 24 * 60) return minutes
  mend(
    'DTEND',
    minutes < 0 ? 'end_before_start' : minutes === 0 ? 'end_same' : 'end_too_long',
    `${start} - ${end ?? length}`,
  )
  return usualMinutes
}

function wallSeconds(time: ICAL.Time | undefined): number {
  if (!time) return 0
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / 1000
}
