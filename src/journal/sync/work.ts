import { concat, toBase64Url, utf8 } from '../seal/bytes.ts'

/** About a second on a phone, once in a vault's life: dear for somebody who makes vaults by the thousand. */
const workBits = 18

/** What is hashed: bound to this vault and this day, so that nothing can be worked out beforehand or used twice. */
export function workInput(vaultId: string, day: string, nonce: string): string {
  return `newleaf/v1/work ${vaultId} ${day} ${nonce}`
}

/** Whether a hash begins with enough zero bits. */
function isWorth(hash: Uint8Array, bits = workBits): boolean {
  for (let bit = 0; bit < bits; bit++) if (((hash[bit >> 3] ?? 255) >> (7 - (bit & 7))) & 1) return false
  return true
}

/** Tries numbers until one is worth it. @param hash SHA-256, at once and not as a promise */
export function findWork(
  vaultId: string,
  day: string,
  hash: (bytes: Uint8Array) => Uint8Array,
  bits = workBits,
): { day: string; nonce: string } {
  const before = utf8(workInput(vaultId, day, ''))
  for (let count = 0; ; count++) {
    const nonce = count.toString(36)
    if (isWorth(hash(concat(before, utf8(nonce))), bits)) return { day, nonce }
  }
}

export const vaultName = (vaultId: Uint8Array): string => toBase64Url(vaultId)
