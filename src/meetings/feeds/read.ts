import type { Corrections } from './corrections.rules.ts'
import { type Asking, openFeed } from './open.ts'
import {
  brief,
  type FeedMeeting,
  type Line,
  type Mend,
  type Reading,
  type Refusal,
  RefusedRecord,
} from './record.ts'
import type { Raw, Shape } from './shape.ts'

export interface Reads extends Asking {
  /** What was corrected by hand, by what the list calls the record. */
  corrections?: ReadonlyMap<string, Corrections> | undefined
}

/**
 * Reads a list. Every record ends up in `meetings` or has a line that says why not; every change to a record has a line
 * too. A record that is refused as it stands is read once more with what was corrected by hand.
 * @throws UnreadableFeed when there is nothing to read record by record, UnknownColumns
 */
export function readFeed(text: string, asked: Reads | string | undefined = {}): Reading {
  const reads = typeof asked === 'object' ? asked : { zone: asked }
  const { shape, records } = openFeed(text, reads)
  const reading: Reading = {
    format: shape.format,
    records: records.length,
    meetings: [],
    lines: [],
    refusals: [],
    numbers: [],
  }
  const known = new Map<string, string>()
  records.forEach((raw, index) => {
    const outcome = readOne(raw, index + 1, shape, known, reads.corrections)
    reading.lines.push(...outcome.lines)
    if (outcome.meeting) {
      reading.meetings.push(outcome.meeting)
      reading.numbers.push(index + 1)
    }
    if (outcome.refusal) reading.refusals.push(outcome.refusal)
  })
  return { ...reading, refusals: withOwnIds(reading.refusals, known) }
}

interface Outcome {
  lines: Line[]
  meeting?: FeedMeeting
  refusal?: Refusal
}

function readOne(
  raw: unknown,
  record: number,
  shape: Shape,
  known: Map<string, string>,
  corrections: Reads['corrections'],
): Outcome {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  const name = isRecord ? nameOf(shape, raw as Raw) : ''
  const id = isRecord ? shape.idOf(raw as Raw) : ''
  const lines: Line[] = []
  const add = (action: Line['action'], field: string, why: Line['why'], was?: unknown, became?: unknown) =>
    lines.push({
      action,
      record,
      name,
      field,
      why,
      ...(id === '' ? {} : { externalId: id }),
      ...(was === undefined ? {} : { was: brief(was) }),
      ...(became === undefined ? {} : { became: brief(became) }),
    })
  const mend: Mend = (...about) => add('mended', ...about)
  const attempt = (as: unknown): FeedMeeting => {
    if (!isRecord) throw new RefusedRecord('record', 'not_a_record', raw)
    return withOwnId(shape.read(as as Raw, mend), known, mend)
  }
  try {
    return { lines, meeting: attempt(raw) }
  } catch (refusal) {
    if (!(refusal instanceof RefusedRecord)) throw refusal
    const byHand = isRecord && refusal.why !== 'slug_repeated' ? corrections?.get(id) : undefined
    if (byHand) {
      lines.length = 0
      try {
        const meeting = attempt(shape.patch(raw as Raw, byHand))
        add('mended', refusal.field, 'by_hand', refusal.was ?? '')
        return { lines, meeting: { ...meeting, externalId: id } }
      } catch (again) {
        if (!(again instanceof RefusedRecord)) throw again
      }
      lines.length = 0
    }
    add('refused', refusal.field, refusal.why, refusal.was)
    const { field, why, was } = refusal
    const kept = isRecord && why !== 'slug_repeated' && id !== ''
    return { lines, ...(kept ? { refusal: { externalId: id, name, field, why, was, raw } } : {}) }
  }
}

function nameOf(shape: Shape, raw: Raw): string {
  const said = shape.nameOf(raw) ?? raw.slug ?? raw.id
  return typeof said === 'string' || typeof said === 'number' ? brief(said) : ''
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

/** Only a record that alone bears its id can be corrected: else the next reading could not tell which was meant. */
function withOwnIds(refusals: Refusal[], known: Map<string, string>): Refusal[] {
  const times = Map.groupBy(refusals, ({ externalId }) => externalId)
  return refusals.filter(({ externalId }) => !known.has(externalId) && times.get(externalId)?.length === 1)
}

/** Reads a single record that was refused before, with what was corrected by hand. @throws RefusedRecord */
export function readCorrected(raw: Raw, shape: Shape, corrections: Corrections): FeedMeeting {
  return { ...shape.read(shape.patch(raw, corrections), () => {}), externalId: shape.idOf(raw) }
}
