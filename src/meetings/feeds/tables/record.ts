import { clockTime } from '../clock.ts'
import { plainWord } from '../text.ts'
import { daysInWords } from './days.ts'
import type { ColumnMeaning, TableField } from './fields.ts'

type Row = Record<string, string>
type Raw = Record<string, unknown>

const yes = /^(1|y|yes|true|t|x|ja|oui|si|sí|✓|✔)$/i

/** A row in the words of Meeting Guide. Twelve hours and names of days are how tables are written, no mistakes. */
export function rowAsGuide(row: Row, columns: ColumnMeaning[]): Raw {
  const cells = (field: TableField) =>
    columns
      .filter((each) => each.field === field)
      .map(({ column }) => (row[column] ?? '').trim())
      .filter(Boolean)
  const cell = (field: TableField) => cells(field)[0]
  const { start, end } = readRange(cell('time'))
  const day = cell('day')
  const raw: Raw = {
    name: cell('name'),
    group: cell('group'),
    fellowship: cell('fellowship'),
    day: day === undefined ? undefined : (daysInWords(day) ?? day),
    time: start,
    end_time: plainClock(cell('end_time')) ?? end,
    duration: cell('duration'),
    times: cell('times'),
    timezone: cell('timezone'),
    location: cell('location'),
    formatted_address: cell('formatted_address'),
    address: cells('address').join(', ') || undefined,
    city: cell('city') ?? (columns.some(({ field }) => field === 'formatted_address') ? undefined : null),
    state: cell('state'),
    postal_code: cell('postal_code'),
    country: cell('country'),
    regions: cells('region'),
    latitude: cell('latitude'),
    longitude: cell('longitude'),
    location_notes: cells('location_notes').join('\n') || undefined,
    notes: cells('notes').join('\n') || undefined,
    types: typesOf(row, columns, cells('types')),
    conference_url: cell('conference_url'),
    conference_url_notes: cell('conference_url_notes'),
    conference_phone: cell('conference_phone'),
    url: cell('url'),
  }
  return { ...raw, slug: cell('id') ?? idOf(raw) }
}

function typesOf(row: Row, columns: ColumnMeaning[], words: string[]): string[] {
  const said = words.flatMap((text) => text.split(/[,;|]/)).map((word) => word.trim())
  const marked = columns
    .filter(({ column, field }) => field.startsWith('yes_') && yes.test((row[column] ?? '').trim()))
    .map(({ column, field }) => (field === 'yes_tag' ? column : field.slice('yes_'.length)))
  return [...said, ...marked].filter(Boolean)
}

/** "19:30-21:00" in one cell is a start and an end. */
function readRange(text: string | undefined): { start: string | undefined; end?: string | undefined } {
  const parts = /^(.{3,10}?)\s*(?:[-–—]|to|until)\s*(.{3,10})$/.exec(text ?? '')
  const [start, end] = [clockTime(parts?.[1]), clockTime(parts?.[2])]
  return start && end ? { start, end } : { start: plainClock(text) }
}

function plainClock(text: string | undefined): string | undefined {
  return clockTime(text) ?? text
}

/** A table without ids: when, where and under which name a meeting is tells it from the others. */
function idOf(raw: Raw): string {
  const parts = [
    raw.name ?? raw.location,
    raw.day,
    raw.time ?? raw.times,
    raw.location ?? raw.address ?? raw.city,
  ]
  const words = parts.map((part) => plainWord(String(part ?? ''), 80).toLowerCase())
  return (
    words
      .join(' ')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'meeting'
  )
}

/** The column that a field of Meeting Guide came from, so that a line names what stands in the table. */
export function columnNames(columns: ColumnMeaning[]): (field: string) => string {
  const renamed: Record<string, TableField> = { slug: 'id', regions: 'region', end_time: 'end_time' }
  return (field) =>
    columns.find((each) => each.field === (renamed[field] ?? field))?.column ??
    (field === 'end_time' ? columns.find((each) => each.field === 'time')?.column : undefined) ??
    field
}
