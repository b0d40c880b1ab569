import { edit, type JournalRecord, remove, settle, shown, type TypeOfRecord } from '../records/edit.rules.ts'
import { lastStamp } from '../records/merge.rules.ts'
import { type Dot, dotOf, firstStamp, nextStamp, type Stamp } from '../records/stamp.rules.ts'
import type { Json, State } from '../records/state.ts'
import { openRow, sealRow } from '../seal/atRest.ts'
import { randomBytes, toBase64Url, utf8 } from '../seal/bytes.ts'
import type { VaultKeys } from '../seal/keys.ts'
import type { DeviceStore, Row } from '../store-on-device/deviceStore.ts'
import type { Change, Exclusive, Held } from './held.ts'

/** What a screen hands over to be kept. Without an id it is a new record. */
export interface Writing {
  id?: string
  type: string
  fields: Record<string, Json | undefined>
}

/** A single record may take this many bytes; two that two devices wrote still fit into one sealed blob. */
const largestRecord = 7500

/** Too much text for one record. Says how many bytes there were. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

interface Clock {
  device: string
  last: Stamp
}

interface BookParts {
  keys: VaultKeys
  store: DeviceStore
  types: Record<string, TypeOfRecord>
  nowMs: () => number
  exclusive: Exclusive
  /** Told after every change. @param ids of the records, for other tabs */
  onChange: (change: Change, ids: string[]) => void
}

const clockNote = 'clock'

/** An unlocked journal: every record in memory, every change sealed on the device before it is told. */
export class Book {
  readonly keys: VaultKeys
  readonly parts: BookParts
  readonly held = new Map<string, Held>()

  private constructor(parts: BookParts) {
    this.keys = parts.keys
    this.parts = parts
  }

  /** Opens all that is on the device. Throws SealBroken when the keys are not those of this device's journal. */
  static async open(parts: BookParts): Promise<Book> {
    const book = new Book(parts)
    // The clock is there from the first moment: whoever brings other keys is found out even before a first entry.
    const [rows] = await Promise.all([parts.store.rows(), book.clock()])
    const opened = await Promise.all(rows.map(({ name, box }) => openRow<Held>(parts.keys, name, box)))
    rows.forEach(({ name }, at) => {
      const held = opened[at]
      if (held) book.held.set(name, held)
    })
    return book
  }

  list(type?: string): JournalRecord[] {
    const found: JournalRecord[] = []
    for (const [id, { state }] of this.held) {
      const record = !type || state.type === type ? shown(id, state) : undefined
      if (record) found.push(record)
    }
    return found
  }

  get(id: string): JournalRecord | undefined {
    const held = this.held.get(id)
    return held && shown(id, held.state)
  }

  /** Keeps all of them or none. @returns them as they are now */
  putAll(writings: Writing[]): Promise<JournalRecord[]> {
    return this.change(async (dot) => {
      const changes = new Map<string, State>()
      for (const { id = toBase64Url(randomBytes(16)), type, fields } of writings) {
        const before = changes.get(id) ?? (await this.fresh(id))?.state
        const kinds = this.parts.types[type] ?? { schema: 1, merge: {} }
        changes.set(id, edit(before, fields, type, kinds, dot()))
      }
      return changes
    })
  }

  settle(id: string, field: string, text: string): Promise<JournalRecord[]> {
    return this.changeOne(id, (state, dot) => settle(state, field, text, dot))
  }

  async remove(id: string): Promise<void> {
    await this.changeOne(id, (state, dot) => remove(state, dot))
  }

  /** What another tab wrote. */
  async reload(ids: string[]): Promise<void> {
    for (const id of ids) {
      const held = await this.fresh(id)
      if (held) this.held.set(id, held)
      else this.held.delete(id)
    }
    this.tell(ids, [])
  }

  /** As it is on the device now, whoever wrote it. */
  async fresh(id: string): Promise<Held | undefined> {
    const box = await this.parts.store.row(id)
    return box && openRow<Held>(this.keys, id, box)
  }

  /** Seals and keeps, all or nothing, then tells. Call it within `exclusive`. */
  async keep(changes: Map<string, Held | undefined>, notes: Row[] = []): Promise<void> {
    const rows: Row[] = []
    const drop: string[] = []
    await Promise.all(
      [...changes].map(async ([name, held]) => {
        if (held) rows.push({ name, box: await sealRow(this.keys, name, held) })
        else drop.push(name)
      }),
    )
    await this.parts.store.write({ rows, drop, notes })
    for (const [id, held] of changes) {
      if (held) this.held.set(id, held)
      else this.held.delete(id)
    }
    this.tell([...changes.keys()], [...changes.keys()])
  }

  async readNote<T>(name: string): Promise<T | undefined> {
    const box = await this.parts.store.note(name)
    return box && openRow<T>(this.keys, `note ${name}`, box)
  }

  async sealNote(name: string, value: unknown): Promise<Row> {
    return { name, box: await sealRow(this.keys, `note ${name}`, value) }
  }

  /** This device's name among the person's devices, and the greatest stamp it has given. */
  async clock(): Promise<Clock> {
    const found = await this.readNote<Clock>(clockNote)
    if (found) return found
    const device = toBase64Url(randomBytes(6))
    const clock = { device, last: firstStamp }
    await this.parts.store.write({ notes: [await this.sealNote(clockNote, clock)] })
    return clock
  }

  /** A new name among the devices, for one that begins with the vault anew. */
  async renameDevice(): Promise<void> {
    const clock = { ...(await this.clock()), device: toBase64Url(randomBytes(6)) }
    await this.parts.store.write({ notes: [await this.sealNote(clockNote, clock)] })
  }

  private async changeOne(id: string, work: (state: State, dot: Dot) => State): Promise<JournalRecord[]> {
    return this.change(async (dot) => {
      const before = await this.fresh(id)
      return new Map(before && !before.state.removed ? [[id, work(before.state, dot())]] : [])
    })
  }

  private change(work: (dot: () => Dot) => Promise<Map<string, State>>): Promise<JournalRecord[]> {
    return this.parts.exclusive(async () => {
      const clock = await this.clock()
      for (const { state } of this.held.values())
        if (lastStamp(state) > clock.last) clock.last = lastStamp(state)
      const dot = () => {
        clock.last = nextStamp(this.parts.nowMs(), clock.last)
        return dotOf(clock.last, clock.device)
      }
      const changes = await work(dot)
      const kept = new Map<string, Held>()
      for (const [id, state] of changes) {
        const bytes = utf8(JSON.stringify(state)).length
        if (bytes > largestRecord && !state.removed)
          throw new TooLarge(`A record of ${bytes} bytes is too large.`)
        const before = await this.fresh(id)
        kept.set(id, { state, rev: before?.rev ?? 0, hash: before?.hash ?? '', dirty: true })
      }
      await this.keep(kept, [await this.sealNote(clockNote, clock)])
      return [...kept].flatMap(([id, { state }]) => shown(id, state) ?? [])
    })
  }

  private tell(ids: string[], forOthers: string[]): void {
    if (ids.length === 0) return
    const records = ids.map((id) => this.get(id))
    this.parts.onChange(
      {
        changed: records.filter((record) => record !== undefined),
        removed: ids.filter((_, at) => !records[at]),
      },
      forOthers,
    )
  }
}
