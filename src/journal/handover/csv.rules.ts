import type { JournalRecord } from '../records/edit.rules.ts'
import type { Json } from '../records/state.ts'
import { answersOf } from '../thinking/sheet.rules.ts'

type Fields = Record<string, Json>
export interface Imported {
  type: string
  fields: Fields
}

/** Everything as one table: a line an entry, its kind, its moment, and its fields as JSON where they are more than a text. */
export function csvOf(records: Pick<JournalRecord, 'type' | 'fields'>[]): string {
  const lines = records.map(({ type, fields }) => {
    const { at, on, ...entry } = fields
    const others: Fields =
      type === 'sheet' ? { sheet: entry.sheet ?? null, answers: answersOf(entry) } : entry
    return [type, String(at ?? on ?? ''), ...columns.map((name) => cell(others[name]))]
  })
  return [['type', 'at', ...columns], ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')
}

const columns = [
  'levels',
  'mood',
  'bed',
  'asleep',
  'awakeMinutes',
  'up',
  'strength',
  'trigger',
  'place',
  'helped',
  'minutes',
  'used',
  'technique',
  'symptom',
  'before',
  'after',
  'product',
  'amount',
  'learnt',
  'signs',
  'scale',
  'sheet',
  'answers',
  'technique',
  'symptom',
  'before',
  'after',
  'note',
] as const

function cell(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A spreadsheet takes a cell that begins with = + - or @ for a formula: an apostrophe keeps it a text. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Reads a table with quotes, commas and line ends inside quotes. */
export function tableOf(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let field = ''
  let inQuotes = false
  const source = text.replace(/^\uFEFF/, '')
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (inQuotes) {
      if (sign !== '"') field += sign
      else if (source[at + 1] === '"') {
        field += '"'
        at++
      } else inQuotes = false
    } else if (sign === '"') inQuotes = true
    else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(field.replace(/\r$/, ''))
      field = ''
      if (sign === '\n') rows.push([])
    } else field += sign
  }
  rows.at(-1)?.push(field.replace(/\r$/, ''))
  const [head = [], ...lines] = rows.filter((row) => row.some((one) => one !== ''))
  return lines.map((line) =>
    Object.fromEntries(head.map((name, index) => [name.trim().toLowerCase(), line[index] ?? ''])),
  )
}

/** What a file of another tracker holds, as entries of ours; `skipped` counts lines that say nothing we keep. */
export function fromTracker(
  text: string,
): { entries: Imported[]; skipped: number; from: 'daylio' | 'bearable' } | undefined {
  const rows = tableOf(text)
  const [first] = rows
  if (!first) return undefined
  if ('full_date' in first && 'mood' in first) return { ...daylio(rows), from: 'daylio' }
  if ('date formatted' in first && 'category' in first) return { ...bearable(rows), from: 'bearable' }
  return undefined
}

/** Daylio's five moods, in its own words. */
const daylioMoods: Record<string, number> = { rad: 10, good: 8, meh: 5, bad: 3, awful: 1 }

function daylio(rows: Record<string, string>[]) {
  const entries = rows.flatMap((row): Imported[] => {
    const day = /^\d{4}-\d\d-\d\d$/.exec(row.full_date ?? '')?.[0]
    if (!day) return []
    const mood = daylioMoods[(row.mood ?? '').toLowerCase()] ?? null
    const note = [row.activities, row.note_title, row.note].filter((part) => part).join(' · ')
    return [
      { type: 'checkin', fields: { at: `${day}T${timeOf(row.time)}`, levels: {}, signs: [], mood, note } },
    ]
  })
  return { entries, skipped: rows.length - entries.length }
}

/** Bearable writes a line for each thing; mood and symptoms are taken, notes are kept as they stand. */
function bearable(rows: Record<string, string>[]) {
  const entries = rows.flatMap((row): Imported[] => {
    const day = /^\d{4}-\d\d-\d\d$/.exec(row['date formatted'] ?? '')?.[0]
    if (!day) return []
    const kind = (row.category ?? '').toLowerCase()
    const rating = Number((row['rating/amount'] ?? '').replace(',', '.'))
    const said = [row.detail, row.notes].filter((part) => part).join(' · ')
    const mood = kind === 'mood' && rating >= 0 && rating <= 10 ? rating : null
    if (mood === null && said === '') return []
    const at = `${day}T${timeOf(row['time of day'])}`
    return [
      {
        type: 'checkin',
        fields: {
          at,
          levels: {},
          signs: [],
          mood,
          note: kind === 'mood' ? said : `${row.category}: ${said}`,
        },
      },
    ]
  })
  return { entries, skipped: rows.length - entries.length }
}

const partsOfDay: Record<string, string> = {
  morning: '08:00',
  am: '08:00',
  midday: '12:00',
  afternoon: '15:00',
  mid: '12:00',
  pm: '19:00',
  evening: '19:00',
  night: '23:00',
}

function timeOf(text = ''): string {
  const [, hours = '', minutes = '', half] = /^(\d{1,2}):(\d\d)\s*([ap]m)?$/i.exec(text.trim()) ?? []
  if (hours === '') return partsOfDay[text.trim().toLowerCase()] ?? '12:00'
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  return hour < 24 ? `${String(hour).padStart(2, '0')}:${minutes}` : '12:00'
}

const known = new Set([
  'settings',
  'checkin',
  'craving',
  'dose',
  'taper',
  'lapse',
  'plan',
  'score',
  'ease',
  'sheet',
])

/** Our own file, written by this journal or another; undefined where it is none. */
export function fromOwnFile(text: string): Imported[] | undefined {
  try {
    const { newleafJournal, records } = JSON.parse(text) as { newleafJournal?: unknown; records?: unknown }
    if (newleafJournal !== 1 || !Array.isArray(records)) return undefined
    return records.flatMap((one: { type?: unknown; fields?: unknown }) =>
      typeof one?.type === 'string' && known.has(one.type) && isFields(one.fields)
        ? [{ type: one.type, fields: one.fields }]
        : [],
    )
  } catch {
    return undefined
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function ownFileOf(records: Pick<JournalRecord, 'type' | 'fields'>[]): string {
  const plain = records.map(({ type, fields }) => ({ type, fields }))
  return JSON.stringify({ newleafJournal: 1, records: plain }, null, 2)
}
