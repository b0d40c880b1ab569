import type { Database } from '../../../platform/database/index.ts'
import { listChanges } from '../../index.ts'
import type { Composing } from '../answer/compose.ts'
import type { Making } from '../answer/make.ts'
import { t } from '../messages.ts'
import { type ChangedMeeting, isTimed, type PublishedMeeting, type Site } from '../published.ts'
import { publishedMeetings, type Which } from '../store.ts'
import { listPart, listPrints } from '../whole.store.ts'
import { type CalendarWords, type EventView, seriesEvents } from './event.rules.ts'
import { line, text, uri } from './line.rules.ts'
import { zoneComponent } from './zone.rules.ts'

/** A date once stays in the calendar of those who were there, for a while. */
const pastDays = 62

const language = 'en'

export function calendarWords(): CalendarWords {
  const say = t(language)
  return {
    cancelled: (name) => say('calendar.cancelled', { name }),
    online: say('calendar.online'),
    byPhone: say('calendar.byPhone'),
    page: say('calendar.page'),
    source: (list) => say('guide.source', { list }),
    appointment: say('calendar.appointment'),
  }
}

export interface CalendarHead {
  name: string
  /** The page it is of. */
  url: string
  /** Where it is read from. */
  source?: string
}

/** What runs or comes back, as a calendar. */
export function calendarList(
  db: Database,
  which: Which,
  head: CalendarHead,
  site: Site,
  now: Temporal.Instant,
): Making {
  const view = { site, now, words: calendarWords() }
  return {
    pieces: calendarPieces(head, view, async function* () {
      for await (const batch of publishedMeetings(db, which)) yield* await eventsOf(db, batch, view)
    }),
  }
}

/** The zones that the events of a piece name. */
type Zones = string[]

/** All meetings, in pieces that are made again when something in them changed. */
export function wholeCalendar(
  db: Database,
  head: CalendarHead,
  site: Site,
  now: Temporal.Instant,
): Composing<Zones> {
  const view = { site, now, words: calendarWords() }
  return {
    prints: () => listPrints(db, now.toString().slice(0, 10)),
    make: async (id) => {
      const told = (await eventsOf(db, await listPart(db, id), view)).filter(({ events }) => events !== '')
      return {
        text: told.map(({ events }) => events).join(''),
        facts: [...new Set(told.map(({ changed }) => changed.meeting.zone))],
      }
    },
    head: (zones) => `${headLines(head)}${zoneComponents(new Set(zones.flat()), now)}`,
    between: '',
    end: () => end,
    headers: () => ({}),
  }
}

async function eventsOf(db: Database, meetings: PublishedMeeting[], view: EventView) {
  const shown = meetings.filter(isTimed).filter((meeting) => isComing(meeting, view.now))
  return (await withChanges(db, shown)).map((changed) => ({ changed, events: seriesEvents(changed, view) }))
}

/** A calendar without any component is none (RFC 5545, 3.6). */
function zoneComponents(zones: ReadonlySet<string>, now: Temporal.Instant): string {
  const year = Number(now.toString().slice(0, 4))
  return [...(zones.size > 0 ? zones : ['UTC'])].map((zone) => zoneComponent(zone, year)).join('')
}

const end = 'END:VCALENDAR\r\n'

export async function withChanges<M extends ChangedMeeting['meeting']>(
  db: Database,
  meetings: M[],
): Promise<{ meeting: M; changes: ChangedMeeting['changes'] }[]> {
  const changes = Map.groupBy(
    await listChanges(
      db,
      meetings.map(({ id }) => id),
    ),
    ({ meetingId }) => meetingId,
  )
  return meetings.map((meeting) => ({ meeting, changes: changes.get(meeting.id) ?? [] }))
}

function isComing(
  { status, pausedUntil, recurrence, zone }: PublishedMeeting,
  now: Temporal.Instant,
): boolean {
  if (status !== 'running' && !(status === 'paused' && pausedUntil)) return false
  if (recurrence?.every !== 'once' || !zone) return true
  const date = Temporal.PlainDate.from(recurrence.date)
  return date.until(now.toZonedDateTimeISO(zone).toPlainDate()).days <= pastDays
}

type Told = AsyncIterable<{ changed: ChangedMeeting; events: string }>

/** A calendar, with each zone before the first event that names it. */
export async function* calendarPieces(
  head: CalendarHead,
  { now }: EventView,
  told: () => Told,
): AsyncGenerator<string> {
  const year = Number(now.toString().slice(0, 4))
  const zones = new Set<string>()
  yield headLines(head)
  for await (const { changed, events } of told()) {
    if (events === '') continue
    const { zone } = changed.meeting
    if (!zones.has(zone)) yield zoneComponent(zone, year)
    zones.add(zone)
    yield events
  }
  if (zones.size === 0) yield zoneComponents(zones, now)
  yield end
}

function headLines({ name, url, source }: CalendarHead): string {
  return [
    'BEGIN:VCALENDAR\r\n',
    line('VERSION', '2.0'),
    line('PRODID', '-//Newleaf//Meetings//EN'),
    line('CALSCALE', 'GREGORIAN'),
    line('NAME', text(name)),
    line('X-WR-CALNAME', text(name)),
    line('URL', uri(url)),
    ...(source ? [line('SOURCE;VALUE=URI', uri(source))] : []),
    line('REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'),
    line('X-PUBLISHED-TTL', 'PT1H'),
  ].join('')
}

/** One meeting, also one that has ended: who has it in a calendar learns of it there. */
export function oneCalendar(
  db: Database,
  meeting: PublishedMeeting,
  site: Site,
  now: Temporal.Instant,
): Making {
  const view = { site, now, words: calendarWords() }
  const url = `${site.origin}/meetings/${meeting.id}`
  const head = { name: meeting.name, url, source: `${url}.ics` }
  return {
    pieces: calendarPieces(head, view, async function* () {
      const timed = [meeting].filter(isTimed)
      for (const changed of await withChanges(db, timed))
        yield { changed, events: seriesEvents(changed, view) }
    }),
  }
}
