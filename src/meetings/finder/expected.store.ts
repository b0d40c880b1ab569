import type { Database } from '../../platform/database/index.ts'
import type { Wanted } from './conditions.store.ts'
import { countTraits } from './terms.store.ts'
import { type Expected, expectedOf } from './way.ts'
import { boxOf, cellsOf } from './worldMap.ts'

/** How many meetings are likely to fit; undefined before they were counted. */
export async function expectOf(
  db: Database,
  { traits, words, area }: Pick<Wanted, 'traits' | 'words' | 'area'>,
): Promise<Expected | undefined> {
  const cells = area && cellsOf(boxOf(area.point, area.km))
  // Where somebody lives says nothing about a meeting that has no room: an area counts only those that have one.
  const counted = area ? traits.filter((trait) => trait !== 'in_person') : traits
  const known = await countTraits(db, [...counted, ...(cells ?? []).map(({ cell }) => cell)])
  if (!known) return undefined
  const inArea = cells?.reduce(
    (sum, { share }, index) => sum + share * (known.counts[counted.length + index] ?? 0),
    0,
  )
  return expectedOf({
    total: known.total,
    traits: known.counts.slice(0, counted.length),
    words: words.map((word) => word.meetings),
    inArea,
  })
}
