import { Book } from '../book/book.ts'
import { queue } from '../host/oneAtATime.ts'
import type { TypeOfRecord } from '../records/edit.rules.ts'
import type { Bytes } from '../seal/bytes.ts'
import { deriveKeys } from '../seal/keys.ts'
import type { DeviceStore } from '../store-on-device/deviceStore.ts'
import { memoryStore } from '../store-on-device/memoryStore.ts'
import { type VaultServer, vaultServer } from '../sync/server.ts'
import { Sync } from '../sync/sync.ts'

const types: Record<string, TypeOfRecord> = {
  checkin: { schema: 1, merge: { note: 'text', tags: 'set', lines: 'list' } },
}

const someDay = 1_764_000_000_000

/** One of a person's devices: its disk outlives it, the rest is lost with a crash. */
export interface Device {
  store: DeviceStore
  book: Book
  sync: Sync
}

export async function openDevice(
  secret: Bytes,
  server: VaultServer | typeof fetch,
  { store = memoryStore(), nowMs = () => someDay }: { store?: DeviceStore; nowMs?: () => number } = {},
): Promise<Device> {
  const keys = await deriveKeys(secret)
  const book = await Book.open({ keys, store, types, nowMs, exclusive: queue(), onChange: () => {} })
  const vault = typeof server === 'function' ? vaultServer(keys, server) : server
  return { store, book, sync: new Sync({ book, server: vault, nowMs, oneRound: queue() }) }
}
