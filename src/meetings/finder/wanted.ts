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

/** A look at a meeting costs as much as so many entries of a list of those that have a trait. */
const entriesOfALook = 40

/** Whether to look at each meeting of a place instead of reading which meetings have what else is asked for. */
export function isPlaceEnough(inArea: number, others: number[]): boolean {
  return others.length > 0 && inArea * entriesOfALook < Math.min(...others)
}

/** Along the clock; or what fits first, and with it in hand so many steps along the clock, if that is worth it. */
export type Way = { way: 'walk'; steps: number } | { way: 'gather'; steps: number | undefined }

/** In microseconds, measured at 42,000 and at a million meetings: only how they stand to each other matters. */
const cost = { lookUp: 2, itsTimes: 4, step: 3, stepInHand: 0.4 }

/** As many steps with the list in hand cost what one costs without it. */
const stepsInHand = Math.floor(cost.step / cost.stepInHand)

/**
 * Which way a page is filled soonest. What fits often is soon met along the clock, where each step looks at a meeting:
 * `total / fitting` steps for each row. What fits seldom is looked up first; with the list of it in hand a step costs
 * little, and only for the fewest it is less to read the times of each.
 * @param most steps that are ever taken when each looks at a meeting
 */
export function wayFor(fitting: number, total: number, rows: number, most: number): Way {
  const needed = (rows * total) / Math.max(1, fitting)
  // Twice as far as a page should need: chance clusters what fits.
  const steps = Math.min(most, Math.ceil(2 * needed))
  const lookUp = cost.lookUp * fitting
  if (cost.step * needed < lookUp + cost.stepInHand * needed) return { way: 'walk', steps }
  const inHand = Math.ceil(2 * needed)
  const isWorthIt = inHand <= most * stepsInHand && cost.stepInHand * inHand < cost.itsTimes * fitting
  return { way: 'gather', steps: isWorthIt ? inHand : undefined }
}
