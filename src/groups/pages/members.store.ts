import type { Database, Transaction } from '../../platform/database/index.ts'
import { groupNameTag } from '../index.ts'

export async function exportMemberships(db: Database, memberId: string): Promise<unknown> {
  const groups = await db`
    select name, slug, role, joined_at, is_home, home_shown from group_members join groups on groups.id = group_id
    where member_id = ${memberId} order by joined_at, groups.id`
  const founded = await db`
    select name, slug, kind, summary, agreements, place_name, zone, purposes, spirituality, languages, circles, practices,
      created_at
    from groups where created_by = ${memberId} order by created_at, id`
  const invited = await db`
    select name, slug, takes_over, host_invitations.created_at, member_id = ${memberId} as asked_me
    from host_invitations join groups on groups.id = group_id
    where member_id = ${memberId} or invited_by = ${memberId} order by host_invitations.created_at, groups.id`
  return { groups: [...groups], founded: [...founded], invited: [...invited] }
}

/**
 * Takes a member out of every group. Where they were the last host, whoever has been there longest cares for the
 * group from now on; where they were the last at all, it closes, so that nobody finds an empty room.
 */
export async function forgetMemberships(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from host_invitations where member_id = ${memberId} or invited_by = ${memberId}`
  const left = await tx<{ groupId: string }[]>`
    delete from group_members where member_id = ${memberId} returning group_id`
  const ids = left.map((row) => row.groupId)
  await tx`update groups set created_by = null where created_by = ${memberId}`
  if (ids.length === 0) return
  await tx`
    update group_members set role = 'host' where (group_id, member_id) in (
      select distinct on (group_id) group_id, member_id from group_members heir
      where group_id = any(${ids}::bigint[])
        and not exists (select from group_members gm where gm.group_id = heir.group_id and gm.role = 'host')
      order by group_id, joined_at, member_id)`
  const closed = await tx<{ id: string }[]>`
    update groups set status = 'closed', closed_at = coalesce(closed_at, now()) where id = any(${ids}::bigint[]) and source_key is null
      and not exists (select from group_members where group_id = groups.id) returning id`
  tx.changed('groups', ...closed.map(({ id }) => groupNameTag(id)))
}
