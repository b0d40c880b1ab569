import { type Bytes, lengthPrefixed, randomBytes, utf8 } from '../../seal/bytes.ts'
import type { PasskeyWrap } from '../../store-on-device/deviceStore.ts'

/** Which passkey, and what it is asked for. */
export type PasskeyAsked = Pick<PasskeyWrap, 'id' | 'salt' | 'transports'>

const label = 'newleaf/v1/passkey'
const outputBytes = 32

/**
 * The secret under a key that follows from what a passkey answers to this salt (WebAuthn, extension PRF).
 * @param output what it answered; the caller wipes it
 */
export async function wrapWithPasskey(
  secret: Bytes,
  { id, salt, transports }: PasskeyAsked,
  output: Bytes,
): Promise<PasskeyWrap> {
  const iv = randomBytes(12)
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(id, salt) }
  const box = await crypto.subtle.encrypt(algorithm, await keyOf(output, salt), secret)
  return { id, salt, transports, iv, box: new Uint8Array(box) }
}

/** @returns undefined when it is another passkey, or when something of the wrap was changed */
export async function unwrapWithPasskey(
  { id, salt, iv, box }: PasskeyWrap,
  output: Bytes,
): Promise<Bytes | undefined> {
  if (output.length !== outputBytes) return undefined
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(id, salt) }
  const secret = await crypto.subtle.decrypt(algorithm, await keyOf(output, salt), box).catch(() => undefined)
  return secret && new Uint8Array(secret)
}

async function keyOf(output: Bytes, salt: Bytes): Promise<CryptoKey> {
  if (output.length !== outputBytes) throw new Error('A passkey answers with 32 bytes.')
  const root = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(label) },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const boundTo = (id: Bytes, salt: Bytes): Bytes => lengthPrefixed(utf8(label), id, salt)
