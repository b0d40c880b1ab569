import type { Book } from '../book/book.ts'
import { canonical, type Exclusive, type Held } from '../book/held.ts'
import { makeBatch } from './batch.ts'
import type { Stored, VaultServer } from './server.ts'
import { nothingYet, type Pending, type SyncState } from './syncState.ts'
import { forgotten, takeOver } from './takeOver.ts'
import { HostileServer, type TroubleKind, Unreachable } from './trouble.ts'
import { verifyChanges } from './verify.ts'

const syncNote = 'sync'
const triesInARow = 6
const answersInARow = 400
const dayMs = 86_400_000

/** What a screen may say about the sync. */
export interface SyncReport {
  on: boolean
  /** Records with something that was not sent yet. */
  waiting: number
  /** The day (UTC) on which all was last agreed. */
  agreedOn?: string
  trouble?: TroubleKind
}

export type RoundResult = 'off' | 'agreed' | 'unreachable' | 'trouble' | 'no-vault' | 'full'

interface SyncParts {
  book: Book
  server: VaultServer
  nowMs: () => number
  /** One round at a time, across tabs. Another lock than the book's. */
  oneRound: Exclusive
}

/** Brings this device and the vault together, as often as somebody calls `round`. */
export class Sync {
  private readonly parts: SyncParts

  constructor(parts: SyncParts) {
    this.parts = parts
  }

  async report(): Promise<SyncReport> {
    const { on, agreedOn, trouble } = await this.state()
    const waiting = [...this.parts.book.held.values()].filter(({ dirty }) => dirty).length
    return { on, waiting, ...(agreedOn ? { agreedOn } : {}), ...(trouble ? { trouble } : {}) }
  }

  /** From now on rounds do something. The vault must be there. */
  turnOn(): Promise<void> {
    return this.change((state) => ({ ...state, on: true }))
  }

  turnOff(): Promise<void> {
    return this.change((state) => ({ ...state, on: false }))
  }

  /** The vault on the server goes; what is here stays, and could be sent to a new one. */
  async erase(): Promise<void> {
    await this.parts.server.erase()
    await this.parts.book.parts.exclusive(async () => {
      const { book } = this.parts
      const changes = new Map<string, Held | undefined>()
      for (const [id, held] of book.held)
        changes.set(id, held.state.removed ? undefined : { ...held, rev: 0, hash: '', dirty: true })
      await book.keep(changes, [await book.sealNote(syncNote, { on: false, head: nothingYet })])
    })
  }

  /**
   * After trouble, when the person says so: takes what the server shows for a beginning, merges it with all that is here,
   * and sends what it lacks. Nothing here is lost by it; whether the server shows all there ever was cannot be known.
   */
  joinAgain(): Promise<void> {
    const { book } = this.parts
    return book.parts.exclusive(async () => {
      const changes = new Map<string, Held>()
      for (const [id, held] of book.held) changes.set(id, { ...held, rev: 0, hash: '', dirty: true })
      await book.renameDevice()
      await book.keep(changes, [await book.sealNote(syncNote, { on: true, head: nothingYet })])
    })
  }

  /** After trouble: asks once more. What made the trouble is found again if it is still there. */
  tryAgain(): Promise<void> {
    return this.change(({ trouble: _, ...state }) => state)
  }

  /** Sends what waits, fetches what is new, merges, until both sides agree. Never throws for what a server does. */
  round(): Promise<RoundResult> {
    return this.parts.oneRound(async () => {
      const state = await this.state()
      if (!state.on) return 'off'
      if (state.trouble) return 'trouble'
      try {
        return await this.untilAgreed()
      } catch (error) {
        if (error instanceof Unreachable) return error.status === 413 ? 'full' : 'unreachable'
        if (!(error instanceof HostileServer)) throw error
        await this.change((now) => ({ ...now, trouble: error.kind }))
        return 'trouble'
      }
    })
  }

