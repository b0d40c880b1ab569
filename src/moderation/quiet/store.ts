import type { Database, Transaction } from '../../platform/database/index.ts'

export type How = 'muted' | 'blocked'

export interface FoldedMember {
  id: string
  handle: string
  how: How
}

/** What a member's pages depend on that show others' words. */
export const foldedTag = (memberId: string) => `folded:${memberId}`

export async function listFolded(db: Database, memberId: string): Promise<FoldedMember[]> {
  return db<FoldedMember[]>`
    select m.id, m.handle, f.how from folded_members f join members m on m.id = f.other_id
    where f.member_id = ${memberId} order by f.since, m.id`
}

export async function findMemberNamed(db: Database, handle: string): Promise<string | undefined> {
  const [member] = await db<{ id: string }[]>`select id from members where handle = ${handle}`
  return member?.id
}

/** @param how null: their words are shown again */
export async function foldMember(
  tx: Transaction,
  memberId: string,
  otherId: string,
  how: How | null,
  now: Temporal.Instant,
): Promise<void> {
  if (how)
    await tx`
      insert into folded_members (member_id, other_id, how, since) values (${memberId}, ${otherId}, ${how}, ${now})
      on conflict (member_id, other_id) do update set how = excluded.how`
  else await tx`delete from folded_members where member_id = ${memberId} and other_id = ${otherId}`
  tx.changed(foldedTag(memberId))
}

/** Whether nothing direct may go from one to the other: whoever of the two asked for it. */
export async function isBlockedBetween(db: Database, oneId: string, otherId: string): Promise<boolean> {
  const rows = await db`
    select from folded_members where how = 'blocked'
      and ((member_id = ${oneId} and other_id = ${otherId}) or (member_id = ${otherId} and other_id = ${oneId}))`
  return rows.length > 0
}

export interface QuietHours {
  fromMinute: number
  toMinute: number
  zone: string
}

export async function findQuietHours(db: Database, memberId: string): Promise<QuietHours | undefined> {
  const [hours] = await db<QuietHours[]>`
    select from_minute, to_minute, zone from quiet_hours where member_id = ${memberId}`
  return hours
}

export async function changeQuietHours(
  tx: Transaction,
  memberId: string,
  hours: QuietHours | null,
): Promise<void> {
  if (!hours) await tx`delete from quiet_hours where member_id = ${memberId}`
  else
    await tx`
      insert into quiet_hours (member_id, from_minute, to_minute, zone)
      values (${memberId}, ${hours.fromMinute}, ${hours.toMinute}, ${hours.zone})
      on conflict (member_id) do update
      set from_minute = excluded.from_minute, to_minute = excluded.to_minute, zone = excluded.zone`
}

export async function exportQuiet(db: Database, memberId: string): Promise<unknown> {
  const folded = await db`
    select m.handle, f.how, f.since from folded_members f join members m on m.id = f.other_id
    where f.member_id = ${memberId} order by f.since`
  return { folded: [...folded], hours: (await findQuietHours(db, memberId)) ?? null }
}

export async function eraseQuiet(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from folded_members where member_id = ${memberId} or other_id = ${memberId}`
  await tx`delete from quiet_hours where member_id = ${memberId}`
}
