import { type Bytes, concat, lengthPrefixed, numberBytes, randomBytes, utf8 } from './bytes.ts'
import type { VaultKeys } from './keys.ts'
import { pad, paddedSizes, unpad } from './padding.ts'
import { SealBroken } from './sealBroken.ts'

/** Where a blob belongs. It opens nowhere else. */
export interface Place {
  /** 16 random bytes. */
  recordId: Bytes
  type: string
  schema: number
  /** The revision of the record that this write replaces; 0 for its first. */
  baseRev: number
}

const formatVersion = 1
const saltBytes = 16
const ivBytes = 12
const tagBytes = 16
const headBytes = 1 + saltBytes + ivBytes

/** The lengths that a blob can have; the server refuses others. */
export const blobSizes: number[] = paddedSizes.map((size) => headBytes + size + tagBytes)

export async function sealBlob(
  keys: VaultKeys,
  place: Place,
  text: Uint8Array,
  random: (size: number) => Bytes = randomBytes,
): Promise<Bytes> {
  const salt = random(saltBytes)
  const iv = random(ivBytes)
  const key = await keyOfWrite(keys, place.recordId, salt)
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(keys, place) }
  const sealed = await crypto.subtle.encrypt(algorithm, key, pad(text))
  return concat(numberBytes(formatVersion, 1), salt, iv, new Uint8Array(sealed))
}

/** @returns the text that was sealed for this very place. Throws SealBroken for everything else. */
export async function openBlob(keys: VaultKeys, place: Place, blob: Bytes): Promise<Bytes> {
  if (blob[0] !== formatVersion) throw new SealBroken(blob.length > 0 ? 'unknown-version' : 'malformed')
  if (!blobSizes.includes(blob.length)) throw new SealBroken('malformed')
  const salt = blob.slice(1, 1 + saltBytes)
  const iv = blob.slice(1 + saltBytes, headBytes)
  const key = await keyOfWrite(keys, place.recordId, salt)
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(keys, place) }
  const padded = await crypto.subtle.decrypt(algorithm, key, blob.slice(headBytes)).catch(() => {
    throw new SealBroken('not-authentic')
  })
  return unpad(new Uint8Array(padded))
}

function keyOfWrite(keys: VaultKeys, recordId: Bytes, salt: Bytes): Promise<CryptoKey> {
  const info = concat(utf8('newleaf/v1/record'), recordId)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    keys.record,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function boundTo(keys: VaultKeys, { recordId, type, schema, baseRev }: Place): Bytes {
  return lengthPrefixed(
    numberBytes(formatVersion, 1),
    keys.vaultId,
    recordId,
    utf8(type),
    numberBytes(schema, 4),
    numberBytes(baseRev, 8),
  )
}
