import { readBmltFormats, readBmltRecord } from './bmlt.ts'
import { readMeetingGuideRecord } from './meetingGuide.ts'
import { brief, type FeedMeeting, type Line, type Mend, type Reading, RefusedRecord } from './record.ts'

/** Why a whole feed cannot be read; each is a sentence `unreadable.<name>` in the catalogue. */
export type Unreadable =
  | 'empty'
  | 'not_json'
  | 'truncated'
  | 'web_page'
  | 'not_a_list'
  | 'no_records'
  | 'not_meetings'

export class UnreadableFeed extends Error {
  readonly reason: Unreadable
  constructor(reason: Unreadable) {
    super(reason)
    this.reason = reason
  }
}

type Raw = Record<string, unknown>

/**
 * Reads a Meeting Guide or a BMLT feed. Every record ends up in `meetings` or has a line that says why not;
 * every change to a record has a line too.
 * @throws UnreadableFeed when there is nothing to read record by record.
 */
export function readFeed(text: string, feedZone?: string): Reading {
  const { format, records, formats } = recognise(parse(text))
  const lines: Line[] = []
  const meetings: FeedMeeting[] = []
  const known = new Map<string, string>()
  const bmltFormats = readBmltFormats(formats)

  records.forEach((raw, index) => {
    const record = index + 1
    const name = nameOf(raw)
    const line = (action: Line['action'], field: string, why: Line['why'], was?: unknown, became?: unknown) =>
      lines.push({
        action,
        record,
        name,
        field,
        why,
        ...(was === undefined ? {} : { was: brief(was) }),
        ...(became === undefined ? {} : { became: brief(became) }),
      })
    const mend: Mend = (...about) => line('mended', ...about)
    try {
      if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
        throw new RefusedRecord('record', 'not_a_record', raw)
      }
      const meeting =
        format === 'bmlt'
          ? readBmltRecord(raw as Raw, bmltFormats, feedZone, mend)
          : readMeetingGuideRecord(raw as Raw, feedZone, mend)
      meetings.push(withOwnId(meeting, known, mend))
    } catch (refusal) {
      if (!(refusal instanceof RefusedRecord)) throw refusal
      line('refused', refusal.field, refusal.why, refusal.was)
    }
  })
  return { format, records: records.length, meetings, lines }
}

/** Two records under one id: the same twice is refused, different ones are told apart by their day and time. */
function withOwnId(meeting: FeedMeeting, known: Map<string, string>, mend: Mend): FeedMeeting {
  const { externalId, ...rest } = meeting
  const content = JSON.stringify(rest)
  const before = known.get(externalId)
  if (before === undefined) {
    known.set(externalId, content)
    return meeting
  }
  const days =
    meeting.recurrence?.every === 'week' ? meeting.recurrence.days.join('') : meeting.recurrence?.every
  const renamed = `${externalId}~${days ?? ''}-${meeting.time ?? ''}`
  if (before === content || known.has(renamed)) throw new RefusedRecord('slug', 'slug_repeated', externalId)
  mend('slug', 'slug_renamed', externalId, renamed)
  known.set(renamed, content)
  return { ...meeting, externalId: renamed }
}

function nameOf(raw: unknown): string {
  const { name, meeting_name: bmltName, slug, id_bigint: id } = (raw ?? {}) as Raw
  const given = [name, bmltName, slug, id].find(
    (each) => typeof each === 'string' || typeof each === 'number',
  )
  return given === undefined ? '' : brief(given)
}

function parse(text: string): unknown {
  const trimmed = text.replace(/^\ufeff/, '').trim()
  if (trimmed === '') throw new UnreadableFeed('empty')
  if (trimmed.startsWith('<')) throw new UnreadableFeed('web_page')
  try {
    return JSON.parse(trimmed)
  } catch (fault) {
    const message = fault instanceof SyntaxError ? fault.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? -1)
    const isCut = /unexpected end|unterminated/i.test(message) || position >= trimmed.length
    throw new UnreadableFeed(isCut ? 'truncated' : 'not_json')
  }
}

function recognise(value: unknown): Pick<Reading, 'format'> & { records: unknown[]; formats: unknown } {
  const wrapped = typeof value === 'object' && value !== null ? (value as Raw) : {}
  const records = Array.isArray(value) ? value : wrapped.meetings
  if (!Array.isArray(records)) throw new UnreadableFeed('not_a_list')
  if (records.length === 0) throw new UnreadableFeed('no_records')
  const isObject = (each: unknown): each is Raw => typeof each === 'object' && each !== null
  const objects = records.filter(isObject).slice(0, 100)
  if (objects.some((each) => 'id_bigint' in each))
    return { format: 'bmlt', records, formats: wrapped.formats }
  if (!objects.some((each) => ['slug', 'day', 'time', 'times'].some((field) => field in each))) {
    throw new UnreadableFeed('not_meetings')
  }
  return { format: 'meeting_guide', records, formats: undefined }
}
