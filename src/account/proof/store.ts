import type { Database, Transaction } from '../../platform/database/index.ts'

/** The key of all nodes: the one that is there, or this one from now on. */
export async function findOrKeepKey(db: Database, fresh: Buffer): Promise<Buffer> {
  await db`insert into proof_key (key) values (${fresh}) on conflict do nothing`
  const [row] = await db<{ key: Buffer }[]>`select key from proof_key`
  if (!row) throw new Error('The key for the check at sign-up is gone.')
  return row.key
}

/** @returns false when it was used before */
export async function useUp(tx: Transaction, signature: string, until: Temporal.Instant): Promise<boolean> {
  const rows = await tx`
    insert into proofs_used (signature, expires_at) values (${signature}, ${until})
    on conflict do nothing returning signature`
  return rows.length > 0
}

export async function removeUsedProofs(db: Database, now: Temporal.Instant): Promise<void> {
  await db`delete from proofs_used where expires_at < ${now}`
}
