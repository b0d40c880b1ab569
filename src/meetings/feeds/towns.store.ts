import type { Database } from '../../platform/database/index.ts'

/** Whether the list of towns has been filled: before that, no town is unknown. */
export async function hasTowns(db: Database): Promise<boolean> {
  const [row] = await db`select 1 from places limit 1`
  return row !== undefined
}
