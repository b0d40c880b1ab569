import type { JournalState, OpenResult, PinResult, Staying } from '../client/api.ts'
import type { Session } from '../host/session.ts'
import type { Bytes } from '../seal/bytes.ts'
import { SealBroken } from '../seal/sealBroken.ts'
import { newSecret, secretOf, wordCount, wordsOf } from '../seal/words.ts'
import type { DeviceStore, Keyring } from '../store-on-device/deviceStore.ts'
import { memoryStore } from '../store-on-device/memoryStore.ts'
import { type Stretch, unwrapOfDevice, unwrapWithPin, wrapForDevice, wrapWithPin } from './keyring.ts'
import { PasskeyTrial } from './passkey/trial.ts'
import { type PasskeyAsked, unwrapWithPasskey } from './passkey/wrap.ts'
import { isPin, pinTries, waitAfter } from './pin.rules.ts'
import { closed, closes, leftOpen, pinSpent, without } from './ring.rules.ts'

const openForMs = 15 * 60_000

export interface OpeningParts {
  device: DeviceStore
  nowMs: () => number
  stretch: Stretch
  openSession(secret: Bytes, store: DeviceStore, staying: Staying): Promise<Session>
  onState(state: JournalState): void
}

/** Something was asked for that needs the words to be written down. */
export class WordsFirst extends Error {
  override name = 'WordsFirst'
}

/** Which two of the words are asked for: always the same two of one journal. */
function askedOf(secret: Bytes): [number, number] {
  const first = (secret[0] ?? 0) % (wordCount - 1)
  return [first, first + 1 + ((secret[1] ?? 0) % (wordCount - 1 - first))]
}

/** How the journal of this device is begun, opened, locked and forgotten. */
export class Opening {
  session: Session | undefined
  private readonly parts: OpeningParts
  private staying: Staying = 'device'
  /** Of a journal in memory only; otherwise it stands in the keyring. */
  private wordsWait = false
  private idle: ReturnType<typeof setTimeout> | undefined
  private waitUntilMs = 0
  private readonly trial = new PasskeyTrial()

  constructor(parts: OpeningParts) {
    this.parts = parts
  }

  /** Opens by itself what was left to stay open. */
  async start(): Promise<void> {
    const ring = await this.parts.device.keyring()
    if (!ring) return
    if (closes(ring) && this.parts.nowMs() > (ring.openUntil ?? 0))
      return this.parts.device.changeKeyring(closed)
    const secret = await unwrapOfDevice(ring)
    if (secret) await this.enter(secret, this.parts.device, 'device')
  }

  async state(): Promise<JournalState> {
    // A shared device is left as it was found: not even an empty database is opened.
    if (this.session && this.staying === 'memory')
      return { lock: 'open', pin: false, passkey: false, shared: true, wordsWait: this.wordsWait }
    const ring = await this.parts.device.keyring()
    const lock = this.session ? 'open' : ring ? 'locked' : 'none'
    const wordsWait = lock === 'open' && !!ring?.wordsWait
    return { lock, pin: !!ring?.pin, passkey: !!ring?.passkey, shared: false, wordsWait }
  }

  /**
   * At once, with nothing to write down: as long as there is no copy elsewhere and no PIN, the words open nothing but
   * what is open here anyway. What would make them matter is refused until they are confirmed.
   */
  async begin(staying: Staying): Promise<boolean> {
    if (staying === 'device' && (await this.parts.device.keyring())) return false
    await this.keep(newSecret(), staying, { wordsWait: true })
    return true
  }

  async showWords(): Promise<{ words: string[]; ask: [number, number] } | undefined> {
    if (!this.session || !(await this.state()).wordsWait) return undefined
    const { secret } = this.session
    return { words: wordsOf(secret), ask: askedOf(secret) }
  }

