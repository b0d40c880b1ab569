import type { Book } from '../book/book.ts'
import { canonical, type Held } from '../book/held.ts'
import { blobSizes, sealBlob } from '../seal/blob.ts'
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
  writePage,
} from '../seal/manifest.ts'
import { newOpId, type Write } from './server.ts'
import type { Head, Pending } from './syncState.ts'
import { hashOf, tombstoneDays } from './verify.ts'

/** Blobs of one request, before base64; with what stands around them it stays below the 240 KiB a server takes. */
const bytesInBatch = 150_000
const recordsInBatch = 60
/** The most that a blob holds. */
const largestText = 16_380
/** What a line of a page takes at most. */
const bytesOfEntry = 110
/** A removal is struck off the list a week after the server may have forgotten it. */
const listedDays = tombstoneDays + 7

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
  const chosen = choose(book.held, head)
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
    const all = byPage.get(page) ?? []
    const over = all.filter(({ goneOn }) => goneOn !== undefined && goneOn <= today - listedDays)
    for (const { id } of over) entries.delete(id)
    const listed = writePage(all.filter((entry) => !over.includes(entry)))
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

/** Page by page, so that a batch changes few of them. */
function choose(held: Map<string, Held>, { entries }: Head): [string, Held][] {
  const listed = Map.groupBy(entries, ({ id }) => id[0])
  const pages = new Set<string | undefined>()
  const chosen: [string, Held][] = []
  let bytes = 0
  // The first letter of an id is its first six bits.
  const waiting = [...held].filter(([, { dirty }]) => dirty).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [id, one] of waiting) {
    const text = utf8(JSON.stringify(one.state)).length
    // What three devices made of one record may be too much for a blob: it waits here, and holds nothing else up.
    if (text > largestText) continue
    bytes += blobBytes(text)
    if (!pages.has(id[0]))
      bytes += blobBytes(((listed.get(id[0])?.length ?? 0) + recordsInBatch) * bytesOfEntry)
    if (chosen.length > 0 && (chosen.length >= recordsInBatch || bytes > bytesInBatch)) break
    pages.add(id[0])
    chosen.push([id, one])
  }
  return chosen
}

/** How long the blob of so many bytes of text is. */
function blobBytes(text: number): number {
  return blobSizes.find((size) => size >= text + 49) ?? blobSizes.at(-1) ?? 0
}
