import { createHash } from 'node:crypto'

/** What the public log says of one decision. A date, no hour; a letter, no name; nobody's words. */
export interface LogEntry {
  number: string
  onDate: Temporal.PlainDate
  what: string
  category: string
  keeper: string
  previous: Buffer
  hash: Buffer
}

export const beginning: Buffer = Buffer.alloc(32)

/** SHA-256 over the hash of the entry before and what this one says. */
export function hashOf(entry: Omit<LogEntry, 'hash'>): Buffer {
  const { number, onDate, what, category, keeper, previous } = entry
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([number, onDate.toString(), what, category, keeper]))
    .digest()
}

/** @param before the entry before the first of these. @returns the number of the first that is not what it was */
export function firstBroken(entries: LogEntry[], before?: LogEntry): string | undefined {
  let previous = before?.hash ?? beginning
  let number = BigInt(before?.number ?? 0) + 1n
  for (const entry of entries) {
    const stands =
      BigInt(entry.number) === number && entry.previous.equals(previous) && hashOf(entry).equals(entry.hash)
    if (!stands) return entry.number
    previous = entry.hash
    number += 1n
  }
  return undefined
}

/** One entry as the public page shows it and as people write it down: `12:0f3a…`, or `12 · 0f3a…`. */
export interface Seen {
  number: string
  fingerprint: string
}

export function readSeen(written: string): Seen | undefined {
  const [, number, fingerprint] = /^\s*([1-9]\d{0,17})\s*[:·]?\s*([0-9a-f]{64})\s*$/i.exec(written) ?? []
  return number && fingerprint ? { number, fingerprint: fingerprint.toLowerCase() } : undefined
}
