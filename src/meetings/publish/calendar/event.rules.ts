import { isDateOf, isSaid, type MeetingChange, startOn } from '../../index.ts'
import type { ChangedMeeting, Site, TimedMeeting } from '../published.ts'
import { line, text, uri, utc, wall } from './line.rules.ts'
import { firstDate, rruleOf } from './rule.rules.ts'
import { isInTurnedHour, type TurnedHour, turnedHoursOf } from './zone.rules.ts'

export interface CalendarWords {
  cancelled: (name: string) => string
  online: string
  byPhone: string
  page: string
  source: (list: string) => string
  /** Instead of every name and place, for a calendar that others may see. */
  appointment: string
}

export interface EventView {
  site: Site
  words: CalendarWords
  now: Temporal.Instant
  /** Tells only when, not what. */
  plain?: boolean
}

/**
 * One meeting as the events of a calendar: the series, and one more for each date that is not as the rule says.
 * Empty when there is nothing to put into a calendar.
 */
export function seriesEvents({ meeting, changes }: ChangedMeeting, view: EventView): string {
  if (meeting.recurrence.every === 'once')
    return dateEvent({ meeting, changes }, onlyDate(meeting), view, uidOf(meeting, view.site))
  const rule = rruleOf(meeting.recurrence, meeting.zone)
  const first = firstOf(meeting)
  if (!rule || !first) return ''
  const said = changes
    .filter((change) => isSaid(change) && isDateOf(meeting, change.onDate))
    .filter(({ onDate }) => Temporal.PlainDate.compare(onDate, first) >= 0)
  const cancelled = said.filter(({ kind }) => kind === 'cancelled')
  const others = said.filter(({ kind }) => kind !== 'cancelled')
  const sequence = sequenceOf({ meeting, changes })
  const master = event(meeting, view, {
    uid: uidOf(meeting, view.site),
    sequence,
    start: zoned('DTSTART', meeting, wallOn(meeting, first)),
    isOff: meeting.status === 'ended' || (meeting.status === 'paused' && !meeting.pausedUntil),
    lines: [
      line('RRULE', rule),
      ...cancelled.map(({ onDate }) => zoned('EXDATE', meeting, wallOn(meeting, onDate))),
    ],
    changedAt: lastChange({ meeting, changes }),
  })
  const different = others.map((change) => differentDate(meeting, change, view, sequence))
  const turned = turnedHoursOf(meeting.zone, yearOf(view.now))
    .filter((hour) => isTurned(meeting, hour, first) && !said.some(({ onDate }) => onDate.equals(hour.date)))
    .map(({ date }) => turnedDate(meeting, date, view, sequence))
  const struck = cancelled
    .filter(({ onDate }) => isAhead(onDate, meeting, view.now))
    .map((change) => cancelledDate(meeting, change, view))
  return [master, ...different, ...turned, ...struck].join('')
}

/** One date of a meeting by itself, for somebody who comes to that one. */
export function dateEvent(
  { meeting, changes }: ChangedMeeting,
  date: Temporal.PlainDate,
  view: EventView,
  uid = uidOf(meeting, view.site, date),
): string {
  const change = changes.find((one) => one.onDate.equals(date) && isSaid(one))
  const isOff = meeting.status === 'ended' || change?.kind === 'cancelled'
  return event(meeting, view, {
    uid,
    sequence: sequenceOf({ meeting, changes }) + (change?.sequence ?? 0),
    start: startOfDate(meeting, date, change),
    isOff,
    ...(isOff ? { name: view.words.cancelled(meeting.name) } : {}),
    ...(change?.note ? { note: change.note } : {}),
    lines: [],
    changedAt: lastChange({ meeting, changes }),
  })
}

function uidOf({ id }: TimedMeeting, { origin }: Site, date?: Temporal.PlainDate): string {
  return `meeting-${id}${date ? `-${date.toString().replaceAll('-', '')}` : ''}@${new URL(origin).hostname}`
}

