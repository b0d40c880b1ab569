import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/database/index.ts'
import type { IsoDay } from '../../index.ts'
import { type Asked, inPieces } from '../answer/answer.ts'
import type { Composing } from '../answer/compose.ts'
import type { PublishedMeeting, Site } from '../published.ts'
import { publishedMeetings } from '../store.ts'
import type { AskedResults } from './asked.rules.ts'
import { formatRecord } from './formats.ts'
import { partsOf } from './parts.rules.ts'
import { type BmltMeeting, bmltMeeting, onlyFields } from './record.rules.ts'
import { type FoundRecord, findRecords } from './search.store.ts'

const batch = 150

/** The answer to GetSearchResults. @param asked undefined: a question that finds nothing */
export function resultsOf(
  db: Database,
  asked: AskedResults | undefined,
  site: Site,
  now: Temporal.Instant,
): Asked {
  if (!asked) return { pieces: nothing() }
  // What a field says is known when the record is made.
  return asked.field
    ? { pieces: pieces(db, asked, site, now) }
    : inPieces(resultsInPieces(db, asked, site, now))
}

/** A widget asks for five thousand records again after each change of any of them. */
function resultsInPieces(
  db: Database,
  asked: AskedResults,
  site: Site,
  now: Temporal.Instant,
): Composing<Set<string>> {
  const { give, fields } = asked
  let parts = new Map<string, FoundRecord[]>()
  const formatsOf = (used: Set<string>[]) => {
    const codes = new Set(used.flatMap((some) => [...some]))
    return JSON.stringify([...codes].sort().map((code) => formatRecord(code, site.origin)))
  }
  return {
    prints: async () => {
      parts = partsOf(await findRecords(db, asked, now))
      return [...parts].map(([id, records]) => ({ id, print: printOf(records) }))
    },
    make: async (id) => {
      const told = await tell(db, parts.get(id) ?? [], site)
      const codes = told.flatMap(({ formats }) => (formats ?? '').split(',').filter(Boolean))
      const records = told.map((meeting) => JSON.stringify(onlyFields(meeting, fields)))
      return { text: give === 'formats' ? '' : records.join(','), facts: new Set(codes) }
    },
    head: () => (give === 'both' ? '{"meetings":[' : give === 'meetings' ? '[' : ''),
    between: ',',
    end: (used) =>
      give === 'meetings'
        ? ']'
        : give === 'both'
          ? `],"formats":${formatsOf(used)}}`
          : `{"formats":${formatsOf(used)}}`,
    headers: () => ({}),
  }
}

async function* nothing(): AsyncGenerator<string> {
  yield '[]'
}

async function* pieces(
  db: Database,
  asked: AskedResults,
  site: Site,
  now: Temporal.Instant,
): AsyncGenerator<string> {
  const used = new Set<string>()
  const { give } = asked
  if (give !== 'formats') yield give === 'both' ? '{"meetings":[' : '['
  let told = 0
  for await (const meeting of meetingsFor(db, asked, site, now)) {
    for (const code of (meeting.formats ?? '').split(',').filter(Boolean)) used.add(code)
    if (give !== 'formats')
      yield `${told++ > 0 ? ',' : ''}${JSON.stringify(onlyFields(meeting, asked.fields))}`
  }
  const formats = JSON.stringify([...used].sort().map((code) => formatRecord(code, site.origin)))
  yield give === 'meetings' ? ']' : give === 'both' ? `],"formats":${formats}}` : `{"formats":${formats}}`
}

async function* meetingsFor(
  db: Database,
  asked: AskedResults,
  site: Site,
  now: Temporal.Instant,
): AsyncGenerator<BmltMeeting> {
  const { field, page } = asked
  const records = await findRecords(db, asked, now)
  const first = field && page ? (page.number - 1) * page.size : 0
  const last = field && page ? first + page.size : Number.POSITIVE_INFINITY
  let matched = 0
  for (let start = 0; start < records.length && matched < last; start += batch) {
    for (const meeting of await tell(db, records.slice(start, start + batch), site)) {
      if (field && !field.values.includes(meeting[field.key] ?? '')) continue
      if (matched >= first && matched < last) yield meeting
      matched++
    }
  }
}

function printOf(records: FoundRecord[]): string {
  const hash = createHash('sha256')
  for (const { id, slot, day, km, print } of records) hash.update(`${id} ${slot} ${day} ${km} ${print},`)
  return hash.digest('base64url')
}

async function tell(db: Database, records: FoundRecord[], site: Site): Promise<BmltMeeting[]> {
  const byId = new Map<string, PublishedMeeting>()
  const ids = [...new Set(records.map(({ id }) => id))]
  for await (const some of publishedMeetings(db, { ids }))
    for (const meeting of some) byId.set(meeting.id, meeting)
  return records.flatMap(({ id, slot, day, km, miles }) => {
    const meeting = byId.get(id)
    if (!meeting || !isPlaced(meeting)) return []
    const distance = km === null || miles === null ? undefined : { km, miles }
    return [bmltMeeting(meeting, { number: slot, day: day as IsoDay }, site, distance)]
  })
}

function isPlaced(meeting: PublishedMeeting): meeting is PublishedMeeting & { time: string; zone: string } {
  return meeting.time !== null && meeting.zone !== null
}
