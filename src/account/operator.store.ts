import type { Database, Transaction } from '../platform/database/index.ts'
import { hashToken, newToken } from '../platform/sessions.ts'
import { handleKey } from './handle.rules.ts'
import type { Role } from './members.store.ts'
import { endAllSessions } from './sessions.store.ts'

/** Those who look after the place, operators first. */
export async function listKeepers(db: Database): Promise<{ id: string; handle: string; role: Role }[]> {
  return db<{ id: string; handle: string; role: Role }[]>`
    select id, handle, role from members where role <> 'member' order by role desc, handle`
}

/**
 * Gives somebody another role. Their sessions end: what they may do begins with the next sign-in, and what they may no
 * longer do ends now. The last operator stays one, or nobody could look after the site.
 * @returns why not, or undefined when it was done
 */
export async function changeRole(
  tx: Transaction,
  handle: string,
  role: Role,
  now: Temporal.Instant,
): Promise<'unknown' | 'lastOperator' | undefined> {
  const [member] = await tx<{ id: string; role: Role }[]>`
    select id, role from members where handle_key = ${handleKey(handle)} for update`
  if (!member) return 'unknown'
  if (member.role === role) return undefined
  const others = await tx`
    select from members where role = 'operator' and id <> ${member.id} for update`
  if (member.role === 'operator' && others.length === 0) return 'lastOperator'
  await tx`update members set role = ${role}, role_since = ${now} where id = ${member.id}`
  await endAllSessions(tx, member.id)
  return undefined
}

const linkHours = 24

async function hasOperator(db: Database): Promise<boolean> {
  const rows = await db`select 1 from members where role = 'operator' limit 1`
  return rows.length > 0
}

/**
 * The one-time link that makes the first operator, as a path on this site; `undefined` once there is an operator.
 * Each start makes a new one, so that a lost link costs a restart and not the installation.
 */
export async function makeOperatorLink(db: Database, now: Temporal.Instant): Promise<string | undefined> {
  if (await hasOperator(db)) return undefined
  const token = newToken()
  await db`
    insert into operator_invites (token_hash, expires_at)
    values (${hashToken(token)}, ${now.add({ hours: linkHours })})`
  return `/operator/first?token=${token}`
}

export type InviteState = 'open' | 'used' | 'expired' | 'unknown'

export async function inviteState(db: Database, token: string, now: Temporal.Instant): Promise<InviteState> {
  const [invite] = await db<{ expiresAt: Temporal.Instant; usedAt: Temporal.Instant | null }[]>`
    select expires_at, used_at from operator_invites where token_hash = ${hashToken(token)}`
  if (!invite) return 'unknown'
  if (invite.usedAt || (await hasOperator(db))) return 'used'
  return Temporal.Instant.compare(now, invite.expiresAt) < 0 ? 'open' : 'expired'
}

/** @returns false when somebody was quicker with this link or with another one */
export async function spendInvite(tx: Transaction, token: string, now: Temporal.Instant): Promise<boolean> {
  // Two people with two links: the lock lets the second see the first one's operator.
  await tx`lock table operator_invites in exclusive mode`
  if (await hasOperator(tx)) return false
  const rows = await tx`
    update operator_invites set used_at = ${now}
    where token_hash = ${hashToken(token)} and used_at is null and expires_at > ${now} returning expires_at`
  return rows.length > 0
}
