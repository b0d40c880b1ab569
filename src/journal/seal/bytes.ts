/** What WebCrypto takes and gives: bytes that no other thread shares. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const utf8 = (text: string): Bytes => new Uint8Array(encoder.encode(text))

/** Throws where the bytes are no UTF-8. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)

export function concat(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A whole number as `size` bytes, the highest first. */
export function numberBytes(value: number, size: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('Only whole numbers from 0 are written.')
  const bytes = new Uint8Array(size)
  let rest = value
  for (let at = size - 1; at >= 0; at--) {
    bytes[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  if (rest > 0) throw new Error('The number does not fit.')
  return bytes
}

/** Each part behind its length, so that no two lists of parts are the same bytes. */
export function lengthPrefixed(...parts: Uint8Array[]): Bytes {
  return concat(...parts.flatMap((part) => [numberBytes(part.length, 4), part]))
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Throws at anything that `toBase64Url` would not have written: one value has one spelling. */
export function fromBase64Url(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  if (toBase64Url(bytes) !== text) throw new Error('This is no base64url.')
  return bytes
}

export const randomBytes = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size))

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