function onlyDate({ recurrence }: TimedMeeting): Temporal.PlainDate {
  return Temporal.PlainDate.from(recurrence.every === 'once' ? recurrence.date : '2025-01-01')
}

const firstDates = new Map<string, Temporal.PlainDate | undefined>()
const mostFirstDates = 4000

/**
 * A series begins on the day it was written down, for good: a start that moved on would cut the exceptions off. What
 * was imported together begins together, so that a calendar of all meetings works it out a few hundred times.
 */
function firstOf({ createdAt, zone, pausedUntil, recurrence }: TimedMeeting): Temporal.PlainDate | undefined {
  const key = [utc(createdAt), zone, pausedUntil, JSON.stringify(recurrence)].join(' ')
  if (firstDates.has(key)) return firstDates.get(key)
  if (firstDates.size >= mostFirstDates) firstDates.clear()
  const since = createdAt.toZonedDateTimeISO(zone).toPlainDate()
  const isLater = pausedUntil && Temporal.PlainDate.compare(pausedUntil, since) > 0
  const first = firstDate(recurrence, isLater ? pausedUntil : since)
  firstDates.set(key, first)
  return first
}

function yearOf(now: Temporal.Instant): number {
  return Number(now.toString().slice(0, 4))
}

/** Grows with every change of the meeting and of one of its dates, and never shrinks: no change is ever deleted. */
function sequenceOf({ meeting, changes }: ChangedMeeting): number {
  return changes.reduce((sum, { sequence }) => sum + sequence, meeting.version - 1)
}

function lastChange({ meeting, changes }: ChangedMeeting): Temporal.Instant {
  return changes.reduce(
    (last, { changedAt }) => (Temporal.Instant.compare(changedAt, last) > 0 ? changedAt : last),
    meeting.changedAt,
  )
}

/** What the rule says, also where no clock shows it: a series is named by it. */
function wallOn({ time }: TimedMeeting, date: Temporal.PlainDate): string {
  return `${date}T${time}00`.replace(/[-:]/g, '')
}

function startOfDate(
  meeting: TimedMeeting,
  date: Temporal.PlainDate,
  change: MeetingChange | undefined,
): string {
  const at =
    change?.kind === 'moved'
      ? startOn(change.newDate ?? date, change.newTime ?? meeting.time, meeting.zone)
      : startOn(date, meeting.time, meeting.zone)
  const there = at.toZonedDateTimeISO(meeting.zone)
  // Programs do not agree which of two equal times is meant; without the zone there is only one.
  const isTwice = !there
    .toPlainDateTime()
    .toZonedDateTime(meeting.zone, { disambiguation: 'later' })
    .equals(there)
  return isTwice ? line('DTSTART', utc(at)) : zoned('DTSTART', meeting, wall(there.toPlainDateTime()))
}

function isAhead(date: Temporal.PlainDate, { zone }: TimedMeeting, now: Temporal.Instant): boolean {
  return Temporal.PlainDate.compare(date, now.toZonedDateTimeISO(zone).toPlainDate()) >= 0
}

function isTurned(meeting: TimedMeeting, hour: TurnedHour, first: Temporal.PlainDate): boolean {
  return (
    isInTurnedHour(hour, meeting.time) &&
    Temporal.PlainDate.compare(hour.date, first) >= 0 &&
    isDateOf(meeting, hour.date)
  )
}

function differentDate(
  meeting: TimedMeeting,
  change: MeetingChange,
  view: EventView,
  sequence: number,
): string {
  return event(meeting, view, {
    uid: uidOf(meeting, view.site),
    sequence: sequence + change.sequence,
    start: startOfDate(meeting, change.onDate, change),
    ...(change.note ? { note: change.note } : {}),
    lines: [zoned('RECURRENCE-ID', meeting, wallOn(meeting, change.onDate))],
    changedAt: change.changedAt,
  })
}

/**
 * A calendar leaves out a time that no clock shows (RFC 5545, 3.3.10), but people come when the clock says so: the
 * date is told as one that was moved by the length of the gap. A time that is there twice is told without a zone.
 */
