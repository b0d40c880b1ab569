import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../../platform/database/index.ts'

export interface Invite {
  id: string
  label: string
  mostUses: number
  used: number
  vouches: boolean
  expiresAt: Temporal.Instant
  revokedAt: Temporal.Instant | null
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

export async function needsInvite(db: Database): Promise<boolean> {
  const [row] = await db<{ needsInvite: boolean }[]>`select needs_invite from joining`
  return row?.needsInvite ?? false
}

export async function requireInvites(tx: Transaction, needed: boolean): Promise<void> {
  await tx`update joining set needs_invite = ${needed}`
}

/** The invite of a link that still works. */
export async function findInvite(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<Invite | undefined> {
  const [invite] = await db<Invite[]>`
    select ${columns(db)} from invites
    where token_hash = ${hashOf(token)} and revoked_at is null and expires_at > ${now} and used < most_uses`
  return invite
}

/** Counts one use, in the transaction that makes the account. @returns undefined when somebody was quicker */
export async function useInvite(
  tx: Transaction,
  token: string,
  now: Temporal.Instant,
): Promise<Invite | undefined> {
  const [invite] = await tx<Invite[]>`
    update invites set used = used + 1
    where token_hash = ${hashOf(token)} and revoked_at is null and expires_at > ${now} and used < most_uses
    returning ${columns(tx)}`
  return invite
}

export async function listInvites(db: Database): Promise<Invite[]> {
  return db<Invite[]>`select ${columns(db)} from invites order by made_at desc, id desc limit 200`
}

export async function addInvite(
  tx: Transaction,
  invite: { token: string; label: string; mostUses: number; days: number; vouches: boolean; madeBy: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into invites (token_hash, label, made_by, most_uses, vouches, made_at, expires_at)
    values (${hashOf(invite.token)}, ${invite.label}, ${invite.madeBy}, ${invite.mostUses}, ${invite.vouches}, ${now},
      ${now.add({ hours: 24 * invite.days })})`
}

/** @returns false when there is no such invite */
export async function revokeInvite(
  tx: Transaction,
  inviteId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx`
    update invites set revoked_at = coalesce(revoked_at, ${now}) where id = ${inviteId} returning id`
  return rows.length > 0
}

function columns(db: Database) {
  return db`id, label, most_uses, used, vouches, expires_at, revoked_at`
}
