import fc from 'fast-check'
import { canonical } from '../book/held.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import type { Json } from '../records/state.ts'
import { type Bytes, randomBytes } from '../seal/bytes.ts'
import type { DeviceStore } from '../store-on-device/deviceStore.ts'
import { memoryStore } from '../store-on-device/memoryStore.ts'
import type { VaultServer } from '../sync/server.ts'
import { Unreachable } from '../sync/trouble.ts'
import { type Device, openDevice } from './device.ts'
import { MemoryVault } from './memoryVault.ts'

const kinds = ['add', 'score', 'note', 'tag', 'untag', 'line', 'remove', 'sync', 'sync', 'restart'] as const

export interface Step {
  device: number
  kind: (typeof kinds)[number]
  pick: number
  /** Syncing: at which request the line goes, and whether the server had heard it. Writing: the power, likewise. */
  cutAt: number
  after: boolean
}

/** What three devices do, in what order, and where the line or the power goes. */
export const histories = fc.array(
  fc.record<Step>({
    device: fc.nat(2),
    kind: fc.constantFrom(...kinds),
    pick: fc.nat(5),
    cutAt: fc.nat(9),
    after: fc.boolean(),
  }),
  { minLength: 3, maxLength: 30 },
)

class PowerCut extends Error {}

interface Actor {
  device: Device
  cut: { line: number; power: number; after: boolean }
  reopen(): Promise<Device>
}

/** @returns what is wrong at the end: nothing, when all devices read the same and no edit was lost */
export async function liveThrough(steps: Step[]): Promise<string[]> {
  const secret = randomBytes(16)
  const vault = new MemoryVault()
  let clock = 1_764_000_000_000
  const actors = await Promise.all(
    [0, 1, 2].map((at) => makeActor(secret, vault, () => clock + (at - 1) * 3_600_000)),
  )
  const ledger = new Ledger()
  for (const [number, step] of steps.entries()) {
    clock += 1 + (step.pick % 3)
    const actor = actors[step.device]
    if (actor) await act(actor, step, number, ledger)
  }

  // Everybody comes back on line. What one sends the others fetch, so two rounds must do; four leave no doubt.
  const faults: string[] = []
  for (let round = 0; round < 4; round++)
    for (const actor of actors) {
      actor.cut = { line: 0, power: 0, after: false }
      const result = await actor.device.sync.round()
      if (result !== 'agreed')
        faults.push(`A device ended in ${result}: ${(await actor.device.sync.report()).trouble}`)
    }
  const fresh = await openDevice(secret, vault)
  await fresh.sync.turnOn()
  await fresh.sync.round()
  const [first = '', ...others] = [...actors.map(({ device }) => device), fresh].map(({ book }) =>
    canonical(book.list().sort((a, b) => (a.id < b.id ? -1 : 1))),
  )
  if (others.some((other) => other !== first)) faults.push('The devices do not read the same.')
  return [...faults, ...ledger.lostIn(fresh.book.list())]
}

async function makeActor(secret: Bytes, vault: VaultServer, nowMs: () => number): Promise<Actor> {
  const disk = memoryStore()
  const actor = { cut: { line: 0, power: 0, after: false } } as Actor
  const store: DeviceStore = {
    ...disk,
    write: async (change) => {
      const isCut = actor.cut.power > 0 && --actor.cut.power === 0
      if (isCut && !actor.cut.after) throw new PowerCut()
      await disk.write(change)
      if (isCut) throw new PowerCut()
    },
  }
  const onLine = async <T>(work: () => Promise<T>): Promise<T> => {
    const isCut = actor.cut.line > 0 && --actor.cut.line === 0
    if (isCut && !actor.cut.after) throw new Unreachable()
    const answer = await work()
    if (isCut) throw new Unreachable()
    return answer
  }
  const server: VaultServer = {
    create: () => vault.create({ day: '', nonce: '' }),
    erase: () => vault.erase(),
    changesSince: (rev) => onLine(() => vault.changesSince(rev)),
    write: (writes) => onLine(() => vault.write(writes)),
  }
  const open = () => openDevice(secret, server, { store, nowMs })
  actor.reopen = open
  actor.device = await open()
  await actor.device.sync.turnOn()
  return actor
}

async function restart(actor: Actor): Promise<void> {
  actor.cut = { line: 0, power: 0, after: false }
  actor.device = await actor.reopen()
}

