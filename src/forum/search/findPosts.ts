import type { Database } from '../../platform/database/index.ts'
import type { Term } from '../found/excerpt.rules.ts'
import {
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
}

/** Looks for the words; where nothing has them, for those they were probably meant to be. */
export async function findPosts(
  db: Database,
  terms: Term[],
  search: Omit<Search, 'queries'>,
): Promise<Answer> {
  const found = await searchPosts(db, { ...search, queries: tsqueriesOf(terms) })
  const isEmpty = found.posts.length === 0 && !found.lookedBackTo && !search.after
  if (!isEmpty || terms.length === 0) return { ...found, terms, instead: undefined }
  const meant = await guess(db, terms)
  if (!meant) return { ...found, terms, instead: undefined }
  const others = await searchPosts(db, { ...search, queries: tsqueriesOf(meant) })
  // A word is only named when there is a post with it that this reader may read.
  if (others.posts.length === 0) return { ...found, terms, instead: undefined }
  return { ...others, terms: meant, instead: writeTerms(meant) }
}

async function guess(db: Database, terms: Term[]): Promise<Term[] | undefined> {
  const words = [...new Set(terms.flatMap((term) => term.words))].filter(
    ({ length }) => length >= shortestGuessed,
  )
  if ((await listKnown(db, words)).length === words.length) return undefined
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
