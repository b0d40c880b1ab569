import type { Bytes } from '../seal/bytes.ts'
import type { DeviceStore, Keyring } from './deviceStore.ts'

/** For a shared device: gone with the page. */
export function memoryStore(): DeviceStore {
  const rows = new Map<string, Bytes>()
  const notes = new Map<string, Bytes>()
  let ring: Keyring | undefined
  return {
    rows: async () => [...rows].map(([name, box]) => ({ name, box })),
    note: async (name) => notes.get(name),
    row: async (name) => rows.get(name),
    write: async (change) => {
      for (const { name, box } of change.rows ?? []) rows.set(name, box)
      for (const name of change.drop ?? []) rows.delete(name)
      for (const { name, box } of change.notes ?? []) notes.set(name, box)
      for (const name of change.dropNotes ?? []) notes.delete(name)
    },
    keyring: async () => ring,
    keepKeyring: async (keyring) => {
      ring = keyring
    },
    changeKeyring: async (change) => {
      if (ring) ring = change(ring)
    },
    wipe: async () => {
      rows.clear()
      notes.clear()
      ring = undefined
    },
  }
}
