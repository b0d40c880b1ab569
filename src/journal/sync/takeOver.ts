import type { Book } from '../book/book.ts'
import { canonical, type Held } from '../book/held.ts'
import { merge } from '../records/merge.rules.ts'
import type { State } from '../records/state.ts'
import { randomBytes, toBase64Url, utf8 } from '../seal/bytes.ts'
import type { Head } from './syncState.ts'
import type { Verified } from './verify.ts'

/** Above this a merged record would soon not fit into a blob any more. */
const roomyBytes = 15_500

/** What a verified answer makes of the records here. Call it within `exclusive`. */
export async function takeOver(book: Book, { opened }: Verified): Promise<Map<string, Held>> {
  const changes = new Map<string, Held>()
  for (const { entry, text } of opened) {
    const theirs = JSON.parse(text) as State
    const mine = await book.fresh(entry.id)
    const merged = mine ? merge(mine.state, theirs) : theirs
    const [state, ...kept] = spill(merged, entry.id)
    if (!state) continue
    const dirty = canonical(state) !== canonical(theirs)
    changes.set(entry.id, { state, rev: entry.rev, hash: entry.hash, dirty })
    for (const extra of kept)
      changes.set(toBase64Url(randomBytes(16)), { state: extra, rev: 0, hash: '', dirty: true })
  }
  return changes
}

/** Records that no manifest lists any more: removed elsewhere, so long ago that the removal itself was forgotten. */
export async function forgotten(book: Book, known: Head, head: Head): Promise<Map<string, Held | undefined>> {
  const listed = new Set(head.entries.map(({ id }) => id))
  const changes = new Map<string, Held | undefined>()
  for (const { id } of known.entries) {
    if (listed.has(id)) continue
    const mine = await book.fresh(id)
    if (!mine) continue
    // What was written here since is worth more than an old removal.
    changes.set(id, mine.dirty && !mine.state.removed ? { ...mine, rev: 0, hash: '' } : undefined)
  }
  return changes
}

/** When versions of a text outgrow one record, the older ones move into records of their own: nothing is cut off. */
function spill(state: State, id: string): State[] {
  if (utf8(JSON.stringify(state)).length <= roomyBytes) return [state]
  const lean: State = { ...state, cells: { ...state.cells } }
  const kept: State[] = []
  for (const [field, cell] of Object.entries(state.cells)) {
    if (cell.k !== 'text' || cell.w.length < 2) continue
    const [first, ...others] = cell.w
    if (!first) continue
    lean.cells[field] = { k: 'text', w: [first] }
    for (const { v, d } of others)
      kept.push({
        type: 'kept',
        schema: 1,
        seen: { ...state.seen },
        cells: {
          of: { k: 'score', w: { v: id, d } },
          field: { k: 'score', w: { v: field, d } },
          text: { k: 'text', w: [{ v, d }] },
        },
      })
  }
  return [lean, ...kept]
}
