import { createHash } from 'node:crypto'
import { type Database, type Transaction, transaction } from '../../platform/database/index.ts'
import { bytesInAnswer, bytesInVault, rememberDays, rowsInVault, tombstoneDays } from './limits.ts'
import type { Holder, Write } from './reading.ts'

export interface StoredRecord {
  recordId: Buffer
  revision: number
  baseRevision: number
  blob: Buffer
}

type Written =
  | { revisions: number[] }
  /** Somebody else wrote in the meantime: what stands there now. */
  | { stale: StoredRecord[] }
  | { refused: 'full' | 'mixed' }

/** @returns false when there is a vault of this name under another token */
export async function addVault(db: Database, { vaultId, token }: Holder): Promise<boolean> {
  await db`insert into vaults (id, token_hash) values (${vaultId}, ${hashOf(token)}) on conflict (id) do nothing`
  return (await findVault(db, { vaultId, token })) !== undefined
}

/** Undefined alike where there is no such vault and where the token is another's. */
export async function findVault(
  db: Database,
  { vaultId, token }: Holder,
): Promise<{ revision: number } | undefined> {
  const [vault] = await db<{ revision: number }[]>`
    select revision from vaults where id = ${vaultId} and token_hash = ${hashOf(token)}`
  return vault
}

/** Everything of it, at once. */
export async function removeVault(db: Database, vaultId: Buffer): Promise<void> {
  await db`delete from vaults where id = ${vaultId}`
}

/** What changed after a revision, in order, as much as one answer carries. */
export async function listSince(
  db: Database,
  vaultId: Buffer,
  since: number,
): Promise<{ records: StoredRecord[]; more: boolean; head: number }> {
  // One statement sees one moment: a batch that commits meanwhile is seen whole or not at all.
  const rows = await db<(StoredRecord & { head: number; total: number })[]>`
    with later as (
      select record_id, revision, base_revision, blob,
        sum(octet_length(blob)) over (order by revision) - octet_length(blob) as before
      from vault_records where vault_id = ${vaultId} and revision > ${since}
    )
    select l.record_id, l.revision, l.base_revision, l.blob, v.revision as head,
      (select count(*)::int from later) as total
    from vaults v left join later l on l.before < ${bytesInAnswer}
    where v.id = ${vaultId} order by l.revision`
  const records = rows
    .filter(({ recordId }) => recordId !== null)
    .map(({ recordId, revision, baseRevision, blob }) => ({ recordId, revision, baseRevision, blob }))
  return { records, more: records.length < (rows[0]?.total ?? 0), head: rows[0]?.head ?? 0 }
}

/**
 * A whole batch or nothing of it. Each write takes the vault's next revision. Sent again, it is answered as the first time;
 * when one of its records has changed since, nothing is written and the current blobs are the answer.
 */
export async function writeBatch(
  db: Database,
  vaultId: Buffer,
  writes: Write[],
  today: Temporal.PlainDate,
): Promise<Written | undefined> {
  return transaction(db, async (tx) => {
    // One batch at a time: revisions have no gaps, and what follows sees what came before.
    const [vault] = await tx<{ revision: number; records: number; bytes: number }[]>`
      select revision, records, bytes from vaults where id = ${vaultId} for update`
    if (!vault) return undefined
    const before = await revisionsGiven(tx, vaultId, writes)
    if (before.every((revision) => revision !== undefined)) return { revisions: before }
    if (before.some((revision) => revision !== undefined)) return { refused: 'mixed' }

    const ids = writes.map(({ recordId }) => recordId)
    const there = await tx<StoredRecord[]>`
      select record_id, revision, base_revision, blob from vault_records
      where vault_id = ${vaultId} and record_id in ${tx(ids)} for update`
    const known = new Map(there.map((record) => [record.recordId.toString('hex'), record]))
    const of = ({ recordId }: Write) => known.get(recordId.toString('hex'))
    const isStale = writes.filter((write) => (of(write)?.revision ?? 0) !== write.baseRev)
    if (isStale.length > 0) return { stale: isStale.flatMap((write) => of(write) ?? []) }

    const records = vault.records + writes.length - there.length
    const bytes = vault.bytes + sum(writes) - sum(there)
    if (records > rowsInVault || bytes > bytesInVault) return { refused: 'full' }

    const revisions = writes.map((_, at) => vault.revision + 1 + at)
    for (const [at, { recordId, baseRev, blob, gone }] of writes.entries())
      await tx`
        insert into vault_records (vault_id, record_id, revision, base_revision, blob, gone_on)
        values (${vaultId}, ${recordId}, ${revisions[at] ?? 0}, ${baseRev}, ${blob}, ${gone ? today : null})
        on conflict (vault_id, record_id) do update set revision = excluded.revision,
          base_revision = excluded.base_revision, blob = excluded.blob, gone_on = excluded.gone_on`
    await tx`
      insert into vault_writes ${tx(
        writes.map(({ opId }, at) => ({ vaultId, opId, revision: revisions[at] ?? 0, doneOn: today })),
      )}`
    await tx`update vaults set revision = revision + ${writes.length}, records = ${records}, bytes = ${bytes}
      where id = ${vaultId}`
    return { revisions }
  })
}

/** What is over: removed records after 180 days, numbers of writes after 30, meetings of another day. */
export async function forgetOld(db: Database, today: Temporal.PlainDate): Promise<void> {
  await transaction(db, async (tx) => {
    await tx`
      with gone as (
        delete from vault_records where gone_on <= ${today.subtract({ days: tombstoneDays })}
        returning vault_id, octet_length(blob) as bytes
      ), less as (
        select vault_id, count(*)::int as records, sum(bytes)::int as bytes from gone group by vault_id
      )
      update vaults set records = vaults.records - less.records, bytes = vaults.bytes - less.bytes
      from less where vaults.id = less.vault_id`
    await tx`delete from vault_writes where done_on < ${today.subtract({ days: rememberDays })}`
    await tx`delete from vault_meetings where left_on < ${today}`
  })
}

/** Each of the two may leave one note, once. @returns false when there is one already */
export async function leaveNote(
  db: Database,
  { id, kind }: { id: Buffer; kind: string },
  note: Buffer,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const left = await db`
    insert into vault_meetings (id, kind, note, left_on) values (${id}, ${kind}, ${note}, ${today})
    on conflict (id, kind) do nothing returning kind`
  return left.length > 0
}

/** A key may be fetched again; the secret goes over once. */
export async function takeNote(
  db: Database,
  { id, kind }: { id: Buffer; kind: string },
): Promise<Buffer | undefined> {
  const [found] =
    kind === 'secret'
      ? await db<{ note: Buffer }[]>`
          with taken as (delete from vault_meetings where id = ${id} returning kind, note)
          select note from taken where kind = 'secret'`
      : await db<{ note: Buffer }[]>`select note from vault_meetings where id = ${id} and kind = ${kind}`
  return found?.note
}

async function revisionsGiven(
  tx: Transaction,
  vaultId: Buffer,
  writes: Write[],
): Promise<(number | undefined)[]> {
  const rows = await tx<{ opId: Buffer; revision: number }[]>`
    select op_id, revision from vault_writes
    where vault_id = ${vaultId} and op_id in ${tx(writes.map(({ opId }) => opId))}`
  const given = new Map(rows.map(({ opId, revision }) => [opId.toString('hex'), revision]))
  return writes.map(({ opId }) => given.get(opId.toString('hex')))
}

const hashOf = (token: Buffer): Buffer => createHash('sha256').update(token).digest()
const sum = (blobs: { blob: Buffer }[]): number => blobs.reduce((all, { blob }) => all + blob.length, 0)
