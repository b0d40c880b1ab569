import { createHash } from 'node:crypto'

/** Zero bits that the hash must begin with; a browser looks for them with `findWork`. */
const workBits = 18

/**
 * Whether making this vault cost its maker something. Bound to the vault and the day, so it needs no secret of ours, no
 * memory, and cannot be done ahead or twice. Yesterday counts: it may be midnight.
 */
export function isPaidFor(
  vaultId: Buffer,
  { day, nonce }: { day: string; nonce: string },
  today: Temporal.PlainDate,
): boolean {
  if (day !== today.toString() && day !== today.subtract({ days: 1 }).toString()) return false
  const words = `newleaf/v1/work ${vaultId.toString('base64url')} ${day} ${nonce}`
  const hash = createHash('sha256').update(words).digest()
  return hash.readUInt32BE(0) >>> (32 - workBits) === 0
}
