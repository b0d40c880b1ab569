import { handleKeys } from '../account/index.ts'
import type { Database, Transaction } from '../platform/database/index.ts'

/** Somebody is asked to host; with `takesOver` the one who asks steps back when the answer is yes. */
export interface HostInvitation {
  groupId: string
  memberId: string
  handle: string
  invitedBy: string | null
  inviterHandle: string | null
  takesOver: boolean
}

function columns(db: Database) {
  return db`group_id, host_invitations.member_id, members.handle, invited_by, inviters.handle as inviter_handle,
      takes_over
    from host_invitations join members on members.id = host_invitations.member_id
      left join members inviters on inviters.id = invited_by`
}

export async function listInvitations(db: Database, groupId: string): Promise<HostInvitation[]> {
  return db<HostInvitation[]>`select ${columns(db)} where group_id = ${groupId} order by members.handle`
}

export async function findInvitation(
  db: Database,
  groupId: string,
  memberId: string,
): Promise<HostInvitation | undefined> {
  const [row] = await db<HostInvitation[]>`
    select ${columns(db)} where group_id = ${groupId} and host_invitations.member_id = ${memberId}`
  return row
}

/** Somebody as their handle is read, however it was typed. */
export async function findByHandle(
  db: Database,
  handle: string,
): Promise<{ id: string; handle: string } | undefined> {
  const [row] = await db<{ id: string; handle: string }[]>`
    select id, handle from members where handle_key = any(${handleKeys(handle)}) order by id limit 1`
  return row
}

/** Asking twice is asking once, in the newer words. */
export async function addInvitation(
  tx: Transaction,
  asked: { groupId: string; memberId: string; invitedBy: string; takesOver: boolean },
  now: Temporal.Instant,
): Promise<void> {
  await tx`insert into host_invitations (group_id, member_id, invited_by, takes_over, created_at)
    values (${asked.groupId}, ${asked.memberId}, ${asked.invitedBy}, ${asked.takesOver}, ${now})
    on conflict (group_id, member_id) do update set invited_by = excluded.invited_by,
      takes_over = excluded.takes_over, created_at = excluded.created_at`
}

export async function removeInvitation(tx: Transaction, groupId: string, memberId: string): Promise<void> {
  await tx`delete from host_invitations where group_id = ${groupId} and member_id = ${memberId}`
}

/** The one who said yes is a host, also if they were no member before; who handed over is one no more. */
export async function acceptInvitation(
  tx: Transaction,
  { groupId, memberId, invitedBy, takesOver }: HostInvitation,
  now: Temporal.Instant,
): Promise<void> {
  await removeInvitation(tx, groupId, memberId)
  await tx`insert into group_members (group_id, member_id, role, joined_at)
    values (${groupId}, ${memberId}, 'host', ${now})
    on conflict (group_id, member_id) do update set role = 'host'`
  if (takesOver && invitedBy && invitedBy !== memberId) await stepBack(tx, groupId, invitedBy)
  tx.changed(`group:${groupId}`)
}

/** A host is a member again. */
export async function stepBack(tx: Transaction, groupId: string, memberId: string): Promise<void> {
  await tx`update group_members set role = 'member' where group_id = ${groupId} and member_id = ${memberId}`
  tx.changed(`group:${groupId}`)
}
