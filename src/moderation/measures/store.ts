import type { Database } from '../../platform/database/index.ts'

/** What a member may not do for now, and where they read why. */
export interface Holding {
  kind: 'read_only' | 'suspend' | 'ban'
  until: Temporal.Instant | null
  measureId: string
}

/** The strongest measure that keeps a member from writing; a ban counts once a second moderator has agreed. */
export async function findHolding(
  db: Database,
  memberId: string,
  now: Temporal.Instant,
): Promise<Holding | undefined> {
  const [holding] = await db<Holding[]>`
    select kind, until, id as measure_id from measures
    where member_id = ${memberId} and undone_at is null and kind in ('read_only', 'suspend', 'ban')
      and (kind <> 'ban' or seconded_at is not null) and (until is null or until > ${now})
    order by until desc nulls first limit 1`
  return holding
}
