import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Greeter } from './answered.rules.ts'
import type { Due } from './waiting.store.ts'

/** Pages that say how many greeters are here are kept under it. */
export const greetersTag = 'greeters'

export async function findGreeter(db: Database, memberId: string): Promise<Greeter | undefined> {
  const [greeter] = await db<
    Greeter[]
  >`select paused_until, here_until from greeters where member_id = ${memberId}`
  return greeter
}

export async function changeGreeter(
  tx: Transaction,
  memberId: string,
  greeter: Greeter | undefined,
  now: Temporal.Instant,
): Promise<void> {
  if (!greeter) await tx`delete from greeters where member_id = ${memberId}`
  else
    await tx`
      insert into greeters (member_id, since, paused_until, here_until)
      values (${memberId}, ${now}, ${greeter.pausedUntil}, ${greeter.hereUntil})
      on conflict (member_id) do update set paused_until = excluded.paused_until, here_until = excluded.here_until`
}

/** How many greeters have said that they are here now. Nobody is watched: who says nothing is not counted. */
export async function greetersNow(db: Database, now: Temporal.Instant): Promise<number> {
  const [row] = await db<{ here: number }[]>`
    select count(*)::int as here from greeters
    where here_until > ${now} and (paused_until is null or paused_until <= ${now})`
  return row?.here ?? 0
}

/** Greeters who may be reminded of this post: not on a pause, not its author, and able to read it. */
export async function listGreetersFor(db: Database, due: Due, now: Temporal.Instant): Promise<string[]> {
  const rows = await db<{ memberId: string }[]>`
    select member_id from greeters
    where (paused_until is null or paused_until <= ${now}) and member_id <> ${due.authorId}
      ${
        due.readers === 'members' && due.groupId
          ? db`and exists (select from group_members g where g.group_id = ${due.groupId} and g.member_id = greeters.member_id)`
          : db``
      }`
  return rows.map(({ memberId }) => memberId)
}

/**
 * Who looks after the space: the hosts of its group; for an open space, or a group that has no other host, the
 * moderators and operators, so that nobody's wait is told to nobody.
 */
export async function listHostsFor(db: Database, due: Due): Promise<string[]> {
  const hosts = due.groupId
    ? await db<{ id: string }[]>`
        select member_id as id from group_members
        where group_id = ${due.groupId} and role = 'host' and member_id <> ${due.authorId}`
    : []
  if (hosts.length > 0) return hosts.map(({ id }) => id)
  const keepers = await db<{ id: string }[]>`
    select id from members where role in ('moderator', 'operator') and id <> ${due.authorId}`
  return keepers.map(({ id }) => id)
}

export async function exportGreeter(db: Database, memberId: string): Promise<unknown> {
  const [greeter] =
    await db`select since, paused_until, here_until from greeters where member_id = ${memberId}`
  return greeter ?? null
}
