import { type Dot, deviceOf, type Stamp, stampOf } from './stamp.rules.ts'
import type { Cell, State } from './state.ts'

type Seen = Record<string, Stamp>

/** Whether a state with this knowledge has taken a write in (and, where it does not show it, replaced it). */
const knows = (seen: Seen, dot: Dot): boolean => (seen[deviceOf(dot)] ?? '') >= stampOf(dot)

function joinSeen(a: Seen, b: Seen): Seen {
  const joined = { ...a }
  for (const [device, stamp] of Object.entries(b)) if (stamp > (joined[device] ?? '')) joined[device] = stamp
  return joined
}

/**
 * Two states of one record as one; the same result whichever comes first. Nothing that one device wrote without knowing of
 * the other's write is lost: scores keep the later one, texts both, and a removal yields to a change it did not know.
 */
export function merge(a: State, b: State): State {
  const seen = joinSeen(a.seen, b.seen)
  const head = a.schema >= b.schema ? a : b
  const whole = { type: head.type, schema: head.schema, seen }
  if (a.removed && b.removed)
    return { ...whole, cells: {}, removed: a.removed > b.removed ? a.removed : b.removed }
  if (a.removed ?? b.removed) {
    const [gone, alive] = a.removed ? [a, b] : [b, a]
    const isKnown = dotsOf(alive).every((dot) => knows(gone.seen, dot))
    return isKnown && gone.removed
      ? { ...whole, cells: {}, removed: gone.removed }
      : { ...whole, cells: alive.cells }
  }
  const cells: Record<string, Cell> = {}
  for (const field of [...new Set([...Object.keys(a.cells), ...Object.keys(b.cells)])].sort()) {
    const cell = mergeCells(a.cells[field], a.seen, b.cells[field], b.seen)
    if (cell) cells[field] = cell
  }
  return { ...whole, cells }
}

function mergeCells(a: Cell | undefined, seenA: Seen, b: Cell | undefined, seenB: Seen): Cell | undefined {
  // A field never goes by itself: where only one side has it, the other never saw it.
  if (!a || !b) return a ?? b
  if (a.k === 'score' && b.k === 'score') return a.w.d >= b.w.d ? a : b
  if (a.k === 'text' && b.k === 'text') {
    const inB = new Set(b.w.map(({ d }) => d))
    const inA = new Set(a.w.map(({ d }) => d))
    const kept = [
      ...a.w.filter(({ d }) => inB.has(d) || !knows(seenB, d)),
      ...b.w.filter(({ d }) => !inA.has(d) && !knows(seenA, d)),
    ]
    // Two devices that wrote the same words wrote one text.
    const texts = new Map(kept.sort((one, two) => (one.d < two.d ? -1 : 1)).map((one) => [one.v, one]))
    return { k: 'text', w: [...texts.values()].sort((one, two) => (one.d < two.d ? 1 : -1)) }
  }
  if ((a.k === 'set' || a.k === 'list') && (b.k === 'set' || b.k === 'list'))
    return mergeSets(a, seenA, b, seenB)
  // A newer schema may merge a field in another way: the later write knows how.
  return latest(a) >= latest(b) ? a : b
}

type SetCell = Extract<Cell, { k: 'set' | 'list' }>

function mergeSets(a: SetCell, seenA: Seen, b: SetCell, seenB: Seen): Cell {
  const w: SetCell['w'] = {}
  // A line that was kept beside another has the same write under another key: that is no removal.
  const [inA, inB] = [a, b].map((cell) => new Set(dotsIn(cell)))
  for (const key of [...new Set([...Object.keys(a.w), ...Object.keys(b.w)])].sort()) {
    const one = a.w[key]
    const two = b.w[key]
    if (one && two) {
      const [later, earlier, seen] = one.d >= two.d ? [one, two, seenA] : [two, one, seenB]
      w[key] = later
      const isReplaced = later.d === earlier.d || knows(seen, earlier.d)
      // Both changed the same line without knowing: the earlier one stays beside it as a line of its own.
      if (!isReplaced && a.k === 'list' && JSON.stringify(later.v) !== JSON.stringify(earlier.v))
        w[`${key}~${earlier.d}`] = earlier
    } else if (one && (inB?.has(one.d) || !knows(seenB, one.d))) w[key] = one
    else if (two && (inA?.has(two.d) || !knows(seenA, two.d))) w[key] = two
  }
  return { k: a.k, w }
}

function dotsOf({ cells }: State): Dot[] {
  return Object.values(cells).flatMap(dotsIn)
}

function dotsIn(cell: Cell): Dot[] {
  if (cell.k === 'score') return [cell.w.d]
  return Object.values(cell.w).map(({ d }) => d)
}

const latest = (cell: Cell): Dot => dotsIn(cell).sort().at(-1) ?? ''

/** The greatest stamp a state knows of. */
export function lastStamp(state: State): Stamp {
  return Object.values(state.seen).sort().at(-1) ?? ''
}
