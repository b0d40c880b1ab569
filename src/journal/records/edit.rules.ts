import { type Dot, deviceOf, firstStamp, msOf, stampOf } from './stamp.rules.ts'
import type { Cell, Json, MergeKind, State } from './state.ts'

/** A record as the screens see it. */
export interface JournalRecord {
  /** 16 random bytes, base64url; it says nothing about what or when. */
  id: string
  type: string
  schema: number
  fields: Record<string, Json>
  /** Texts that two devices wrote without knowing of each other, the one shown in `fields` first. */
  versions?: Record<string, string[]>
  /** When it was last changed, on whatever device, in milliseconds. */
  changedAt: number
}

export interface TypeOfRecord {
  schema: number
  /** Fields that are not named merge as `score`. */
  merge: Record<string, MergeKind>
}

/** The record after a change. Fields that are not named stay; one that is `undefined` stays too; null empties it. */
export function edit(
  before: State | undefined,
  fields: Record<string, Json | undefined>,
  type: string,
  kinds: TypeOfRecord,
  dot: Dot,
): State {
  const cells: Record<string, Cell> = before?.removed ? {} : { ...before?.cells }
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const cell = changed(cells[field], kinds.merge[field] ?? 'score', value, dot)
    if (cell) cells[field] = cell
  }
  return {
    type,
    schema: Math.max(kinds.schema, before?.schema ?? 0),
    seen: { ...before?.seen, [deviceOf(dot)]: stampOf(dot) },
    cells,
  }
}

/** One text stays of several versions. */
export function settle(before: State, field: string, text: string, dot: Dot): State {
  return {
    ...before,
    seen: { ...before.seen, [deviceOf(dot)]: stampOf(dot) },
    cells: { ...before.cells, [field]: { k: 'text', w: [{ v: text, d: dot }] } },
  }
}

export function remove(before: State, dot: Dot): State {
  const { type, schema } = before
  return {
    type,
    schema,
    seen: { ...before.seen, [deviceOf(dot)]: stampOf(dot) },
    cells: {},
    removed: dot,
  }
}

export function shown(id: string, state: State): JournalRecord | undefined {
  if (state.removed) return undefined
  const fields: Record<string, Json> = {}
  const versions: Record<string, string[]> = {}
  for (const [field, cell] of Object.entries(state.cells)) {
    if (cell.k === 'text') {
      fields[field] = cell.w[0]?.v ?? ''
      if (cell.w.length > 1) versions[field] = cell.w.map(({ v }) => v)
    } else if (cell.k === 'score') fields[field] = cell.w.v
    else fields[field] = linesOf(cell)
  }
  const last = Object.values(state.seen).sort().at(-1) ?? firstStamp
  return {
    id,
    type: state.type,
    schema: state.schema,
    fields,
    changedAt: msOf(last),
    ...(Object.keys(versions).length > 0 ? { versions } : {}),
  }
}

/** In the order in which they were added, and one that was kept beside another under an id of its own. */
function linesOf(cell: Extract<Cell, { k: 'set' | 'list' }>): Json[] {
  return Object.entries(cell.w)
    .sort(([keyA, a], [keyB, b]) => (a.d < b.d || (a.d === b.d && keyA < keyB) ? -1 : 1))
    .map(([key, { v }]) => (cell.k === 'list' && isThing(v) ? { ...v, id: key } : v))
}

/** The cell with the value, or undefined where it says that already. */
function changed(before: Cell | undefined, kind: MergeKind, value: Json, dot: Dot): Cell | undefined {
  if (kind === 'score')
    return before?.k === 'score' && same(before.w.v, value)
      ? undefined
      : { k: 'score', w: { v: value, d: dot } }
  if (kind === 'text') {
    const text = value === null ? '' : String(value)
    // What is shown was left as it is: that is no choice between two versions.
    if (before?.k === 'text' && before.w[0]?.v === text) return undefined
    return { k: 'text', w: [{ v: text, d: dot }] }
  }
  const old = before?.k === 'set' || before?.k === 'list' ? before.w : {}
  const w: Record<string, { v: Json; d: Dot }> = {}
  for (const one of Array.isArray(value) ? value : []) {
    let key = kind === 'list' && isThing(one) ? String(one.id) : JSON.stringify(one)
    // Two lines of one id are two lines all the same.
    while (kind === 'list' && key in w) key += '~'
    const there = old[key]
    w[key] =
      there && same({ ...wrapped(there.v), id: key }, { ...wrapped(one), id: key })
        ? there
        : { v: one, d: dot }
  }
  return before &&
    same(Object.keys(w).sort(), Object.keys(old).sort()) &&
    Object.keys(w).every((key) => w[key] === old[key])
    ? undefined
    : { k: kind, w }
}

const isThing = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const wrapped = (value: Json): { [key: string]: Json } => (isThing(value) ? value : { value })

function same(a: Json, b: Json): boolean {
  if (isThing(a) && isThing(b)) {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => key in b && same(a[key] ?? null, b[key] ?? null))
    )
  }
  return JSON.stringify(a) === JSON.stringify(b)
}
