import type { Database } from '../../platform/database/index.ts'
import type { Term } from '../found/excerpt.rules.ts'
import {
  anyOf,
  type KnownWord,
  likeliest,
  replaceWords,
  shortestGuessed,
  tsqueriesOf,
  writeTerms,
} from './query.rules.ts'
import { type Found, type Search, searchPosts } from './search.store.ts'
import { learnWords, listAlike, listKnown } from './words.store.ts'

export interface Answer extends Found {
  /** The words that stand in what was found. */
  terms: Term[]
  /** Nothing stood there for what was typed: this was looked for instead. */
  instead: string | undefined
  /** Nothing had all of the words: these have some of them. */
  isSome: boolean
}

/**
 * Looks for the words; where nothing has them, for those they were probably meant to be; and where nothing has all of
 * those, for whatever has some of them.
 */
export async function findPosts(
  db: Database,
  terms: Term[],
  search: Omit<Search, 'queries'>,
): Promise<Answer> {
  const withAll = async (terms: Term[]) =>
    searchPosts(db, {
      ...search,
      queries: tsqueriesOf(terms),
      named: wordsOf(terms),
      doubted: doubtedOf(terms),
    })
  const { known, ...found } = await withAll(terms)
  const asTyped = { ...found, terms, instead: undefined, isSome: false }
  if (terms.length === 0 || !isEmpty(found) || !(await isNowhere(db, terms, search))) return asTyped
  const meant = await guess(db, terms, known)
  const others = meant && (await withAll(meant))
  // A word is only named when there is a post with it that this reader may read.
  if (meant && others && others.posts.length > 0)
    return { ...others, terms: meant, instead: writeTerms(meant), isSome: false }
  const any = anyOf(meant ?? terms)
  const named = wordsOf(meant ?? terms)
  const some = any && (await searchPosts(db, { ...search, queries: [any], named, anyWillDo: true }))
  return some && some.posts.length > 0
    ? { ...some, terms: meant ?? terms, instead: undefined, isSome: true }
    : asTyped
}

/** Of shorter ones nobody could say what they were meant to be. */
const doubtedOf = (terms: Term[]) => [
  ...new Set(wordsOf(terms).filter(({ length }) => length >= shortestGuessed)),
]

const wordsOf = (terms: Term[]) => terms.flatMap(({ words }) => words)

const isEmpty = ({ posts, lookedBackTo }: Found) => posts.length === 0 && !lookedBackTo

/** Also on the pages before this one: past the end of what was found nothing else is offered. */
async function isNowhere(db: Database, terms: Term[], search: Omit<Search, 'queries'>): Promise<boolean> {
  if (!search.after) return true
  return isEmpty(await searchPosts(db, { ...search, queries: tsqueriesOf(terms), after: undefined }))
}

async function guess(db: Database, terms: Term[], before: string[] | undefined): Promise<Term[] | undefined> {
  const words = doubtedOf(terms)
  if (before?.length === words.length) return undefined
  await learnWords(db)
  const known = new Set(await listKnown(db, words))
  const meant = new Map<string, string>()
  for (const word of words) {
    if (known.has(word)) continue
    const alike: KnownWord[] = await listAlike(db, word)
    const better = likeliest(word, alike)
    if (better) meant.set(word, better)
  }
  return meant.size > 0 ? replaceWords(terms, meant) : undefined
}
