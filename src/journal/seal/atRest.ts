import { type Bytes, concat, lengthPrefixed, randomBytes, utf8 } from './bytes.ts'
import type { VaultKeys } from './keys.ts'
import { SealBroken } from './sealBroken.ts'

const ivBytes = 12
const step = 256

/**
 * Seals what stays on this device: one key for all, so that a thousand entries open in the blink of an eye.
 * 96 random bits a write leave room for 2^32 writes under it. What is sealed says which row it is of.
 */
export async function sealRow(keys: VaultKeys, name: string, value: unknown): Promise<Bytes> {
  const text = utf8(JSON.stringify(value))
  // Blanks behind JSON mean nothing: lengths on the disk are then multiples.
  const padded = new Uint8Array(Math.ceil((text.length + 1) / step) * step).fill(0x20)
  padded.set(text)
  const iv = randomBytes(ivBytes)
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: rowOf(keys, name) },
    keys.device,
    padded,
  )
  return concat(iv, new Uint8Array(sealed))
}

export async function openRow<T>(keys: VaultKeys, name: string, sealed: Bytes): Promise<T> {
  const algorithm = {
    name: 'AES-GCM',
    iv: sealed.slice(0, ivBytes),
    additionalData: rowOf(keys, name),
  }
  const text = await crypto.subtle.decrypt(algorithm, keys.device, sealed.slice(ivBytes)).catch(() => {
    throw new SealBroken('not-authentic')
  })
  return JSON.parse(new TextDecoder().decode(text)) as T
}

function rowOf(keys: VaultKeys, name: string): Bytes {
  return lengthPrefixed(utf8('newleaf/v1/device-row'), keys.vaultId, utf8(name))
}
