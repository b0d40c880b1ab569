import type { Database, Transaction } from '../platform/database/index.ts'
import { handleKey, handleKeys, tidyHandle } from './handle.rules.ts'
import { sessionsChannel } from './sessions.store.ts'

export type Role = 'member' | 'moderator' | 'operator'

export interface Profile {
  handle: string
  role: Role
  roleSince: Temporal.Instant
  zone: string | null
  showsDay: boolean
  lastDoseOn: Temporal.PlainDate | null
  createdAt: Temporal.Instant
}

interface NewMember {
  handle: string
  passphraseHash: string
  recoveryHash: string
  role?: Role
  zone?: string | null
  showsDay?: boolean
  lastDoseOn?: Temporal.PlainDate | null
  /** Whether the device did some work for it. */
  provedWork?: boolean
  /** Since when the operator vouches for them. */
  vouchedAt?: Temporal.Instant | null
  /** Since when they have their role, where that is not the day they joined. */
  roleSince?: Temporal.Instant
}

/** @returns the new member's id, or `undefined` when the handle looks like one that is taken */
export async function addMember(
  tx: Transaction,
  member: NewMember,
  now: Temporal.Instant,
): Promise<string | undefined> {
  if (await isHandleTaken(tx, member.handle)) return undefined
  const [row] = await tx<{ id: string }[]>`
    insert into members (handle, handle_key, passphrase_hash, recovery_hash, role, zone, shows_day, last_dose_on, proved_work,
      vouched_at, created_at, role_since)
    values (${tidyHandle(member.handle)}, ${handleKey(member.handle)}, ${member.passphraseHash}, ${member.recoveryHash},
      ${member.role ?? 'member'}, ${member.zone ?? null}, ${member.showsDay ?? false}, ${member.lastDoseOn ?? null},
      ${member.provedWork ?? true}, ${member.vouchedAt ?? null}, ${now}, ${member.roleSince ?? now})
    on conflict (handle_key) do nothing returning id`
  return row?.id
}

export async function isHandleTaken(db: Database, handle: string): Promise<boolean> {
  const rows = await db`select 1 from members where handle_key in ${db(handleKeys(handle))} limit 1`
  return rows.length > 0
}

export interface Secrets {
  id: string
  handle: string
  role: Role
  zone: string | null
  passphraseHash: string
  recoveryHash: string
}

export async function findSecretsByHandle(db: Database, handle: string): Promise<Secrets | undefined> {
  const [row] = await db<Secrets[]>`
    select id, handle, role, zone, passphrase_hash, recovery_hash from members where handle_key = ${handleKey(handle)}`
  return row
}

export async function findSecrets(db: Database, memberId: string): Promise<Secrets | undefined> {
  const [row] = await db<Secrets[]>`
    select id, handle, role, zone, passphrase_hash, recovery_hash from members where id = ${memberId}`
  return row
}

export async function changePassphrase(
  tx: Transaction,
  memberId: string,
  passphraseHash: string,
): Promise<void> {
  await tx`update members set passphrase_hash = ${passphraseHash} where id = ${memberId}`
}

export async function changeRecoveryHash(
  tx: Transaction,
  memberId: string,
  recoveryHash: string,
): Promise<void> {
  await tx`update members set recovery_hash = ${recoveryHash} where id = ${memberId}`
}

/**
 * Uses a recovery code up.
 * @returns false when it was used a moment ago by another request
 */
export async function replaceSecrets(
  tx: Transaction,
  memberId: string,
  usedRecoveryHash: string,
  next: { passphraseHash: string; recoveryHash: string },
): Promise<boolean> {
  const rows = await tx`
    update members set passphrase_hash = ${next.passphraseHash}, recovery_hash = ${next.recoveryHash}
    where id = ${memberId} and recovery_hash = ${usedRecoveryHash} returning id`
  return rows.length > 0
}

export async function findProfile(db: Database, memberId: string): Promise<Profile | undefined> {
  const [row] = await db<Profile[]>`
    select handle, role, role_since, zone, shows_day, last_dose_on, created_at from members where id = ${memberId}`
  return row
}

/**
 * Every cached page that shows what members wrote carries this tag too: dropped when one of them shows their day
 * from now on, or no longer, and when one is forgotten.
 */
export const profilesTag = 'profiles'

/** The same of one member, for pages that name everybody whom they show. */
export const memberTag = (memberId: string) => `=member ${memberId}`

export async function changeProfile(
  tx: Transaction,
  memberId: string,
  profile: Pick<Profile, 'zone' | 'showsDay' | 'lastDoseOn'>,
): Promise<void> {
  const [before] = await tx<{ showedDay: boolean }[]>`
    with before as (select id, shows_day from members where id = ${memberId} for update)
    update members
    set zone = ${profile.zone}, shows_day = ${profile.showsDay}, last_dose_on = ${profile.lastDoseOn}
    from before where members.id = before.id returning before.shows_day as showed_day`
  // What a node remembers of a session holds the zone.
  tx.announce(sessionsChannel, { memberId })
  if (before && before.showedDay !== profile.showsDay) tx.changed(profilesTag, memberTag(memberId))
}

/** Takes the sessions, device marks and whatever else hangs on the member along. */
export async function removeMember(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from members where id = ${memberId}`
}
