import type { Filters } from './filters.ts'

/** What a meeting must be, in the words of its `traits`; see write_traits() in the database. */
export function traitsOf(filters: Filters): string[] {
  const { from, fellowship, kind, how, language, circle, practice, types } = filters
  const traits = [
    from,
    fellowship && `fellowship:${fellowship}`,
    kind && `kind:${kind}`,
    how,
    language && `language:${language}`,
    circle && `circle:${circle}`,
    practice && `practice:${practice}`,
    ...types.map((type) => `type:${type}`),
  ]
  return [...new Set(traits.filter((trait): trait is string => Boolean(trait)))]
}

/** A word that was typed, and the words of meetings that it stands for. */
export interface SoughtWord {
  typed: string
  /** Exactly so, or beginning so. Empty: no meeting says it, or none is known to. */
  said: string[]
  /** Written nearly so: used when nothing is written exactly so. */
  nearly: string[]
  /** How many meetings have one of the words that are used. */
  meetings: number
}

/** The words as PostgreSQL's full-text search wants them; undefined when there are none. */
export function queryOf(words: SoughtWord[]): string | undefined {
  const parts = words.map((word) => {
    const used = word.said.length > 0 ? word.said : word.nearly
    return `(${(used.length > 0 ? used : [word.typed]).map(quoted).join(' | ')})`
  })
  return parts.length > 0 ? parts.join(' & ') : undefined
}

function quoted(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`
}