  private async untilAgreed(): Promise<RoundResult> {
    for (let overtaken = 0; overtaken < triesInARow; ) {
      const sent = await this.resend()
      const pulled = await this.pull()
      if (pulled === 'no-vault') return 'no-vault'
      if (sent === 'stale') {
        // Refused as overtaken, and yet nothing overtook it: the server forgot what it once confirmed.
        if (pulled === 'nothing') throw new HostileServer('rollback')
        overtaken++
      }
      if (await this.prepare()) continue
      await this.change((state) => ({ ...state, agreedOn: this.day() }))
      return 'agreed'
    }
    return 'unreachable'
  }

  /** Sends the batch that waits for its answer, as it was. */
  private async resend(): Promise<'nothing' | 'sent' | 'stale'> {
    const { pending } = await this.state()
    if (!pending) return 'nothing'
    const answer = await this.parts.server.write(pending.writes)
    if (answer === 'stale') {
      const { device } = await this.parts.book.clock()
      await this.change(({ pending: gone, ...state }) => {
        const mark = gone?.next.writers[device]
        return { ...state, ...(mark ? { unanswered: mark } : {}) }
      })
      return 'stale'
    }
    if (answer.revisions.join() !== pending.revisions.join()) throw new HostileServer('altered')
    await this.agree(pending)
    return 'sent'
  }

  private agree({ marks, next }: Pending): Promise<void> {
    const { book } = this.parts
    return book.parts.exclusive(async () => {
      const { pending: _, unanswered: __, ...state } = await this.state()
      const changes = await forgotten(book, state.head, next)
      for (const { id, rev, hash, was } of marks) {
        const held = await book.fresh(id)
        if (held) changes.set(id, { ...held, rev, hash, dirty: canonical(held.state) !== was })
      }
      await book.keep(changes, [await book.sealNote(syncNote, { ...state, head: next })])
    })
  }

  private async pull(): Promise<'new' | 'nothing' | 'no-vault'> {
    const { book } = this.parts
    const { head: known, unanswered } = await this.state()
    const records = await this.fetchSince(known.rev)
    if (!records) {
      if (known.rev > 0) throw new HostileServer('gone')
      return 'no-vault'
    }
    if (records.length === 0) return 'nothing'
    const { device } = await book.clock()
    const verified = await verifyChanges(book.keys, known, { device, unanswered }, records, this.today())
    await book.parts.exclusive(async () => {
      const changes = new Map<string, Held | undefined>([
        ...(await forgotten(book, known, verified.head)),
        ...(await takeOver(book, verified)),
      ])
      const state = await this.state()
      await book.keep(changes, [await book.sealNote(syncNote, { ...state, head: verified.head })])
    })
    return 'new'
  }

  private async fetchSince(rev: number): Promise<Stored[] | undefined> {
    const all: Stored[] = []
    let since = rev
    for (let answers = 0; answers < answersInARow; answers++) {
      const answer = await this.parts.server.changesSince(since)
      if (!answer) return undefined
      if (answer.head < since) throw new HostileServer('rollback')
      all.push(...answer.records)
      const last = answer.records.at(-1)?.rev ?? since
      if (!answer.more) {
        if (last < answer.head) throw new HostileServer('omission')
        return all
      }
      if (last <= since) break
      since = last
    }
    // An answer without an end.
    throw new HostileServer('altered')
  }

  /** Seals a batch of what waits and notes it down before anything is sent. @returns whether there is one */
  private prepare(): Promise<boolean> {
    const { book } = this.parts
    return book.parts.exclusive(async () => {
      const state = await this.state()
      const { device } = await book.clock()
      const pending = await makeBatch(book, state.head, device, this.today())
      if (!pending) return false
      await book.parts.store.write({ notes: [await book.sealNote(syncNote, { ...state, pending })] })
      return true
    })
  }

  private async state(): Promise<SyncState> {
    return (await this.parts.book.readNote<SyncState>(syncNote)) ?? { on: false, head: nothingYet }
  }

  private change(work: (state: SyncState) => SyncState): Promise<void> {
    const { book } = this.parts
    return book.parts.exclusive(async () => {
      const state = await this.state()
      await book.parts.store.write({ notes: [await book.sealNote(syncNote, work(state))] })
    })
  }

  private today = () => Math.floor(this.parts.nowMs() / dayMs)
  private day = () => new Date(this.parts.nowMs()).toISOString().slice(0, 10)
}
