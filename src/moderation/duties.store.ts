import type { Database, Transaction } from '../platform/database/index.ts'

export interface Duty {
  id: string
  moderatorId: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** Shifts that are not over, the next first, of those who are moderators still. */
export async function listDuties(db: Database, now: Temporal.Instant): Promise<Duty[]> {
  return db<Duty[]>`
    select d.id, d.moderator_id, d.starts_at, d.ends_at from duties d join members m on m.id = d.moderator_id
    where d.ends_at > ${now} and m.role in ('moderator', 'operator') order by d.starts_at, d.id limit 200`
}

export async function addDuty(
  tx: Transaction,
  moderatorId: string,
  { startsAt, endsAt }: Pick<Duty, 'startsAt' | 'endsAt'>,
): Promise<void> {
  await tx`insert into duties (moderator_id, starts_at, ends_at) values (${moderatorId}, ${startsAt}, ${endsAt})`
  tx.changed('duties')
}

export async function removeDuty(tx: Transaction, moderatorId: string, id: string): Promise<void> {
  await tx`delete from duties where id = ${id} and moderator_id = ${moderatorId}`
  tx.changed('duties')
}

/** Everybody who may decide a case. */
export async function listKeepers(
  db: Database,
  now: Temporal.Instant,
): Promise<{ id: string; onDuty: boolean }[]> {
  return db<{ id: string; onDuty: boolean }[]>`
    select id, exists (select from duties d
      where d.moderator_id = members.id and d.starts_at <= ${now} and d.ends_at > ${now}) as on_duty
    from members where role in ('moderator', 'operator') order by id`
}
