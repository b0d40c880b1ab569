import { foldedWords, type Term } from '../found/excerpt.rules.ts'

const mostWords = 8
const longestQuery = 200
/** Shorter ones begin so many words that nothing is found by them. */
const shortestBeginning = 3

/**
 * What was typed, as the things that must all stand in a post: words (also as the beginning of a longer one) and, in
 * quotation marks, words one after the other exactly so.
 */
export function termsOf(typed: string): Term[] {
  const terms: Term[] = []
  let left = mostWords
  for (const [, quoted, bare] of typed
    .slice(0, longestQuery)
    .matchAll(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/g)) {
    const words = foldedWords(quoted ?? bare ?? '').slice(0, left)
    if (words.length === 0) continue
    left -= words.length
    const last = words.at(-1) ?? ''
    terms.push({ words, isBeginning: quoted === undefined && last.length >= shortestBeginning })
  }
  return terms
}

/** The same for PostgreSQL. Words are letters and digits only, so nothing in them can be an operator. */
export function tsqueriesOf(terms: Term[]): string[] {
  return terms.map(({ words, isBeginning }) => {
    const phrase = words.map((word) => `'${word}'`).join(' <-> ')
    return isBeginning ? `(${phrase}:*)` : `(${phrase})`
  })
}

/** Whatever has one of them; undefined where there are no two. Words of two letters stand in nearly every post. */
export function anyOf(terms: Term[]): string | undefined {
  const telling = terms.filter(({ words }) => words.join('').length >= shortestBeginning)
  return terms.length < 2 || telling.length === 0 ? undefined : `(${tsqueriesOf(telling).join(' | ')})`
}

/** Letters changed, missing, too many, or two neighbours swapped: each counts one. Restricted Damerau and Levenshtein. */
export function lettersApart(one: string, other: string): number {
  const a = [...one]
  const b = [...other]
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}

export interface KnownWord {
  word: string
  posts: number
}

export const shortestGuessed = 4

/** Longer words may be further off. */
function lettersForgiven(word: string): number {
  if (word.length < shortestGuessed) return 0
  return word.length < 8 ? 1 : 2
}

/** What a word that stands nowhere was most likely meant to be; undefined where nothing is near. */
export function likeliest(typed: string, known: KnownWord[]): string | undefined {
  const near = known
    .filter(({ word }) => word !== typed)
    .map(({ word, posts }) => ({ word, posts, apart: lettersApart(typed, word) }))
    .filter(({ apart }) => apart <= lettersForgiven(typed))
    // People rarely mistype the first letter.
    .map((one) => ({ ...one, apart: one.apart + (one.word[0] === typed[0] ? 0 : 0.5) }))
    .sort((a, b) => a.apart - b.apart || b.posts - a.posts || (a.word < b.word ? -1 : 1))
  return near[0]?.word
}

/** The query as it was probably meant, with the words that changed put in their places. */
export function replaceWords(terms: Term[], meant: ReadonlyMap<string, string>): Term[] {
  return terms.map(({ words, isBeginning }) => ({
    words: words.map((word) => meant.get(word) ?? word),
    isBeginning,
  }))
}

/** As it would be typed. */
export function writeTerms(terms: Term[]): string {
  return terms
    .map(({ words, isBeginning }) =>
      isBeginning || words.length === 1 ? words.join(' ') : `"${words.join(' ')}"`,
    )
    .join(' ')
}