function turnedDate(
  meeting: TimedMeeting,
  date: Temporal.PlainDate,
  view: EventView,
  sequence: number,
): string {
  return event(meeting, view, {
    uid: uidOf(meeting, view.site),
    sequence: sequence + 1,
    start: startOfDate(meeting, date, undefined),
    lines: [zoned('RECURRENCE-ID', meeting, wallOn(meeting, date))],
    changedAt: meeting.changedAt,
  })
}

/** The series only loses the date. Who wanted to come should not wonder where it went: so it also stands there, struck out. */
function cancelledDate(meeting: TimedMeeting, change: MeetingChange, view: EventView): string {
  return event(meeting, view, {
    uid: uidOf(meeting, view.site, change.onDate),
    sequence: change.sequence,
    start: startOfDate(meeting, change.onDate, undefined),
    isOff: true,
    name: view.words.cancelled(meeting.name),
    ...(change.note ? { note: change.note } : {}),
    lines: [],
    changedAt: change.changedAt,
  })
}

interface EventParts {
  uid: string
  sequence: number
  /** The line of DTSTART. */
  start: string
  isOff?: boolean
  name?: string
  note?: string
  lines: string[]
  changedAt: Temporal.Instant
}

function zoned(name: string, { zone }: TimedMeeting, at: string): string {
  return line(`${name};TZID=${zone}`, at)
}

function event(meeting: TimedMeeting, view: EventView, parts: EventParts): string {
  const { plain = false, words } = view
  return [
    'BEGIN:VEVENT\r\n',
    line('UID', parts.uid),
    line('DTSTAMP', utc(parts.changedAt)),
    line('LAST-MODIFIED', utc(parts.changedAt)),
    line('CREATED', utc(meeting.createdAt)),
    line('SEQUENCE', String(parts.sequence)),
    parts.start,
    // Not an end: over a clock change the same length ends at another time on the wall.
    line('DURATION', `PT${meeting.minutes}M`),
    ...parts.lines,
    line('SUMMARY', text(plain ? words.appointment : (parts.name ?? meeting.name))),
    line('STATUS', parts.isOff ? 'CANCELLED' : 'CONFIRMED'),
    line('TRANSP', parts.isOff ? 'TRANSPARENT' : 'OPAQUE'),
    ...(plain ? [line('CLASS', 'PRIVATE')] : about(meeting, view, parts.note)),
    'END:VEVENT\r\n',
  ].join('')
}

function about(meeting: TimedMeeting, { site, words }: EventView, note: string | undefined): string[] {
  const { inPerson, latitude, longitude, isExact, onlineUrl, phone } = meeting
  const url = `${site.origin}/meetings/${meeting.id}`
  const place = inPerson
    ? [meeting.placeName, meeting.address ?? meeting.town].filter(Boolean).join(', ')
    : ''
  const description = [
    note,
    meeting.notes,
    meeting.meetingPoint,
    meeting.bring,
    onlineUrl && [words.online, onlineUrl, meeting.onlineNotes].filter(Boolean).join('\n'),
    phone && [words.byPhone, phone, meeting.phoneNotes].filter(Boolean).join('\n'),
    meeting.feedName && words.source(meeting.feedName),
    `${words.page}\n${url}`,
  ]
  return [
    line('DESCRIPTION', text(description.filter(Boolean).join('\n\n'))),
    ...(place || onlineUrl ? [line('LOCATION', text(place || (onlineUrl ?? '')))] : []),
    ...(inPerson && isExact && latitude !== null && longitude !== null
      ? [line('GEO', `${latitude};${longitude}`)]
      : []),
    line('URL', uri(url)),
    ...(onlineUrl ? [line('CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO', uri(onlineUrl))] : []),
    ...(phone ? [line('CONFERENCE;VALUE=URI;FEATURE=PHONE', `tel:${phone.replace(/[^\d+,;*#]/g, '')}`)] : []),
  ]
}
