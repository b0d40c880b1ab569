import type ICAL from 'ical.js'
import { foldText } from '../../places/place.ts'
import type { Recurrence } from '../../recurrence/recurrence.ts'
import { clockTime } from '../clock.ts'
import type { Corrections } from '../corrections.rules.ts'
import { readPoint, townOf } from '../place.ts'
import { type FeedMeeting, type Mend, RefusedRecord } from '../record.ts'
import { plainWord, readLink, readText } from '../text.ts'
import { readTypes } from '../typeCodes.ts'
import {
  type CalendarRecord,
  type CalendarZones,
  componentOf,
  minutesOf,
  textOf,
  type Wall,
  wallOf,
} from './event.ts'
import { readExceptions } from './exceptions.ts'
import { recurrenceOfRule } from './rule.ts'

interface Reading {
  zones: CalendarZones
  now: Temporal.Instant | undefined
}

/** One event of a calendar as a meeting. Organizers and guests are never read. */
export function readEvent(
  record: CalendarRecord,
  byHand: Corrections,
  { zones, now }: Reading,
  mend: Mend,
): FeedMeeting {
  const event = componentOf(record.event)
  const name = readText(byHand.name ?? textOf(event, 'summary'), 'SUMMARY', 'name', mend)
  if (name === undefined) throw new RefusedRecord('SUMMARY', 'name_missing')
  const id = plainWord(record.uid, 255)
  if (id === '') throw new RefusedRecord('UID', 'id_missing')
  if (/^cancelled$/i.test(textOf(event, 'status') ?? '')) throw new RefusedRecord('STATUS', 'cancelled')
  const wall = correctedWall(event, byHand, zones, mend)
  const today = now ? now.toZonedDateTimeISO(wall.zone).toPlainDate() : wall.date
  const recurrence = recurrenceOf(event, byHand, wall, today)
  const where = readWhere(event, mend)
  const types = readTypes(categories(event), mend)
  return {
    externalId: id,
    name,
    group: { key: foldText(`${name} | ${where.address ?? ''}`), name },
    status: 'running',
    recurrence,
    time: wall.time,
    minutes: minutesOf(event, mend),
    zone: wall.zone,
    ...where,
    types: types.codes,
    tags: types.tags,
    notes: readText(textOf(event, 'description'), 'DESCRIPTION', 'long', mend),
    ...(recurrence.every === 'once' ? {} : { exceptions: readExceptions(record, wall, today, mend) }),
  }
}

function correctedWall(event: ICAL.Component, byHand: Corrections, zones: CalendarZones, mend: Mend): Wall {
  if (byHand.time !== undefined && (byHand.zone ?? zones.calendar ?? zones.feed) !== undefined) {
    const start = String(event.getFirstPropertyValue('dtstart') ?? '').slice(0, 10)
    const zone = byHand.zone ?? zones.calendar ?? zones.feed ?? 'UTC'
    return { date: Temporal.PlainDate.from(start), time: byHand.time, zone }
  }
  const withZone = { calendar: byHand.zone ?? zones.calendar, feed: zones.feed }
  const wall = wallOf(event, withZone, mend)
  return { ...wall, time: clockTime(byHand.time) ?? wall.time, zone: byHand.zone ?? wall.zone }
}

function recurrenceOf(
  event: ICAL.Component,
  { days }: Corrections,
  { date }: Wall,
  today: Temporal.PlainDate,
): Recurrence {
  if (days) return { every: 'week', interval: 1, days }
  const rules = event.getAllProperties('rrule')
  const [rule] = rules
  if (rules.length > 1) throw new RefusedRecord('RRULE', 'rule_unknown', `${rules.length} rules`)
  if (rule) return recurrenceOfRule(rule.getFirstValue() as ICAL.Recur, date, today)
  if (Temporal.PlainDate.compare(date, today) < 0) throw new RefusedRecord('DTSTART', 'over', String(date))
  return { every: 'once', date: String(date) }
}

function categories(event: ICAL.Component): string[] {
  return event
    .getAllProperties('categories')
    .flatMap((property) => property.getValues())
    .map(String)
    .filter((word) => word.trim().length > 1)
}

type Where = Pick<
  FeedMeeting,
  | 'online'
  | 'inPerson'
  | 'onlineUrl'
  | 'placeName'
  | 'address'
  | 'town'
  | 'latitude'
  | 'longitude'
  | 'pageUrl'
>

const room =
  /https?:\/\/[^\s<>"]*(?:zoom\.us|meet\.google|teams\.|webex|jit\.si|whereby|gotomeet|\/b\/)[^\s<>"]*/i

function readWhere(event: ICAL.Component, mend: Mend): Where {
  const place = readText(textOf(event, 'location'), 'LOCATION', 'line', mend)
  const url = textOf(event, 'url')
  const placeIsLink = /^https?:\/\//i.test(place ?? '')
  const said = [
    textOf(event, 'x-google-conference'),
    textOf(event, 'conference'),
    placeIsLink ? place : room.exec(place ?? '')?.[0],
    room.exec(url ?? '')?.[0],
    room.exec(textOf(event, 'description') ?? '')?.[0],
  ].find(Boolean)
  const onlineUrl = readLink(said, 'LOCATION', mend)
  const saysOnline = /\b(online|zoom|virtual|phone|web)\b/i.test(place ?? '')
  const address = place === undefined || placeIsLink || saysOnline ? undefined : place
  const online = onlineUrl !== undefined || saysOnline
  if (!address && !onlineUrl) mend('LOCATION', 'no_way_in', place)
  const point = readGeo(event, mend)
  return {
    online,
    inPerson: address !== undefined || !online,
    onlineUrl,
    placeName: address?.split(',')[0]?.trim() || undefined,
    address,
    town: townOf(address),
    latitude: point?.latitude,
    longitude: point?.longitude,
    pageUrl: url && url !== said ? readLink(url, 'URL', mend) : undefined,
  }
}

function readGeo(event: ICAL.Component, mend: Mend) {
  const value = event.getFirstPropertyValue('geo') as unknown
  const [latitude, longitude] = Array.isArray(value) ? value : String(value ?? '').split(';')
  return readPoint(latitude, longitude, mend)
}
