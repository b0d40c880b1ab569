import ICAL from 'ical.js'
import type { Corrections } from '../corrections.rules.ts'
import type { Raw, Shape } from '../shape.ts'
import { plainWord } from '../text.ts'
import { mostRecords, UnreadableFeed } from '../unreadable.ts'
import { type CalendarRecord, type CalendarZones, componentOf, textOf } from './event.ts'
import { readEvent } from './read.ts'

interface Opened {
  shape: Shape
  records: CalendarRecord[]
}

/** An iCalendar file: each UID is one record, with the single dates of it that differ. */
export function openCalendar(
  text: string,
  asking: { zone?: string | undefined; now?: Temporal.Instant | undefined },
): Opened {
  if ((text.match(/begin:vevent/gi)?.length ?? 0) > mostRecords) throw new UnreadableFeed('too_many')
  const calendars = parse(text)
  const zones: CalendarZones = {
    calendar: calendars.map((each) => textOf(each, 'x-wr-timezone')).find(Boolean),
    feed: asking.zone,
  }
  return { shape: calendarShape(zones, asking.now), records: calendars.flatMap(recordsOf) }
}

/** What a record is corrected with, beside the event itself. */
const byHand = 'byHand'

export function calendarShape(zones: CalendarZones, now: Temporal.Instant | undefined): Shape {
  return {
    format: 'calendar',
    idOf: (raw) => plainWord(raw.uid, 255),
    nameOf: (raw) => textOf(componentOf((raw as unknown as CalendarRecord).event), 'summary'),
    read: (raw, mend) =>
      readEvent(raw as unknown as CalendarRecord, (raw[byHand] ?? {}) as Corrections, { zones, now }, mend),
    patch: (raw, corrections): Raw => ({ ...raw, [byHand]: corrections }),
  }
}

function parse(text: string): ICAL.Component[] {
  if (!/end:vcalendar\s*$/i.test(text)) throw new UnreadableFeed('truncated')
  try {
    const parsed = ICAL.parse(text) as unknown[]
    // One calendar comes bare, several in a list.
    const calendars = typeof parsed[0] === 'string' ? [parsed] : parsed
    return calendars.map((each) => componentOf(each as CalendarRecord['event']))
  } catch {
    throw new UnreadableFeed('not_calendar')
  }
}

function recordsOf(calendar: ICAL.Component): CalendarRecord[] {
  const events = calendar.getAllSubcomponents('vevent')
  const uidOf = (event: ICAL.Component) => textOf(event, 'uid') ?? ''
  const series = new Map<string, CalendarRecord>()
  const single: CalendarRecord[] = []
  for (const event of events) {
    if (event.hasProperty('recurrence-id')) continue
    const record = { uid: uidOf(event), event: event.jCal, changed: [] }
    if (record.uid === '' || series.has(record.uid)) single.push(record)
    else series.set(record.uid, record)
  }
  for (const event of events) {
    if (!event.hasProperty('recurrence-id')) continue
    const of = series.get(uidOf(event))
    if (of) of.changed.push(event.jCal)
    // A changed date of a series that is not in the file is a date like any other.
    else
      single.push({
        uid: `${uidOf(event)} ${event.getFirstPropertyValue('recurrence-id')}`,
        event: event.jCal,
        changed: [],
      })
  }
  return [...series.values(), ...single]
}
