import type { Database } from '../platform/database/index.ts'

/** Counts for the operator: how many, never who. */
export interface State {
  bytes: number
  members: number
  groups: number
  topics: number
  times: number
}

export async function readState(db: Database, now: Temporal.Instant): Promise<State> {
  const [row] = await db<{ [Name in keyof State]: string }[]>`
    select pg_database_size(current_database()) as bytes,
      (select count(*) from members) as members,
      (select count(*) from groups where status = 'active') as groups,
      (select count(*) from topics where removed_at is null) as topics,
      (select count(*) from meeting_times where starts_at > ${now}) as times`
  if (!row) throw new Error('Counting gave nothing.')
  return {
    bytes: Number(row.bytes),
    members: Number(row.members),
    groups: Number(row.groups),
    topics: Number(row.topics),
    times: Number(row.times),
  }
}
