import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../../../platform/database/index.ts'
import type { PersonalData } from '../../../platform/personalData.ts'

export interface CalendarAddress {
  /** The calendar says "Appointment" instead of the names of meetings. */
  plain: boolean
  madeAt: Temporal.Instant
}

export async function findAddress(db: Database, memberId: string): Promise<CalendarAddress | undefined> {
  const [row] = await db<CalendarAddress[]>`
    select plain, made_at from calendar_addresses where member_id = ${memberId}`
  return row
}

/** Makes a new address; the one before it ends. @returns the secret part, which is nowhere kept */
export async function makeAddress(
  tx: Transaction,
  memberId: string,
  plain: boolean,
  now: Temporal.Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx`insert into calendar_addresses (member_id, token_hash, plain, made_at)
    values (${memberId}, ${hashOf(token)}, ${plain}, ${now})
    on conflict (member_id) do update
    set token_hash = excluded.token_hash, plain = excluded.plain, made_at = excluded.made_at`
  return token
}

export async function endAddress(db: Database, memberId: string): Promise<void> {
  await db`delete from calendar_addresses where member_id = ${memberId}`
}

export async function findOwner(
  db: Database,
  token: string,
): Promise<{ memberId: string; plain: boolean } | undefined> {
  const [row] = await db<{ memberId: string; plain: boolean }[]>`
    select member_id, plain from calendar_addresses where token_hash = ${hashOf(token)}`
  return row
}

/** 256 random bits need no slow hash. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export const personalData: PersonalData = {
  slice: 'calendar',
  exportOf: async (db, memberId) => ({ address: (await findAddress(db, memberId)) ?? null }),
  erase: (tx, memberId) => endAddress(tx, memberId),
}
