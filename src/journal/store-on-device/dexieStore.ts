import { Dexie, type Table } from 'dexie'
import type { DeviceStore, Keyring, Row } from './deviceStore.ts'

/** The one database of the journal in this browser. */
export const databaseName = 'newleaf-journal'

/** IndexedDB. Another page that forgets the device closes this one's connection too. */
export function dexieStore(): DeviceStore {
  const db = new Dexie(databaseName)
  db.version(1).stores({ rows: 'name', notes: 'name', keyring: '' })
  // A page that forgets the device has the last word: what was still to be written here does not bring a database back.
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion !== null) return undefined
    db.close()
    return false
  })
  const rows: Table<Row, string> = db.table('rows')
  const notes: Table<Row, string> = db.table('notes')
  const keyring: Table<Keyring, string> = db.table('keyring')
  return {
    rows: () => rows.toArray(),
    note: async (name) => (await notes.get(name))?.box,
    row: async (name) => (await rows.get(name))?.box,
    write: (change) =>
      db.transaction('rw', rows, notes, async () => {
        await rows.bulkPut(change.rows ?? [])
        await rows.bulkDelete(change.drop ?? [])
        await notes.bulkPut(change.notes ?? [])
        await notes.bulkDelete(change.dropNotes ?? [])
      }),
    keyring: () => keyring.get('this device'),
    keepKeyring: async (ring) => {
      await keyring.put(ring, 'this device')
    },
    changeKeyring: (change) =>
      db.transaction('rw', keyring, async () => {
        const ring = await keyring.get('this device')
        if (ring) await keyring.put(change(ring), 'this device')
      }),
    // It may be needed once more: words that opened nothing are typed again.
    wipe: () => db.delete({ disableAutoOpen: false }),
  }
}
