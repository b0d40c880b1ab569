import { CsvError, parse } from 'csv-parse/sync'
import { UnreadableFeed } from '../unreadable.ts'

export interface Table {
  columns: string[]
  rows: Record<string, string>[]
}

const separators = [',', ';', '\t', '|']
const mostColumns = 200

/** Whether a text looks like rows of cells: a first line with at least three of them, and another line. */
export function looksLikeTable(text: string): boolean {
  const [first = '', ...rest] = text.slice(0, 20_000).split(/\r?\n/, 2)
  return rest.length > 0 && first.split(separatorOf(first)).length >= 3
}

function separatorOf(line: string): string {
  const count = (separator: string) => line.split(separator).length
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best))
}

/**
 * The rows of a table under the names of its columns.
 * @param most rows; one more is read, so that too many can be told from just enough
 */
export function parseTable(text: string, most: number): Table {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? ''),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: most + 2,
    })
    const [head = [], ...body] = rows
    const columns = namesOf(head.slice(0, mostColumns))
    return {
      columns,
      rows: body.map((cells) => Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']))),
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    throw new UnreadableFeed(fault.code === 'CSV_QUOTE_NOT_CLOSED' ? 'truncated' : 'not_table')
  }
}

/** Every column has a name, and each a different one. */
function namesOf(head: string[]): string[] {
  const seen = new Map<string, number>()
  return head.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 80).toWellFormed() || `Column ${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** The head and first rows, to be looked at later. */
export function sampleOf(text: string): string {
  const limit = 400_000
  // Cut at the end of a line; a cell with line ends in it costs the last row.
  const part = text.length > limit ? text.slice(0, limit).replace(/[^\n]*$/, '') : text
  const { columns, rows } = parseTable(part, 40)
  const line = (cells: string[]) =>
    cells.map((cell) => `"${cell.slice(0, 300).replaceAll('"', '""')}"`).join(',')
  return [columns, ...rows.slice(0, 40).map((row) => columns.map((name) => row[name] ?? ''))]
    .map(line)
    .join('\n')
}
