import type { Database, Transaction } from '../platform/database/index.ts'
import type { Group, GroupRole } from './kinds.ts'

export interface GroupMember {
  memberId: string
  handle: string
  role: GroupRole
  joinedAt: Temporal.Instant
}

export async function roleIn(
  db: Database,
  groupId: string,
  memberId: string,
): Promise<GroupRole | undefined> {
  const [row] = await db<{ role: GroupRole }[]>`
    select role from group_members where group_id = ${groupId} and member_id = ${memberId}`
  return row?.role
}

export async function isMemberOf(db: Database, groupId: string, memberId: string): Promise<boolean> {
  return (await roleIn(db, groupId, memberId)) !== undefined
}

interface OwnGroup extends Group {
  role: GroupRole
  /** The one they call their home. */
  isHome: boolean
  homeShown: boolean
}

export async function listGroupsOf(db: Database, memberId: string): Promise<OwnGroup[]> {
  return db<OwnGroup[]>`
    select groups.*, group_members.role, is_home, home_shown from group_members join groups on groups.id = group_members.group_id
    where member_id = ${memberId} order by groups.name, groups.id`
}

export async function listGroupMembers(
  db: Database,
  groupId: string,
  role?: GroupRole,
): Promise<GroupMember[]> {
  return db<GroupMember[]>`
    select member_id, handle, group_members.role, joined_at
    from group_members join members on members.id = member_id
    where group_id = ${groupId} ${role ? db`and group_members.role = ${role}` : db``}
    order by group_members.role, joined_at, member_id`
}

export async function countGroupMembers(
  db: Database,
  groupId: string,
): Promise<{ members: number; hosts: number }> {
  const [row] = await db<{ members: number; hosts: number }[]>`
    select count(*)::int as members, count(*) filter (where role = 'host')::int as hosts
    from group_members where group_id = ${groupId}`
  return row ?? { members: 0, hosts: 0 }
}

/** Joining twice is joining once: the first day and the role stay. */
export async function joinGroup(
  tx: Transaction,
  groupId: string,
  memberId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx`insert into group_members (group_id, member_id, joined_at) values (${groupId}, ${memberId}, ${at})
    on conflict do nothing`
  tx.changed(`group:${groupId}`)
}

export async function leaveGroup(tx: Transaction, groupId: string, memberId: string): Promise<void> {
  await tx`delete from group_members where group_id = ${groupId} and member_id = ${memberId}`
  tx.changed(`group:${groupId}`)
}

/** Makes others who join, leave or hand over wait until this transaction is over. */
export async function lockGroup(tx: Transaction, groupId: string): Promise<void> {
  await tx`select from groups where id = ${groupId} for update`
}
