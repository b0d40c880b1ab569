import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

interface MakeOptions {
  challenge: string
  rp: { id?: string }
  excludeCredentials?: { id: string }[]
}

interface ShowOptions {
  challenge: string
  rpId?: string
}

interface Lies {
  origin?: string
  rpId?: string
  /** The person was not asked to unlock it. */
  unverified?: boolean
  /** The count of a copy of the key. */
  counter?: number
}

/** A security key in software: what a device answers, signed with keys of its own. It counts, unless it is `synced`. */
export class Authenticator {
  readonly id = randomBytes(32)
  private readonly privateKey: KeyObject
  private readonly publicKey: KeyObject
  private readonly origin: string
  private readonly synced: boolean
  private counter = 0

  constructor(origin: string, { synced = false } = {}) {
    this.origin = origin
    this.synced = synced
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.privateKey = privateKey
    this.publicKey = publicKey
  }

  make(options: MakeOptions, lies: Lies = {}): string {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' })
    const cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const authData = Buffer.concat([
      this.head(lies.rpId ?? options.rp.id ?? '', 0x40, lies),
      Buffer.alloc(16),
      length,
      this.id,
      cose,
    ])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    return this.answer({
      clientDataJSON: this.said('webauthn.create', options.challenge, lies).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['usb'],
    })
  }

  show(options: ShowOptions, lies: Lies = {}): string {
    const authData = this.head(lies.rpId ?? options.rpId ?? '', 0, lies)
    const said = this.said('webauthn.get', options.challenge, lies)
    const signature = sign(
      'sha256',
      Buffer.concat([authData, createHash('sha256').update(said).digest()]),
      this.privateKey,
    )
    return this.answer({
      clientDataJSON: said.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  private head(rpId: string, more: number, { unverified, counter }: Lies): Buffer {
    if (!this.synced) this.counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter ?? this.counter)
    const flags = 0x01 | (unverified ? 0 : 0x04) | more
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
  }

  private said(type: string, challenge: string, { origin = this.origin }: Lies): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  private answer(response: Record<string, unknown>): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
  }
}

/** As much of CBOR as a key and its attestation need. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? major(1, -1 - value) : major(0, value)
  if (typeof value === 'string')
    return Buffer.concat([major(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([major(2, value.length), value])
  if (value instanceof Map) {
    const inside = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)])
    return Buffer.concat([major(5, value.size), ...inside])
  }
  throw new TypeError('No such thing stands in a key.')
}

function major(type: number, count: number): Buffer {
  const head = type << 5
  if (count < 24) return Buffer.from([head | count])
  if (count < 256) return Buffer.from([head | 24, count])
  return Buffer.from([head | 25, count >> 8, count & 255])
}
