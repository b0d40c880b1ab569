import type { Database, Transaction } from '../../platform/database/index.ts'
import { hashToken } from '../../platform/sessions.ts'

export type Purpose = 'enter' | 'add' | 'confirm'

export interface Passkey {
  id: string
  name: string
  addedAt: Temporal.Instant
  lastUsedOn: Temporal.PlainDate | null
}

export interface StoredPasskey {
  id: string
  memberId: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
}

/** @param memberId null for somebody who is about to sign in, whoever it is */
export async function addChallenge(
  db: Database,
  challenge: string,
  purpose: Purpose,
  memberId: string | null,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await db`
    insert into passkey_challenges (challenge_hash, purpose, member_id, expires_at)
    values (${hashToken(challenge)}, ${purpose}, ${memberId}, ${expiresAt})`
}

/** @returns false when nobody was asked this, or it was answered before, or too long ago */
export async function spendChallenge(
  db: Database,
  challenge: string,
  purpose: Purpose,
  memberId: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await db`
    delete from passkey_challenges
    where challenge_hash = ${hashToken(challenge)} and purpose = ${purpose}
      and member_id is not distinct from ${memberId} and expires_at > ${now}
    returning challenge_hash`
  return rows.length > 0
}

export async function removeOldChallenges(db: Database, now: Temporal.Instant): Promise<void> {
  await db`delete from passkey_challenges where expires_at <= ${now}`
}

export async function listPasskeys(db: Database, memberId: string): Promise<Passkey[]> {
  return db<Passkey[]>`
    select id, name, added_at, last_used_on from passkeys where member_id = ${memberId} order by added_at, id`
}

export async function listCredentials(db: Database, memberId: string): Promise<StoredPasskey[]> {
  return db<StoredPasskey[]>`
    select id, member_id, credential_id, public_key, counter::float8, transports from passkeys
    where member_id = ${memberId} order by id`
}

export async function findCredential(db: Database, credentialId: Buffer): Promise<StoredPasskey | undefined> {
  const [row] = await db<StoredPasskey[]>`
    select id, member_id, credential_id, public_key, counter::float8, transports from passkeys
    where credential_id = ${credentialId}`
  return row
}

/** @returns false when this very key is somebody's already */
export async function addPasskey(
  tx: Transaction,
  passkey: Omit<StoredPasskey, 'id'> & { name: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx`
    insert into passkeys (member_id, credential_id, public_key, counter, transports, name, added_at)
    values (${passkey.memberId}, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.counter},
      ${passkey.transports}, ${passkey.name}, ${now})
    on conflict (credential_id) do nothing returning id`
  return rows.length > 0
}

/** @returns false when another answer with this count came first, as from a copy of the key */
export async function markUsed(
  tx: Transaction,
  id: string,
  counter: number,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const rows = await tx`
    update passkeys set counter = ${counter}, last_used_on = ${today}
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning id`
  return rows.length > 0
}

/** @returns its name, or undefined when the member has no such passkey */
export async function removePasskey(
  tx: Transaction,
  memberId: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await tx<{ name: string }[]>`
    delete from passkeys where id = ${id} and member_id = ${memberId} returning name`
  return row?.name
}

/**
 * For somebody in office who has lost their passkeys: all are gone, and the days to add one begin anew.
 * @returns the member's id and role, or undefined when nobody has this handle
 */
export async function removeAllPasskeys(
  tx: Transaction,
  handleKey: string,
  now: Temporal.Instant,
): Promise<{ id: string; removed: number } | undefined> {
  const [member] = await tx<{ id: string }[]>`
    update members set role_since = ${now} where handle_key = ${handleKey} returning id`
  if (!member) return undefined
  const rows = await tx`delete from passkeys where member_id = ${member.id} returning id`
  return { id: member.id, removed: rows.length }
}

export async function exportPasskeys(db: Database, memberId: string): Promise<unknown> {
  return [
    ...(await db`
      select name, added_at, last_used_on, encode(credential_id, 'base64') as credential_id from passkeys
      where member_id = ${memberId} order by id`),
  ]
}

export async function erasePasskeys(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from passkeys where member_id = ${memberId}`
  await tx`delete from passkey_challenges where member_id = ${memberId}`
}
