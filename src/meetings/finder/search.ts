import { type Filters, filterFields, noFilters } from './filters.ts'

/** The ways to look at what was found. */
export const looks = ['list', 'week', 'map', 'print'] as const
export type Look = (typeof looks)[number]

/** A search and the zone that stands in its address: what every link of the finder carries. */
export interface Search {
  filters: Filters
  zoneAsked: string | undefined
}

/** The address of a search; `changes` takes conditions away or puts others in. It begins at its first page again. */
export function finderPath(
  { filters, zoneAsked }: Search,
  changes: Partial<Filters> = {},
  look: Look = 'list',
): string {
  const query = new URLSearchParams(filterFields({ ...filters, after: undefined, ...changes }))
  if (zoneAsked) query.set('zone', zoneAsked)
  // A comma is no danger in a query, and `day=6,7` can be read by people.
  const text = query.toString().replaceAll('%2C', ',')
  const path = look === 'list' ? '/meetings' : `/meetings/${look}`
  return text ? `${path}?${text}` : path
}

/** Each condition that is set, with what is left when it is taken off. */
export interface Condition {
  name: Exclude<keyof Filters, 'km' | 'sort' | 'after'>
  /** Which one, where there can be several. */
  value: string
  without: Partial<Filters>
}

export function conditionsOf(filters: Filters): Condition[] {
  const single = [
    'words',
    'from',
    'fellowship',
    'kind',
    'how',
    'when',
    'part',
    'language',
    'circle',
    'practice',
    'near',
    'at',
  ] as const
  const days = filters.days.map((day) => ({
    name: 'days' as const,
    value: String(day),
    without: { days: filters.days.filter((each) => each !== day) },
  }))
  const types = filters.types.map((type) => ({
    name: 'types' as const,
    value: type,
    without: { types: filters.types.filter((each) => each !== type) },
  }))
  const ones = single
    .filter((name) => Boolean(filters[name]))
    .map((name) => ({ name, value: String(filters[name]), without: { [name]: noFilters[name] } }))
  return [...ones, ...days, ...types]
}

export function isUnfiltered(filters: Filters): boolean {
  return filterFields(filters).length === 0
}