  async confirmWords(answers: [string, string]): Promise<boolean> {
    const shown = await this.showWords()
    if (!shown?.ask.every((at, which) => answers[which]?.trim().toLowerCase() === shown.words[at]))
      return false
    this.wordsWait = false
    await this.parts.device.changeKeyring(({ wordsWait: _, ...ring }) => ring)
    await this.tell()
    return true
  }

  /** Throws as long as nobody has the words: a PIN that is forgotten, or a lost device, would be the end of it. */
  async needWords(): Promise<void> {
    if ((await this.state()).wordsWait) throw new WordsFirst('The words are not written down yet.')
  }

  async openWithWords(typed: string, staying: Staying): Promise<OpenResult> {
    const read = secretOf(typed)
    if ('mistake' in read) return { ok: false, mistake: read.mistake }
    return this.openWithSecret(read.secret, staying)
  }

  async openWithSecret(secret: Bytes, staying: Staying): Promise<OpenResult> {
    const isHere = staying === 'device' && !!(await this.parts.device.keyring())
    try {
      if (isHere) {
        await this.enter(secret, this.parts.device, 'device')
        // Whoever has the words needs no PIN and no passkey; one that is forgotten or lost goes.
        await this.parts.device.keepKeyring(await wrapForDevice(secret))
        await this.tell()
        return { ok: true }
      }
    } catch (error) {
      if (error instanceof SealBroken) return { ok: false, other: true }
      throw error
    }
    return this.fetchHere(secret, staying)
  }

  async openWithPin(pin: string): Promise<PinResult> {
    const ring = await this.parts.device.keyring()
    const wait = Math.ceil((this.waitUntilMs - this.parts.nowMs()) / 1000)
    if (!ring?.pin) return { ok: false, triesLeft: 0 }
    if (wait > 0) return { ok: false, waitSeconds: wait }
    // Counted before it is tried: whoever pulls the plug has used a try.
    const wrongPins = (ring.wrongPins ?? 0) + 1
    await this.parts.device.changeKeyring((now) => ({ ...now, wrongPins }))
    const secret = await unwrapWithPin(ring, pin, this.parts.stretch)
    if (secret) {
      await this.enter(secret, this.parts.device, 'device')
      await this.leaveOpen({ wrongPins: 0 })
      await this.tell()
      return { ok: true }
    }
    if (wrongPins >= pinTries) {
      await this.parts.device.changeKeyring(pinSpent)
      await this.tell()
    }
    this.waitUntilMs = this.parts.nowMs() + waitAfter(wrongPins) * 1000
    return { ok: false, triesLeft: Math.max(0, pinTries - wrongPins) }
  }

  async setPin(pin: string): Promise<void> {
    await this.needWords()
    if (!this.session || this.staying === 'memory' || !isPin(pin)) throw new Error('No PIN can be set now.')
    const kept = await wrapWithPin(this.session.secret, pin, this.parts.stretch)
    await this.leaveOpen({ pin: kept, wrongPins: 0 })
    this.touch()
    await this.tell()
  }

  /** Takes the PIN or the passkey away. */
  async removeWay(way: 'pin' | 'passkey'): Promise<void> {
    if (!this.session || this.staying === 'memory') return
    const wrapped = await wrapForDevice(this.session.secret)
    const until = this.parts.nowMs() + openForMs
    await this.parts.device.changeKeyring((ring) => without(way, ring, wrapped, until))
    clearTimeout(this.idle)
    this.touch()
    await this.tell()
  }

  async passkey(): Promise<PasskeyAsked | undefined> {
    const { passkey } = (await this.parts.device.keyring()) ?? {}
    return passkey && { id: passkey.id, salt: passkey.salt, transports: passkey.transports }
  }

  /** Keeps a passkey once it has opened what it sealed. */
  async tryPasskey(asked: PasskeyAsked, output: Bytes): Promise<'kept' | 'again'> {
    try {
      await this.needWords()
      if (!this.session || this.staying === 'memory') throw new Error('No passkey can be added now.')
      const passkey = await this.trial.take(this.session.secret, asked, output)
      if (!passkey) return 'again'
      await this.leaveOpen({ passkey })
      this.touch()
      await this.tell()
      return 'kept'
    } finally {
      output.fill(0)
    }
  }

