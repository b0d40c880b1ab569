import { openCalendar } from './calendar/shape.ts'
import { mostElements } from './limits.ts'
import { bmltShape, guideShape, type Shape } from './shape.ts'
import type { ColumnMeaning } from './tables/fields.ts'
import { isNaws, tsmlColumns } from './tables/known.ts'
import { looksLikeTable, parseTable } from './tables/parse.ts'
import { nawsShape, tableShape } from './tables/shapes.ts'
import { mostRecords, UnknownColumns, UnreadableFeed } from './unreadable.ts'

interface Opened {
  shape: Shape
  records: unknown[]
}

export interface Asking {
  /** For meetings with neither a zone of their own nor coordinates. */
  zone?: string | undefined
  /** What the columns of a table mean; only asked for where it is no table of a known kind. */
  columns?: ColumnMeaning[] | undefined
  /** Events that are over by then are refused. */
  now?: Temporal.Instant | undefined
}

type Raw = Record<string, unknown>

/**
 * Which kind of list a text is, and its records.
 * @throws UnreadableFeed when there is nothing to read record by record, UnknownColumns for a table that nobody described
 */
export function openFeed(text: string, asking: Asking): Opened {
  const trimmed = text.replace(/^\ufeff/, '').trim()
  if (trimmed === '') throw new UnreadableFeed('empty')
  if (trimmed.startsWith('<')) throw new UnreadableFeed('web_page')
  const opened = openAs(trimmed, asking)
  if (opened.records.length === 0) throw new UnreadableFeed('no_records')
  if (opened.records.length > mostRecords) throw new UnreadableFeed('too_many')
  return opened
}

function openAs(text: string, asking: Asking): Opened {
  if (/^begin:vcalendar/i.test(text)) {
    return openCalendar(text, asking)
  }
  if (!/^[[{]/.test(text) && looksLikeTable(text)) return openTable(text, asking)
  return openJson(parseJson(text), asking.zone)
}

function openTable(text: string, { zone, columns }: Asking): Opened {
  const table = parseTable(text, mostRecords)
  if (isNaws(table.columns)) return { shape: nawsShape(zone), records: table.rows }
  const tsml = tsmlColumns(table.columns)
  if (tsml) return { shape: tableShape('tsml', tsml, zone), records: table.rows }
  const known = columns?.filter(({ column }) => table.columns.includes(column))
  // A table whose columns were named anew means something else by now.
  if (!known || known.length === 0 || known.length < (columns?.length ?? 0)) throw new UnknownColumns()
  return { shape: tableShape('table', known, zone), records: table.rows }
}

function parseJson(text: string): unknown {
  if (mostElements(text) > mostRecords * 20) throw new UnreadableFeed('too_many')
  try {
    return JSON.parse(text)
  } catch (fault) {
    const message = fault instanceof SyntaxError ? fault.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? -1)
    const isCut = /unexpected end|unterminated/i.test(message) || position >= text.length
    throw new UnreadableFeed(isCut ? 'truncated' : 'not_json')
  }
}

function openJson(value: unknown, zone: string | undefined): Opened {
  const wrapped = typeof value === 'object' && value !== null ? (value as Raw) : {}
  const records = Array.isArray(value) ? value : wrapped.meetings
  if (!Array.isArray(records)) throw new UnreadableFeed('not_a_list')
  if (records.length === 0) throw new UnreadableFeed('no_records')
  const isObject = (each: unknown): each is Raw => typeof each === 'object' && each !== null
  const objects = records.filter(isObject).slice(0, 100)
  if (objects.some((each) => 'id_bigint' in each)) return { shape: bmltShape(wrapped.formats, zone), records }
  if (!objects.some((each) => ['slug', 'day', 'time', 'times'].some((field) => field in each))) {
    throw new UnreadableFeed('not_meetings')
  }
  return { shape: guideShape(zone), records }
}
