import type { Database } from '../platform/database/index.ts'

/** How to come, for a line on paper. */
export interface MeetingDetails {
  id: string
  placeName: string | null
  address: string | null
  onlineUrl: string | null
  phone: string | null
}

export async function listDetails(db: Database, ids: string[]): Promise<Map<string, MeetingDetails>> {
  const rows = await db<MeetingDetails[]>`
    select id, place_name, address, online_url, phone from meetings where id = any(${[...new Set(ids)]}::bigint[])`
  return new Map(rows.map((row) => [row.id, row]))
}
