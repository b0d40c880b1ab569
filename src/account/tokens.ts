import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// Crockford's alphabet: no I, L, O or U, which are misread when copied by hand.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 140 random bits as 28 signs in groups of four: "7K2M-…". */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(28)].map((byte) => alphabet.charAt(byte % 32)).join('')
  return (signs.match(/.{4}/g) ?? []).join('-')
}

/** The code as it was made, from however it was typed: small letters, spaces, and O for 0. */
export function tidyRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** What is stored of a code; 140 random bits need no slow hash. */
export function recoveryHash(code: string): string {
  return createHash('sha256').update(tidyRecoveryCode(code)).digest('base64url')
}

/** Does the same work whether there is a hash or not. */
export function isRecoveryCode(typed: string, stored: string | undefined): boolean {
  const given = Buffer.from(recoveryHash(typed))
  const right = Buffer.from(stored ?? recoveryHash(''))
  return given.length === right.length && timingSafeEqual(given, right) && stored !== undefined
}

const memoryKey = randomBytes(32)

/** A key for counters in memory, from which nobody reads a handle; new at every start. */
export function counterKey(kind: string, name: string): string {
  return createHmac('sha256', memoryKey).update(`${kind}:${name}`).digest('base64url')
}
