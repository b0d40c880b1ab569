import { type Database, roundsOn, someOf } from '../../platform/database/index.ts'

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
  const holdings = await holdingsInRounds(db, memberId)
  return holdings.find(({ until }) => until === null || Temporal.Instant.compare(until, now) > 0)
}

/** All that were not undone, the strongest first, also those whose time is over. */
const holdingsInRounds = roundsOn(async (db, memberIds: string[]): Promise<Holding[][]> => {
  const holdings = await db<(Holding & { memberId: string })[]>`
    select member_id, kind, until, id as measure_id from measures
    where member_id = any(${someOf(db, memberIds)}) and undone_at is null and kind in ('read_only', 'suspend', 'ban')
      and (kind <> 'ban' or seconded_at is not null)
    order by until desc nulls first`
  const ofMembers = Map.groupBy(holdings, ({ memberId }) => memberId)
  return memberIds.map((id) => (ofMembers.get(id) ?? []).map(({ memberId: _, ...holding }) => holding))
})
