import { createDecipheriv, createECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import type { PushRequest } from '../push/message.ts'

/** A browser that is told: it gives its keys, and reads with node's own cryptography what was meant for it (RFC 8291, 8188). */
export class Receiver {
  private readonly ecdh = createECDH('prime256v1')
  private readonly authSecret = randomBytes(16)
  readonly endpoint: string

  constructor(endpoint: string) {
    this.endpoint = endpoint
    this.ecdh.generateKeys()
  }

  get fields(): Record<string, string> {
    return {
      endpoint: this.endpoint,
      p256dh: this.ecdh.getPublicKey('base64url'),
      auth: this.authSecret.toString('base64url'),
    }
  }

  read({ body }: PushRequest): { words: unknown; padding: number } {
    const bytes = Buffer.from(body)
    const salt = bytes.subarray(0, 16)
    const idLength = bytes[20] ?? 0
    const sender = bytes.subarray(21, 21 + idLength)
    const sealed = bytes.subarray(21 + idLength)
    const about = Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), sender])
    const ikm = derive(this.ecdh.computeSecret(sender), this.authSecret, about, 32)
    const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    const end = plain.lastIndexOf(2)
    return { words: JSON.parse(plain.subarray(0, end).toString()), padding: plain.length - end - 1 }
  }
}

function derive(ikm: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', ikm, salt, info, length))
}

/** What the push service learns of who sends, when the signature is that of the key it names. */
export function senderOf({ headers }: PushRequest): { aud: string; sub: string } | undefined {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: jwk, format: 'jwk', dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return isRight ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : undefined
}