async function act(actor: Actor, step: Step, number: number, ledger: Ledger): Promise<void> {
  const { kind, pick, cutAt, after } = step
  const { book, sync } = actor.device
  if (kind === 'restart') return restart(actor)
  if (kind === 'sync') {
    actor.cut = { line: cutAt < 5 ? cutAt : 0, power: cutAt >= 5 ? cutAt - 4 : 0, after }
    await sync.round().catch(async (error: unknown) => {
      if (!(error instanceof PowerCut)) throw error
      await restart(actor)
    })
    actor.cut = { line: 0, power: 0, after: false }
    return
  }
  const records = book.list().sort((a, b) => (a.id < b.id ? -1 : 1))
  const record = kind === 'add' ? undefined : records[pick % Math.max(1, records.length)]
  if (!record && kind !== 'add') return
  const what = `${kind} ${number}`
  const fields = record ? changeOf(kind, record, what) : { mood: what, note: what, tags: [what] }
  actor.cut = { line: 0, power: cutAt === 9 ? 1 : 0, after }
  let happened = true
  try {
    if (kind === 'remove') await book.remove(record?.id ?? '')
    else await book.putAll([{ ...(record ? { id: record.id } : {}), type: 'checkin', fields: fields ?? {} }])
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
    happened = after
    await restart(actor)
  }
  actor.cut.power = 0
  if (happened) ledger.note(record, kind === 'remove' ? undefined : (fields ?? {}))
}

function changeOf(kind: Step['kind'], record: JournalRecord, what: string): Record<string, Json> | undefined {
  const list = (name: string) => (Array.isArray(record.fields[name]) ? (record.fields[name] as Json[]) : [])
  if (kind === 'score') return { mood: what }
  if (kind === 'note') return { note: what }
  if (kind === 'tag') return { tags: [...list('tags'), what] }
  if (kind === 'untag') return { tags: list('tags').slice(1) }
  if (kind === 'line') {
    const [first, ...rest] = list('lines') as { id: string }[]
    // Every second line is a change of one that is there, so that two devices change the same one.
    return {
      lines:
        first && what.length % 2
          ? [{ id: first.id, text: what }, ...rest]
          : [...list('lines'), { id: 'same', text: what }],
    }
  }
  return undefined
}

/** Who wrote what, having seen what: an edit may only be gone when somebody who saw it wrote over it. */
class Ledger {
  private readonly written = new Set<string>()
  private readonly replaced = new Set<string>()
  /** A score that somebody wrote over, and with what. */
  private readonly oldScores = new Map<string, Set<string>>()

  note(before: JournalRecord | undefined, fields: Record<string, Json> | undefined): void {
    const old = before ? wordsIn(before, Object.keys(fields ?? before.fields)) : []
    const now = wordsIn({ fields: fields ?? {} } as JournalRecord, Object.keys(fields ?? {}))
    for (const word of old) if (!now.includes(word)) this.replaced.add(word)
    for (const word of now) this.written.add(word)
    const mood = fields?.mood
    const shown = String(before?.fields.mood)
    if (before && mood !== undefined)
      this.oldScores.set(shown, (this.oldScores.get(shown) ?? new Set()).add(String(mood)))
    if (before && !fields) this.forgetScore(shown)
  }

  /**
   * The score went with its record, and those that it had taken the place of with it. When somebody who knew nothing of
   * the removal writes on, the record is what they knew: an older score is then no loss.
   */
  private forgetScore(score: string): void {
    for (const [old, later] of this.oldScores) {
      if (!later.delete(score) || later.size > 0) continue
      this.oldScores.delete(old)
      this.forgetScore(old)
    }
  }

  lostIn(records: JournalRecord[]): string[] {
    const there = new Set(records.flatMap((record) => wordsIn(record, Object.keys(record.fields))))
    const lost = [...this.written].filter((word) => !there.has(word) && !this.replaced.has(word))
    const stale = records.map(({ fields }) => fields.mood).filter((mood) => this.oldScores.has(String(mood)))
    return [...lost.map((word) => `Lost: ${word}`), ...stale.map((mood) => `An old score came back: ${mood}`)]
  }
}

/** Texts, tags and lines; of a score only the later of two stays, and that is not a loss. */
function wordsIn(record: JournalRecord, fields: string[]): string[] {
  return fields.flatMap((field) => {
    const value = record.fields[field]
    if (field === 'note') return (record.versions?.note ?? [String(value)]).map((text) => `note ${text}`)
    if (field === 'tags' || field === 'lines')
      return (Array.isArray(value) ? value : []).map(
        (one) => `${field} ${typeof one === 'string' ? one : (one as { text: string }).text}`,
      )
    return []
  })
}
