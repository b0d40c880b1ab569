import type { GroupKind } from '../../../groups/index.ts'
import type { Database } from '../../../platform/database/index.ts'

export interface BodyGroup {
  id: string
  slug: string
  name: string
  kind: GroupKind
  summary: string
}

const batch = 500

/** All active groups, some at a time. */
export async function* bodyGroups(db: Database): AsyncGenerator<BodyGroup[]> {
  let after = '0'
  for (;;) {
    const rows = await db<BodyGroup[]>`
      select id, slug, name, kind, summary from groups where status = 'active' and id > ${after}
      order by id limit ${batch}`
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.id ?? after
    if (rows.length < batch) return
  }
}

/** The middle of all doors: where a map of this site begins. */
export async function middleOfMeetings(
  db: Database,
): Promise<{ latitude: number; longitude: number } | undefined> {
  const [row] = await db<{ latitude: number | null; longitude: number | null }[]>`
    select avg(latitude) as latitude, avg(longitude) as longitude from meetings
    where in_person and status = 'running' and latitude is not null`
  if (!row || row.latitude === null || row.longitude === null) return undefined
  return { latitude: row.latitude, longitude: row.longitude }
}
