import type { Bytes } from '../seal/bytes.ts'

/** One sealed record, or one sealed note of the sync. Nothing here can be read without the keys. */
export interface Row {
  name: string
  box: Bytes
}

/** The secret under a key that follows from what a passkey answers to the salt. */
export interface PasskeyWrap {
  /** Of the passkey, as the browser names it. */
  id: Bytes
  salt: Bytes
  /** How the browser reaches it. */
  transports: string[]
  iv: Bytes
  box: Bytes
}

/** How the secret waits on this device. */
export interface Keyring {
  /** For "stay unlocked": a key that this browser uses and never shows. */
  wrapping?: CryptoKey
  /** The secret under that key. */
  wrapped?: { iv: Bytes; box: Bytes }
  /** The secret under a key stretched from the PIN. */
  pin?: { salt: Bytes; memoryKib: number; passes: number; iv: Bytes; box: Bytes }
  /** One more way in, beside the PIN. */
  passkey?: PasskeyWrap
  /** With a PIN or a passkey, `wrapped` counts until this moment (milliseconds), moved on with every use. */
  openUntil?: number
  /** The words were not written down yet: until then they can be shown. */
  wordsWait?: true
  /** Wrong PINs in a row. */
  wrongPins?: number
}

/** What a device keeps: in IndexedDB, or in memory only on a device that is shared. */
export interface DeviceStore {
  rows(): Promise<Row[]>
  note(name: string): Promise<Bytes | undefined>
  row(name: string): Promise<Bytes | undefined>
  /** All of it or nothing of it, whenever the power goes. */
  write(change: { rows?: Row[]; drop?: string[]; notes?: Row[]; dropNotes?: string[] }): Promise<void>
  keyring(): Promise<Keyring | undefined>
  keepKeyring(keyring: Keyring): Promise<void>
  /** Reads and writes it in one: what another call or tab has just done to it is not undone. Nothing where there is none. */
  changeKeyring(change: (keyring: Keyring) => Keyring): Promise<void>
  /** Everything goes. */
  wipe(): Promise<void>
}
