import { type Circle, circles, type Purpose, purposes } from '../index.ts'

export const likes = ['twelve_step', 'discussion', 'skills', 'meditation', 'yoga', 'walk'] as const
export type Like = (typeof likes)[number]

export const spirits = ['welcome', 'prefer_not', 'either'] as const
type Spirit = (typeof spirits)[number]

export const ways = ['online', 'in_person', 'both'] as const
type Way = (typeof ways)[number]

export const parts = ['morning', 'afternoon', 'evening', 'night'] as const
export type Part = (typeof parts)[number]

/** A stretch of the week in the person's own zone. A night belongs to the day on which it began. */
export type Slot = `${'weekday' | 'weekend'}_${Part}`
export const slots: Slot[] = [
  ...parts.map((part): Slot => `weekday_${part}`),
  ...parts.map((part): Slot => `weekend_${part}`),
]

export interface Place {
  name: string
  lat: number
  lng: number
}

/** What a person told us. Nothing chosen means "anything is fine", never "none". */
export interface FitAnswers {
  purpose: Purpose | null
  likes: Like[]
  spirit: Spirit
  way: Way
  place: Place | null
  free: Slot[]
  zone: string
  language: string | null
  circles: Circle[]
  /** Days since the last dose, when the person just told the check-in; never asked here. */
  day: number | null
}

export const noAnswers: FitAnswers = {
  purpose: null,
  likes: [],
  spirit: 'either',
  way: 'both',
  place: null,
  free: [],
  zone: 'UTC',
  language: null,
  circles: [],
  day: null,
}

export interface AskedAnswers {
  answers: Omit<FitAnswers, 'place' | 'zone'>
  /** The town as typed; it still has to be found. */
  town: string
  /** Questions whose answer in the address was none of ours. */
  notUnderstood: ('purpose' | 'like' | 'spirit' | 'way' | 'free' | 'language' | 'circle' | 'town')[]
}

const longestTown = 80

/**
 * Reads the answers out of an address. What is not one of our answers is left out and named, so that
 * an old bookmark or a mistyped link still brings people to groups.
 */
export function readAnswers(query: URLSearchParams): AskedAnswers {
  const notUnderstood: AskedAnswers['notUnderstood'] = []
  type Question = AskedAnswers['notUnderstood'][number]
  const many = <T extends string>(question: Question, known: readonly T[]): T[] => {
    const given = query.getAll(question).filter((value) => value !== '')
    if (given.some((value) => !known.some((one) => one === value))) notUnderstood.push(question)
    return known.filter((one) => given.includes(one))
  }
  const one = <T extends string>(question: Question, known: readonly T[]): T | undefined =>
    many(question, known)[0]

  const language = query.get('language') ?? ''
  const languageKnown = /^[a-z]{2,3}$/.test(language)
  if (language && !languageKnown) notUnderstood.push('language')
  // PostgreSQL cannot hold U+0000, and a lone surrogate is no text.
  const typedTown = (query.get('town') ?? '').replaceAll('\0', '').toWellFormed().trim()
  if (typedTown.length > longestTown) notUnderstood.push('town')
  const day = query.get('day') ?? ''
  return {
    answers: {
      purpose: one('purpose', purposes) ?? null,
      likes: many('like', likes),
      spirit: one('spirit', spirits) ?? 'either',
      way: one('way', ways) ?? 'both',
      free: many('free', slots),
      language: languageKnown ? language : null,
      circles: many('circle', circles),
      day: /^\d{1,4}$/.test(day) ? Number(day) : null,
    },
    town: typedTown.slice(0, longestTown),
    notUnderstood,
  }
}
