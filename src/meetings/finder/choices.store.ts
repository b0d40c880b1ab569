import type { Database } from '../../platform/database/index.ts'
import { typeCodes } from '../feeds/typeCodes.ts'

/** What the lists of the form offer: what some meeting has, the most frequent first. */
export interface Choices {
  languages: string[]
  fellowships: string[]
  types: string[]
}

const fellowshipsOffered = 60

export async function listChoices(db: Database): Promise<Choices> {
  const rows = await db<{ trait: string }[]>`
    select trait from finder_counts where trait ~ '^(language|fellowship|type):' order by meetings desc, trait`
  const of = (name: string) =>
    rows.filter(({ trait }) => trait.startsWith(`${name}:`)).map(({ trait }) => trait.slice(name.length + 1))
  const types = of('type').filter((code) => typeCodes.has(code))
  return {
    languages: of('language').filter((code) => /^[a-z]{2,3}$/.test(code)),
    fellowships: of('fellowship').slice(0, fellowshipsOffered),
    // Before the first count nothing is known of any.
    types: rows.length > 0 ? types : [...typeCodes],
  }
}
