import type { Dot, Stamp } from './stamp.rules.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * How two devices' changes of one field become one:
 * `score` the later wins; `text` both versions stay until somebody chooses; `set` what either added stays, what either
 * removed goes; `list` the same for things with an `id` of their own, each replaced as a whole.
 */
export type MergeKind = 'score' | 'text' | 'set' | 'list'

interface Written<T> {
  v: T
  /** The write that it came from. */
  d: Dot
}

export type Cell =
  | { k: 'score'; w: Written<Json> }
  | { k: 'text'; w: Written<string>[] }
  | { k: 'set' | 'list'; w: Record<string, Written<Json>> }

/** A record as it is sealed: what it says, and which writes it has taken in. */
export interface State {
  type: string
  schema: number
  /** Device -> the latest of its writes that this state includes. */
  seen: Record<string, Stamp>
  cells: Record<string, Cell>
  /** The write that removed it: no cells are left. */
  removed?: Dot
}
