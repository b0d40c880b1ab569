import type { Writing } from '../book/book.ts'
import type { Change } from '../book/held.ts'
import type { PasskeyAsked } from '../devices/passkey/wrap.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import type { WordsMistake } from '../seal/words.ts'
import type { RoundResult, SyncReport } from '../sync/sync.ts'

/** `none`: no journal on this device. `locked`: one that waits for its PIN or its words. */
type LockState = 'none' | 'locked' | 'open'

export interface JournalState {
  lock: LockState
  /** It opens with a PIN. */
  pin: boolean
  /** It opens with a passkey. */
  passkey: boolean
  /** In memory only: gone with this page. */
  shared: boolean
  /** Open, and nobody has shown yet that the words are written down. */
  wordsWait: boolean
}

/** How a journal stays on this device: until it is forgotten, or only as long as this page is open. */
export type Staying = 'device' | 'memory'

export type OpenResult =
  | { ok: true }
  | { ok: false; mistake: WordsMistake }
  /** The words are right, but those of another journal than the one on this device. */
  | { ok: false; other: true }
  /** No vault belongs to these words here: it was never synced, or the server lost it. */
  | { ok: false; noVault: true }
  /** The vault could not be asked. */
  | { ok: false; unreachable: true }
  /** The vault's answer was refused; the sentence is that of `sync.trouble`. */
  | { ok: false; trouble: true }

export type PinResult = { ok: true } | { ok: false; triesLeft: number } | { ok: false; waitSeconds: number }

/** Everything that a page may ask. Each call goes to the worker, where the keys are, and comes back as a promise. */
export interface JournalCalls {
  state(): JournalState

  /** Records of a type, or all, in no order. Only while open; otherwise the promise is refused with `Locked`. */
  list(type?: string): JournalRecord[]
  get(id: string): JournalRecord | undefined
  /**
   * Adds (without id) or changes (with id) a record; fields that are not named stay. Kept on the device, sealed, when the
   * promise is there: a page may close then. Refused with `TooLarge` above some 7 KB.
   */
  put(writing: Writing): JournalRecord
  /** Many, all or none: an import. */
  putAll(writings: Writing[]): JournalRecord[]
  remove(id: string): void
  /** Of a text that two devices wrote (`record.versions`), the one that shall stay. */
  settle(id: string, field: string, text: string): void

  /** Makes a journal, at once: its words wait. @returns false where one is there already */
  begin(staying: Staying): boolean
  /** The words, until they are written down; then nobody is shown them again. Ask for two of them with `confirmWords`. */
  showWords(): { words: string[]; ask: [number, number] } | undefined
  /** @returns whether the two words asked for were right: from now on it may sync, and have a PIN */
  confirmWords(answers: [string, string]): boolean
  /** Opens this device's journal with its words, or brings one here from the vault. */
  openWithWords(typed: string, staying: Staying): OpenResult
  openWithPin(pin: string): PinResult
  /** Refused with `WordsFirst` as long as the words wait, like all that makes them matter: syncing and other devices. */
  setPin(pin: string): void
  removePin(): void
  /** The passkey of this device, and what it is to be asked for. */
  passkey(): PasskeyAsked | undefined
  /**
   * Shows the worker what a new passkey answered. Kept once a second answer opens what was sealed with the one before;
   * until then `again`. Refused with `WordsFirst` like a PIN. @param output goes over, and is gone from the page
   */
  tryPasskey(asked: PasskeyAsked, output: ArrayBuffer): 'kept' | 'again'
  /** @returns whether it is open now. @param output as above */
  openWithPasskey(output: ArrayBuffer): boolean
  removePasskey(): void
  /** Closes it now. Where nothing but this page holds it (shared device) it is gone from here. */
  lock(): void
  /** Everything of the journal goes from this device. */
  forget(): void
  /** Somebody is here: the lock waits again. */
  touch(): void

  sync(): SyncReport
  /** Makes the vault on the server (that costs a second of work, once) and sends what is there. */
  turnSyncOn(): RoundResult
  turnSyncOff(): void
  syncNow(): RoundResult
  /** After trouble: once more, or from the beginning with all that is here. */
  tryAgain(): RoundResult
  joinAgain(): RoundResult
  /** The vault on the server goes, the journal here stays. */
  eraseVault(): void

  /** For a new device, on this one: what its camera reads. */
  offerCode(): { code: string }
  /** Waits for the other device; the five words must read the same on both screens. */
  offerWords(): { words: string[] } | undefined
  /** The person saw the same words on both: the secret goes over, sealed for that device alone. */
  offerAccept(): boolean
  offerCancel(): void
  /** On the new device. @param code what the old one showed */
  joinCode(code: string): { words: string[] } | { refused: 'code' | 'unreachable' | 'too-old-browser' }
  /** Waits until the old device accepted, then opens. */
  joinFinish(staying: Staying): OpenResult | undefined
}

export interface JournalEvents {
  /** Records changed: here, in another tab, or on another device. */
  change: Change
  /** It was opened, locked or forgotten. */
  state: JournalState
  /** The sync got on, or into trouble. */
  sync: SyncReport
}

export type CallName = keyof JournalCalls

export interface CallMessage {
  n: number
  call: CallName
  args: unknown[]
}

export type AnswerMessage =
  | { n: number; value: unknown }
  /** @param fault `Locked`, `TooLarge`, `WordsFirst`, or the name of an error nobody expected */
  | { n: number; fault: string }
  | { [Name in keyof JournalEvents]: { event: Name; detail: JournalEvents[Name] } }[keyof JournalEvents]
