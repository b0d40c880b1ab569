import { canonical } from '../book/held.ts'
import { fromBase64Url, randomBytes, toBase64Url } from '../seal/bytes.ts'
import { deriveKeys, type VaultKeys } from '../seal/keys.ts'
import { manifestId } from '../seal/manifest.ts'
import type { Changes, Stored, VaultServer, Write, WriteAnswer } from '../sync/server.ts'
import type { TroubleKind } from '../sync/trouble.ts'
import { type Device, openDevice } from './device.ts'
import { MemoryVault } from './memoryVault.ts'

/** What stands in the entries of the scene: no request may carry it. */
const canary = 'nobody may read this'

type Snapshot = ReturnType<MemoryVault['copy']>

/** Two devices of one person; the first has written again since the second last looked. */
export interface Scene {
  vault: MemoryVault
  /** As the second device knows it, and as it is. */
  known: Snapshot
  now: Snapshot
  writer: Device
  reader: Device
  keys: VaultKeys
  /** Ids: changed since, new since, and the manifest's root. */
  changed: string
  added: string
  removed: string
  root: string
  openAnother(vault: MemoryVault): Promise<Device>
}

export interface Lies {
  changes?: (honest: Changes, scene: Scene) => Changes | undefined | Promise<Changes | undefined>
  write?: (honest: () => Promise<WriteAnswer>, writes: Write[], scene: Scene) => Promise<WriteAnswer>
  /** The second device has something to send. */
  readerWrites?: boolean
  /** Before the second device asks. */
  before?: (scene: Scene, reader: Device) => Promise<void>
}

/** @returns what the second device made of the lies */
export async function lieTo(lies: Lies) {
  const scene = await setScene()
  const sent: string[] = []
  let isLying = false
  const server: VaultServer = {
    create: () => scene.vault.create(),
    erase: () => scene.vault.erase(),
    changesSince: async (rev) => {
      sent.push(String(rev))
      const honest = await scene.vault.changesSince(rev)
      return isLying && honest && lies.changes ? lies.changes(honest, scene) : honest
    },
    write: (writes) => {
      sent.push(JSON.stringify(writes))
      const honest = () => scene.vault.write(writes)
      return isLying && lies.write ? lies.write(honest, writes, scene) : honest()
    },
  }
  const secretOfScene = scene.secret
  const reader = await openDevice(secretOfScene, server, { store: scene.reader.store })
  await lies.before?.(scene, reader)
  if (lies.readerWrites) await reader.book.putAll([{ type: 'checkin', fields: { note: `${canary}, mine` } }])
  const before = canonical(reader.book.list())
  isLying = true
  sent.length = 0
  const result = await reader.sync.round()
  const requests = sent.length
  const { trouble } = await reader.sync.report()
  // Once in trouble nothing is asked or sent until the person says so.
  await reader.sync.round()
  return {
    result,
    trouble: trouble as TroubleKind | undefined,
    tookOver: canonical(reader.book.list()) !== before,
    askedAfterwards: sent.length > requests,
    revealed: sent.filter((text) => text.includes(canary) || Buffer.from(text, 'base64url').includes(canary)),
  }
}

async function setScene(): Promise<Scene & { secret: ReturnType<typeof randomBytes> }> {
  const secret = randomBytes(16)
  const keys = await deriveKeys(secret)
  const vault = new MemoryVault()
  const join = async (to: MemoryVault) => {
    const device = await openDevice(secret, to)
    await device.sync.turnOn()
    await device.sync.round()
    return device
  }
  const writer = await join(vault)
  const put = async (note: string, id?: string) => {
    const [record] = await writer.book.putAll([{ ...(id ? { id } : {}), type: 'checkin', fields: { note } }])
    return record?.id ?? ''
  }
  const changed = await put(`${canary}, first`)
  const removed = await put(`${canary}, second`)
  await writer.sync.round()
  const reader = await join(vault)
  const known = vault.copy()
  await put(`${canary}, first, changed`, changed)
  const added = await put(`${canary}, third`)
  await writer.book.remove(removed)
  await writer.sync.round()
  const root = toBase64Url(await manifestId(keys))
  const scene = { vault, known, now: vault.copy(), writer, reader, keys, changed, added, removed, root }
  return { ...scene, secret, openAnother: join }
}

/** The answer with one record made different. */
export function withRecord(
  changes: Changes,
  id: string,
  lie: (record: Stored) => Stored | undefined,
): Changes {
  return {
    ...changes,
    records: changes.records.flatMap((record) => (record.id === id ? (lie(record) ?? []) : record)),
  }
}

export function flipped({ blob, ...record }: Stored, at: number): Stored {
  const copy = blob.slice()
  const place = at < 0 ? copy.length + at : at
  copy[place] = (copy[place] ?? 0) ^ 1
  return { ...record, blob: copy }
}

export const isPage = (id: string, { changed, added, removed, root }: Scene): boolean =>
  ![changed, added, removed, root].includes(id)

export const someId = (): string => toBase64Url(randomBytes(16))

export const blobOf = (snapshot: Snapshot, id: string) => snapshot.records.get(id)?.blob ?? fromBase64Url('')
