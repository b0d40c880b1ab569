import { type Bytes, concat, fromBase64Url, randomBytes, sha256, toBase64Url, utf8 } from '../seal/bytes.ts'
import { checkWords } from '../seal/words.ts'

const validMs = 10 * 60_000
const codeStart = 'newleaf1'
const label = 'newleaf/v1/new-device'

interface PairingParts {
  fetcher: typeof fetch
  nowMs: () => number
}

interface Meeting {
  id: string
  pair: CryptoKeyPair
  own: Bytes
  untilMs: number
  /** Both public keys are known: the key that follows, and the words. */
  met?: { key: CryptoKey; words: string[] }
}

/**
 * A new device without typing the words. The old one shows a code with a public key made for this once; the new one
 * answers with its own through the server; both show five words made of both keys. A server that put a key of its own
 * between them would have to find one whose 55 bits agree, within ten minutes.
 */
export class Pairing {
  private readonly parts: PairingParts
  private offered: Meeting | undefined
  private joining: Meeting | undefined

  constructor(parts: PairingParts) {
    this.parts = parts
  }

  async offerCode(): Promise<{ code: string }> {
    this.offered = await this.meeting(toBase64Url(randomBytes(16)))
    return { code: [codeStart, this.offered.id, toBase64Url(this.offered.own)].join('.') }
  }

  async offerWords(): Promise<{ words: string[] } | undefined> {
    const offered = this.offered
    if (!offered || this.parts.nowMs() > offered.untilMs) return undefined
    if (!offered.met) {
      const theirs = await this.fetchNote(offered.id, 'key')
      if (theirs?.length !== 32) return undefined
      offered.met = await agreeOn(offered.pair, offered.own, theirs, theirs)
    }
    return { words: offered.met.words }
  }

  /** @returns whether the server took it */
  async offerAccept(secret: Bytes): Promise<boolean> {
    const offered = this.offered
    if (!offered?.met || this.parts.nowMs() > offered.untilMs) return false
    const iv = randomBytes(12)
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(label) }
    const box = new Uint8Array(await crypto.subtle.encrypt(algorithm, offered.met.key, secret))
    const sent = await this.leaveNote(offered.id, 'secret', concat(iv, box))
    this.offered = undefined
    return sent
  }

  offerCancel(): void {
    this.offered = undefined
  }

  async joinCode(
    code: string,
  ): Promise<{ words: string[] } | { refused: 'code' | 'unreachable' | 'too-old-browser' }> {
    const [start, id = '', key = '', ...more] = code.trim().split('.')
    if (start !== codeStart || more.length > 0 || !/^[\w-]{22}$/.test(id) || !/^[\w-]{43}$/.test(key))
      return { refused: 'code' }
    let met: Meeting
    try {
      met = await this.meeting(id)
    } catch {
      return { refused: 'too-old-browser' }
    }
    const theirs = fromBase64Url(key)
    met.met = await agreeOn(met.pair, theirs, met.own, theirs)
    if (!(await this.leaveNote(id, 'key', met.own))) return { refused: 'unreachable' }
    this.joining = met
    return { words: met.met.words }
  }

  /** @returns the secret once the old device has sent it */
  async joinFinish(): Promise<Bytes | undefined> {
    const joining = this.joining
    if (!joining?.met || this.parts.nowMs() > joining.untilMs) return undefined
    const note = await this.fetchNote(joining.id, 'secret')
    if (!note) return undefined
    this.joining = undefined
    const algorithm = { name: 'AES-GCM', iv: note.slice(0, 12), additionalData: utf8(label) }
    const secret = await crypto.subtle
      .decrypt(algorithm, joining.met.key, note.slice(12))
      .catch(() => undefined)
    return secret && new Uint8Array(secret)
  }

  private async meeting(id: string): Promise<Meeting> {
    const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair
    const own = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
    return { id, pair, own, untilMs: this.parts.nowMs() + validMs }
  }

  private async fetchNote(id: string, kind: 'key' | 'secret'): Promise<Bytes | undefined> {
    const answer = await this.ask('GET', id, kind)
    if (!answer?.ok || answer.status === 204) return undefined
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return bytes.length > 0 && bytes.length <= 128 ? bytes : undefined
  }

  private async leaveNote(id: string, kind: 'key' | 'secret', note: Bytes): Promise<boolean> {
    return !!(await this.ask('PUT', id, kind, note))?.ok
  }

  private ask(method: string, id: string, kind: string, body?: Bytes): Promise<Response | undefined> {
    return this.parts
      .fetcher('/vault/meet', {
        method,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        // Not in the address: addresses are written down in places nobody thinks of.
        headers: {
          'x-meet': `${id}.${kind}`,
          ...(body ? { 'content-type': 'application/octet-stream' } : {}),
        },
        ...(body ? { body } : {}),
      })
      .catch(() => undefined)
  }
}

async function agreeOn(
  pair: CryptoKeyPair,
  oldKey: Bytes,
  newKey: Bytes,
  theirs: Bytes,
): Promise<NonNullable<Meeting['met']>> {
  const publicKey = await crypto.subtle.importKey('raw', theirs, 'X25519', false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: publicKey }, pair.privateKey, 256)
  const root = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = concat(utf8(label), oldKey, newKey)
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  return { key, words: checkWords(await sha256(concat(utf8(`${label}/words`), oldKey, newKey))) }
}
