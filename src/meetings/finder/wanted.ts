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

/**
 * About how many meetings a search will find, taking the conditions as independent: enough to choose the way to go.
 * @param counts how many meetings have each trait and each word
 * @param total how many there are
 */
export function expectedMeetings(counts: number[], total: number): number {
  return counts.reduce((expected, count) => expected * Math.min(1, count / Math.max(1, total)), total)
}

/**
 * Whether to gather what fits and sort it by time, or to walk along the clock until a page is full. Gathering looks at
 * each meeting that fits, walking takes `total / fitting` steps for each row of the page, and a step takes about as long
 * as a look: they take the same where fitting² = rows × total.
 */
export function shouldGather(expected: number, total: number, rows: number): boolean {
  return expected * expected < rows * total
}
