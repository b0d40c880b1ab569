import { daysOf, longest, readStretch } from '../days/days.rules.ts'

/** What the address asks for, as typed: it stands in the form again, and in the links to further pages. */
export interface Asked {
  words: string
  space: string
  author: string
  from: string
  to: string
  before: string
}

const longestTyped = 200

export function readAsked(query: (name: string) => string | undefined): Asked {
  const typed = (name: string) =>
    (query(name) ?? '')
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestTyped)
  return {
    words: typed('q'),
    space: typed('space'),
    author: typed('author'),
    from: typed('from'),
    to: typed('to'),
    before: typed('before'),
  }
}

export function searchPath({ words, space, author, from, to, before }: Asked): string {
  const given = Object.entries({ q: words, space, author, from, to, before }).filter(
    ([, value]) => value !== '',
  )
  return `/forum/search?${new URLSearchParams(given)}`
}

/** The days asked for; one end alone leaves the other open. `mistake`: they are none. */
export function readDays({
  from,
  to,
}: Pick<Asked, 'from' | 'to'>): { from: number; to: number } | 'mistake' | undefined {
  if (from === '' && to === '') return undefined
  const first = readStretch('day', from === '' ? '0' : from)
  const last = readStretch('day', to === '' ? String(longest.day) : to)
  if (!first || !last || first.number > last.number) return 'mistake'
  return { from: daysOf(first).from, to: daysOf(last).to }
}
