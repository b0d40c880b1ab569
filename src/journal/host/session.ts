import { Book } from '../book/book.ts'
import type { Change, Exclusive } from '../book/held.ts'
import { recordTypes } from '../records/types.ts'
import type { Bytes } from '../seal/bytes.ts'
import { deriveKeys } from '../seal/keys.ts'
import type { DeviceStore } from '../store-on-device/deviceStore.ts'
import { vaultServer } from '../sync/server.ts'
import { type RoundResult, Sync, type SyncReport } from '../sync/sync.ts'

const afterChangeMs = 1500
const everyMs = 5 * 60_000
const firstPauseMs = 15_000
const longestPauseMs = 10 * 60_000

export interface SessionParts {
  secret: Bytes
  store: DeviceStore
  fetcher: typeof fetch
  nowMs: () => number
  exclusive: Exclusive
  oneRound: Exclusive
  onChange: (change: Change, ids: string[]) => void
  onSync: (report: SyncReport) => void
}

/** An open journal and its sync, for as long as it is open. The secret stays here, in the worker. */
export class Session {
  readonly secret: Bytes
  readonly book: Book
  readonly sync: Sync
  private readonly parts: SessionParts
  private timer: ReturnType<typeof setTimeout> | undefined
  private pauseMs = firstPauseMs
  private ended = false

  private constructor(parts: SessionParts, book: Book) {
    this.parts = parts
    this.secret = parts.secret
    this.book = book
    const server = vaultServer(book.keys, parts.fetcher)
    this.sync = new Sync({ book, server, nowMs: parts.nowMs, oneRound: parts.oneRound })
  }

  /** Throws SealBroken when the secret is not that of what is in the store. */
  static async open(parts: SessionParts): Promise<Session> {
    const { store, nowMs, exclusive } = parts
    let session: Session | undefined
    const book = await Book.open({
      keys: await deriveKeys(parts.secret),
      store,
      types: recordTypes,
      nowMs,
      exclusive,
      onChange: (change, ids) => {
        parts.onChange(change, ids)
        // A change that came from elsewhere (no ids) is not ours to send.
        if (ids.length > 0) session?.roundIn(afterChangeMs)
      },
    })
    session = new Session(parts, book)
    return session
  }

  /** A round now; a screen hears how it went. Later rounds follow by themselves. */
  async round(): Promise<RoundResult> {
    const result = await this.sync.round()
    if (this.ended) return result
    this.parts.onSync(await this.sync.report())
    if (result === 'agreed') {
      this.pauseMs = firstPauseMs
      const { waiting } = await this.sync.report()
      this.roundIn(waiting > 0 ? afterChangeMs : everyMs)
    } else if (result === 'unreachable') {
      this.roundIn(this.pauseMs)
      this.pauseMs = Math.min(longestPauseMs, this.pauseMs * 2)
    }
    return result
  }

  roundIn(ms: number): void {
    clearTimeout(this.timer)
    if (!this.ended) this.timer = setTimeout(() => void this.round(), ms)
  }

  end(): void {
    this.ended = true
    clearTimeout(this.timer)
    this.secret.fill(0)
  }
}
