import type { Book } from '../book/book.ts'
import { canonical, type Held } from '../book/held.ts'
import { sealBlob } from '../seal/blob.ts'
import { fromBase64Url, randomBytes, toBase64Url, utf8 } from '../seal/bytes.ts'
import {
  manifestId,
  manifestMac,
  manifestSchema,
  pageCount,
  pageOf,
  pageType,
  type Root,
  rootType,
} from '../seal/manifest.ts'
import { newOpId, type Write } from './server.ts'
import type { Head, Pending } from './syncState.ts'
import { hashOf } from './verify.ts'

/** Few enough that a batch with its pages stays below what the server takes in one request. */
const recordsInBatch = 60
const bytesInBatch = 60_000

/**
 * Seals what has not been sent, with the manifest that will be true once it is accepted. The revisions are known
 * beforehand: a vault counts 1, 2, 3 …, and a batch is only accepted when nobody else wrote since.
 * @param today days since 1970
 */
export async function makeBatch(
  book: Book,
  head: Head,
  device: string,
  today: number,
): Promise<Pending | undefined> {
  const chosen = choose(book.held)
  if (chosen.length === 0) return undefined
  const writes: Write[] = []
  const marks: Pending['marks'] = []
  const entries = new Map(head.entries.map((entry) => [entry.id, entry]))
  const pagesTouched = new Set<number>()
  const add = async (
    id: Uint8Array,
    type: string,
    schema: number,
    baseRev: number,
    text: string,
    gone = false,
  ) => {
    const recordId = new Uint8Array(id)
    const blob = await sealBlob(book.keys, { recordId, type, schema, baseRev }, utf8(text))
    writes.push({
      opId: newOpId(),
      recordId: toBase64Url(id),
      baseRev,
      blob: toBase64Url(blob),
      ...(gone ? { gone: true as const } : {}),
    })
    return { rev: head.rev + writes.length, hash: await hashOf(blob) }
  }

  for (const [id, { state, rev }] of chosen) {
    const bytes = fromBase64Url(id)
    const done = await add(bytes, state.type, state.schema, rev, JSON.stringify(state), !!state.removed)
    const { type, schema } = state
    entries.set(id, { id, ...done, type, schema, ...(state.removed ? { goneOn: today } : {}) })
    marks.push({ id, ...done, was: canonical(state) })
    pagesTouched.add(pageOf(bytes))
  }

  const pages = Array.from({ length: pageCount }, (_, page) => head.pages[page] ?? null)
  const byPage = Map.groupBy(entries.values(), ({ id }) => pageOf(fromBase64Url(id)))
  for (const page of pagesTouched) {
    const listed = JSON.stringify(byPage.get(page) ?? [])
    const { rev, hash } = await add(
      await manifestId(book.keys, page),
      pageType,
      manifestSchema,
      pages[page]?.[0] ?? 0,
      listed,
    )
    pages[page] = [rev, hash]
  }

  const seq = head.seq + 1
  const rev = head.rev + writes.length + 1
  const writers = { ...head.writers, [device]: `${seq}.${toBase64Url(randomBytes(6))}` }
  const mac = await manifestMac(book.keys, { seq, rev, prev: head.hash }, entries.values())
  const root: Root = { seq, rev, prev: head.hash, writers, pages, mac }
  const { hash } = await add(
    await manifestId(book.keys),
    rootType,
    manifestSchema,
    head.rev,
    JSON.stringify(root),
  )
  const next: Head = { seq, rev, hash, writers, pages, entries: [...entries.values()] }
  return { writes, revisions: writes.map((_, at) => head.rev + 1 + at), marks, next }
}

function choose(held: Map<string, Held>): [string, Held][] {
  const chosen: [string, Held][] = []
  let bytes = 0
  for (const [id, one] of held) {
    if (!one.dirty) continue
    bytes += JSON.stringify(one.state).length
    if (chosen.length > 0 && (chosen.length >= recordsInBatch || bytes > bytesInBatch)) break
    chosen.push([id, one])
  }
  return chosen
}
