import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { compressPart, gzipEnd, gzipHead, type Part, type PartFacts } from './gzipPart.ts'
import type { Made } from './make.ts'
import { Spilling } from './spilling.ts'

/** A list in pieces that change by themselves. */
export interface Composing<Facts> {
  /** Each piece, in order, with something that is another when the piece may be another. */
  prints: () => Promise<{ id: string; print: string }[]>
  make: (id: string) => Promise<{ text: string; facts: Facts }>
  /** What stands before, between and behind the pieces that have a text; made each time, from the facts of all. */
  head: (facts: Facts[]) => string
  between: string
  end: (facts: Facts[]) => string
  headers: (facts: Facts[]) => Record<string, string>
}

interface Kept<Facts> extends PartFacts {
  print: string
  facts: Facts
  /** Where its bytes stand in the list that was made last. */
  at: number
}

interface Before {
  made: Made
  parts: Map<string, Kept<unknown>>
}

/** The whole list in each format, and what the programs of other sites ask most. */
const mostLists = 8

/** The lists that were made last, by what they are lists of: the database of one site. */
const lists = new WeakMap<object, Map<string, Before>>()

/**
 * Makes a list of the pieces it had and those that changed: of forty thousand meetings one change costs a hundred of
 * them, not all. Like every list it goes out when the whole of it is there.
 */
export async function composeList<Facts>(of: object, key: string, list: Composing<Facts>): Promise<Made> {
  const known = lists.get(of) ?? new Map<string, Before>()
  lists.set(of, known)
  const before = known.get(key)
  const source = before && (await openMade(before.made))
  try {
    const fresh = new Map<string, Part>()
    const parts = new Map<string, Kept<Facts>>()
    for (const { id, print } of await list.prints()) {
      const old = source && (before?.parts.get(id) as Kept<Facts> | undefined)
      if (old?.print === print) {
        parts.set(id, old)
        continue
      }
      const { text, facts } = await list.make(id)
      const part = await compressPart(text)
      fresh.set(id, part)
      const { deflated: _, ...rest } = part
      parts.set(id, { ...rest, print, facts, at: 0 })
    }
    const made = await assemble(list, parts, (id, part) => fresh.get(id)?.deflated ?? source?.read(part))
    known.delete(key)
    known.set(key, { made: made.made, parts: made.parts })
    for (const old of [...known.keys()].slice(0, -mostLists)) known.delete(old)
    return made.made
  } finally {
    await source?.close()
  }
}

type Read<Facts> = (id: string, part: Kept<Facts>) => Buffer | Promise<Buffer | undefined> | undefined

async function assemble<Facts>(list: Composing<Facts>, parts: Map<string, Kept<Facts>>, read: Read<Facts>) {
  const facts = [...parts.values()].map((part) => part.facts)
  const between = await compressPart(list.between)
  const hash = createHash('sha256')
  const into = new Spilling()
  const written: PartFacts[] = []
  let at = gzipHead.length
  const add = async (part: PartFacts, deflated: Buffer) => {
    hash.update(part.hash)
    into.add(deflated)
    await into.caughtUp()
    written.push(part)
    at += part.bytes
  }
  const addText = async (text: string) => {
    const part = await compressPart(text)
    await add(part, part.deflated)
  }
  try {
    into.add(gzipHead)
    await addText(list.head(facts))
    const placed = new Map<string, Kept<Facts>>()
    let isFirst = true
    for (const [id, part] of parts) {
      if (part.textBytes > 0 && !isFirst && between.bytes > 0) await add(between, between.deflated)
      if (part.textBytes > 0) isFirst = false
      placed.set(id, { ...part, at })
      const deflated = await read(id, part)
      if (deflated?.length !== part.bytes) throw new Error('A piece of a list is not what it was.')
      await add(part, deflated)
    }
    await addText(list.end(facts))
    into.add(gzipEnd(written))
    const bytes = written.reduce((sum, { textBytes }) => sum + textBytes, 0)
    const etag = `W/"${hash.digest('base64url').slice(0, 27)}"`
    return { made: { etag, bytes, gzip: await into.end(), headers: list.headers(facts) }, parts: placed }
  } catch (error) {
    await into.giveUp()
    throw error
  }
}

interface Source {
  read: (part: { at: number; bytes: number }) => Buffer | Promise<Buffer>
  close: () => Promise<void>
}

/** The bytes of a list that was made; undefined when its file is gone. */
async function openMade({ gzip }: Made): Promise<Source | undefined> {
  if (Buffer.isBuffer(gzip))
    return { read: ({ at, bytes }) => gzip.subarray(at, at + bytes), close: async () => {} }
  const file = await open(gzip.path).catch(() => undefined)
  if (!file) return undefined
  return {
    read: async ({ at, bytes }) => {
      const buffer = Buffer.alloc(bytes)
      const { bytesRead } = await file.read(buffer, 0, bytes, at)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}