  async openWithPasskey(output: Bytes): Promise<boolean> {
    const { passkey } = (await this.parts.device.keyring()) ?? {}
    const secret = passkey && (await unwrapWithPasskey(passkey, output))
    output.fill(0)
    if (!secret) return false
    try {
      await this.enter(secret, this.parts.device, 'device')
    } catch (error) {
      // Somebody put the wrap of another journal here.
      if (error instanceof SealBroken) return false
      throw error
    }
    await this.leaveOpen({ wrongPins: 0 })
    await this.tell()
    return true
  }

  async lock(): Promise<void> {
    this.session?.end()
    this.session = undefined
    clearTimeout(this.idle)
    if (this.staying === 'device') await this.parts.device.changeKeyring(closed)
    await this.tell()
  }

  async forget(): Promise<void> {
    this.session?.end()
    this.session = undefined
    clearTimeout(this.idle)
    await this.parts.device.wipe()
    // Not asked of the device: looking would make an empty database where none is any more.
    this.parts.onState({ lock: 'none', pin: false, passkey: false, shared: false, wordsWait: false })
  }

  /** Starts the quarter of an hour anew after which a journal with a PIN or a passkey, or one in memory only, closes. */
  touch(): void {
    if (!this.session) return
    clearTimeout(this.idle)
    if (this.staying === 'memory') this.closeLater()
    else
      void this.parts.device.changeKeyring((ring) => {
        if (!this.session || !closes(ring)) return ring
        this.closeLater()
        return { ...ring, openUntil: this.parts.nowMs() + openForMs }
      })
  }

  private closeLater(): void {
    this.idle = setTimeout(() => void this.lock(), openForMs)
  }

  private async fetchHere(secret: Bytes, staying: Staying): Promise<OpenResult> {
    const store = staying === 'memory' ? memoryStore() : this.parts.device
    const session = await this.parts.openSession(secret.slice(), store, staying)
    await session.sync.turnOn()
    const result = await session.sync.round()
    session.end()
    if (result !== 'agreed') await store.wipe()
    if (result === 'no-vault') return { ok: false, noVault: true }
    if (result === 'unreachable') return { ok: false, unreachable: true }
    if (result !== 'agreed') return { ok: false, trouble: true }
    await this.keep(secret, staying, { store })
    return { ok: true }
  }

  private async keep(
    secret: Bytes,
    staying: Staying,
    {
      store = staying === 'memory' ? memoryStore() : this.parts.device,
      wordsWait = false,
    }: { store?: DeviceStore; wordsWait?: boolean } = {},
  ): Promise<void> {
    this.wordsWait = wordsWait
    const wait = wordsWait ? ({ wordsWait: true } as const) : {}
    if (staying === 'device') await store.keepKeyring({ ...(await wrapForDevice(secret)), ...wait })
    else if (!(await this.parts.device.keyring())) await this.parts.device.wipe()
    await this.enter(secret, store, staying)
    await this.tell()
  }

  private async enter(secret: Bytes, store: DeviceStore, staying: Staying): Promise<void> {
    const session = await this.parts.openSession(secret, store, staying)
    this.session?.end()
    this.session = session
    this.staying = staying
    session.roundIn(0)
    this.touch()
  }

  /** With a PIN or a passkey the device holds the secret open for a quarter of an hour, so that the next page need not ask. */
  private async leaveOpen(changes: Keyring): Promise<void> {
    if (!this.session) return
    const wrapped = await wrapForDevice(this.session.secret)
    const openUntil = this.parts.nowMs() + openForMs
    await this.parts.device.changeKeyring((ring) => leftOpen({ ...ring, ...changes }, wrapped, openUntil))
  }

  private async tell(): Promise<void> {
    this.parts.onState(await this.state())
  }
}
