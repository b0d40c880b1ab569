import type { Database } from '../../platform/database/index.ts'
import type { Circle } from '../index.ts'
import type { FitGroup } from './candidate.ts'

/**
 * Groups that may be suggested to somebody who named these circles, in light rows: a thousand imported groups
 * are weighed in one request.
 */
export async function listFitGroups(db: Database, named: Circle[]): Promise<FitGroup[]> {
  return db<FitGroup[]>`
    select id, slug, name, kind, purposes, spirituality, languages, circles, practices, online, in_person,
      place_name, source_key, created_at
    from groups
    where status = 'active' and circles <@ ${named}::text[]
      ${named.includes('family') ? db`` : db`and kind <> 'family'`}`
}

/** Languages in which there is a group, the most frequent first. */
export async function listGroupLanguages(db: Database): Promise<string[]> {
  const rows = await db<{ language: string }[]>`
    select language from groups, unnest(languages) as language
    where status = 'active' group by language order by count(*) desc, language`
  return rows.map((row) => row.language)
}
