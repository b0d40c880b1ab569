import ICAL from 'ical.js'
import type { DateException, Mend } from '../record.ts'
import { type CalendarRecord, componentOf, onWall, textOf, type Wall } from './event.ts'

const mostExceptions = 300

/** Dates of a series that its calendar cancels (EXDATE), moves or speaks of apart (RECURRENCE-ID). */
export function readExceptions(
  record: CalendarRecord,
  wall: Wall,
  now: Temporal.PlainDate,
  mend: Mend,
): DateException[] {
  const event = componentOf(record.event)
  if (event.hasProperty('rdate'))
    mend('RDATE', 'rule_extra_dates', event.getFirstProperty('rdate')?.toJSON()[3])
  const cancelled = event.getAllProperties('exdate').flatMap((property) =>
    property.getValues().flatMap((value): DateException[] => {
      if (!(value instanceof ICAL.Time)) return []
      const onDate = String(onWall(property, value, wall.zone).date)
      return [{ onDate, kind: 'cancelled', newDate: null, newTime: null, note: null }]
    }),
  )
  const changed = record.changed.flatMap((each) => readChanged(componentOf(each), event, wall, mend))
  const yesterday = String(now.subtract({ days: 1 }))
  // Of two for one date the one that says more counts, and it stands last.
  const byDate = new Map([...cancelled, ...changed].map((each) => [each.onDate, each]))
  return [...byDate.values()]
    .filter(({ onDate, newDate }) => (newDate ?? onDate) >= yesterday)
    .sort((one, other) => (one.onDate < other.onDate ? -1 : 1))
    .slice(0, mostExceptions)
}

function readChanged(
  changed: ICAL.Component,
  event: ICAL.Component,
  wall: Wall,
  mend: Mend,
): DateException[] {
  const property = changed.getFirstProperty('recurrence-id')
  const named = property?.getFirstValue()
  const start = changed.getFirstProperty('dtstart')
  const moved = start?.getFirstValue()
  if (!property || !(named instanceof ICAL.Time)) return []
  if (property.getParameter('range')) mend('RECURRENCE-ID', 'rule_missing_dates', named.toString())
  const onDate = String(onWall(property, named, wall.zone).date)
  const bare = { onDate, newDate: null, newTime: null, note: null }
  if (/^cancelled$/i.test(textOf(changed, 'status') ?? '')) return [{ ...bare, kind: 'cancelled' }]
  const summary = textOf(changed, 'summary')
  const note = summary !== textOf(event, 'summary') ? (summary?.slice(0, 300).toWellFormed() ?? null) : null
  if (start && moved instanceof ICAL.Time && !moved.isDate) {
    const to = onWall(start, moved, wall.zone)
    const newDate = String(to.date)
    if (newDate !== onDate || to.time !== wall.time)
      return [{ onDate, kind: 'moved', newDate, newTime: to.time === wall.time ? null : to.time, note }]
  }
  return note === null ? [] : [{ ...bare, kind: 'note', note }]
}
