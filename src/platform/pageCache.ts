import type { Encoding } from './compress.ts'
import { onTagsChanged } from './database/index.ts'

export interface KeptPage {
  headers: string[]
  body: Buffer
  encoding: Encoding
  /** How often it was served from here. */
  reads: number
}

interface Entry {
  tags: string[]
  bytes: number
  page?: KeptPage
  shared?: object
  until: number
}

/** Says whether what was rendered under these tags is still true when it is put away. */
export interface Ticket {
  tags: string[]
  drawnAt: number
}

/** Longer addresses are made up: kept, their names would take more memory than is counted, and push real pages out. */
const longestKey = 400
const sweepEveryMs = 30_000

/**
 * Rendered pages for guests (whole and compressed, by address, language and encoding) and what members'
 * pages share, kept in memory and dropped by tag when a write commits: here at once, on other nodes by announcement.
 * Least recently used go first when it is full. Losing all of it loses nothing but time.
 */
export class PageCache {
  private readonly entries = new Map<string, Entry>()
  private readonly byTag = new Map<string, Set<string>>()
  private readonly droppedAt = new Map<string, number>()
  private bytes = 0
  private drops = 0
  private sweptMs = 0
  private clearedAt = 0

  constructor(private readonly maxBytes = 4 * 1024 * 1024) {
    onTagsChanged((tags) => this.drop(tags))
  }

  static pageKey(url: string, locale: string, encoding: Encoding): string {
    return `${encoding} ${locale} ${url}`
  }

  findPage(key: string, nowMs: number): KeptPage | undefined {
    this.sweep(nowMs)
    return this.find(key, nowMs)?.page
  }

  /** To be taken before the data is read: a change between reading and keeping then keeps nothing. */
  ticket(tags: string[]): Ticket {
    return { tags, drawnAt: this.drops }
  }

  keepPage(key: string, ticket: Ticket, page: KeptPage, untilMs = Number.POSITIVE_INFINITY): void {
    this.keep(key, ticket, { tags: ticket.tags, bytes: page.body.length + 600, page, until: untilMs })
  }

  /**
   * Whatever pages share, made once until one of its tags changes.
   * @param bytesOf about what it takes in memory
   * @param time when it is, and how long it may be kept at most
   */
  async remember<T extends object>(
    key: string,
    tags: string[],
    make: () => Promise<T>,
    bytesOf: (made: T) => number,
    { nowMs, forSeconds = Number.POSITIVE_INFINITY }: { nowMs: number; forSeconds?: number | undefined },
  ): Promise<T> {
    this.sweep(nowMs)
    const name = `shared ${key}`
    const shared = this.find(name, nowMs)?.shared
    if (shared) return shared as T
    const ticket = this.ticket(tags)
    const made = await make()
    const bytes = bytesOf(made) + 400
    this.keep(name, ticket, { tags, bytes, shared: made, until: nowMs + forSeconds * 1000 })
    return made
  }

  drop(tags: string[]): void {
    this.drops++
    for (const tag of tags) {
      this.droppedAt.set(tag, this.drops)
      for (const key of this.byTag.get(tag) ?? []) this.remove(key)
    }
    // Remembering every tag that ever changed would grow for ever; forgetting them all only costs a few redraws.
    if (this.droppedAt.size > 10_000) this.clear()
  }

  /** After a lost connection to the database: announcements may have been missed. */
  clear(): void {
    this.drops++
    this.clearedAt = this.drops
    this.droppedAt.clear()
    this.entries.clear()
    this.byTag.clear()
    this.bytes = 0
  }

  /** What nobody asks for again would stay until it is full: also the words that somebody looked for. */
  private sweep(nowMs: number): void {
    if (nowMs < this.sweptMs + sweepEveryMs) return
    this.sweptMs = nowMs
    for (const [key, { until }] of this.entries) if (until < nowMs) this.remove(key)
  }

  private find(key: string, nowMs: number): Entry | undefined {
    const entry = this.entries.get(key)
    if (!entry) return undefined
    if (entry.until < nowMs) {
      this.remove(key)
      return undefined
    }
    this.entries.delete(key)
    this.entries.set(key, entry)
    return entry
  }

  private keep(key: string, ticket: Ticket, entry: Entry): void {
    if (ticket.drawnAt < this.clearedAt || key.length > longestKey) return
    if (ticket.tags.some((tag) => (this.droppedAt.get(tag) ?? -1) > ticket.drawnAt)) return
    this.remove(key)
    this.entries.set(key, entry)
    this.bytes += entry.bytes
    for (const tag of entry.tags) {
      const keys = this.byTag.get(tag) ?? new Set()
      keys.add(key)
      this.byTag.set(tag, keys)
    }
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.maxBytes) break
      this.remove(oldest)
    }
  }

  private remove(key: string): void {
    const entry = this.entries.get(key)
    if (!entry) return
    this.entries.delete(key)
    this.bytes -= entry.bytes
    for (const tag of entry.tags) {
      const keys = this.byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.byTag.delete(tag)
    }
  }
}
