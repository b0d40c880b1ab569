import { type Filters, noFilters } from '../../src/meetings/finder/filters.ts'
import type { Chance } from '../seed/chance.ts'

/** A kind of search, each time with other words, places and days. */
export interface Kind {
  name: string
  make(chance: Chance): Partial<Filters>
}

const places = [
  { latitude: 39.95, longitude: -75.17 },
  { latitude: 40.71, longitude: -74.01 },
  { latitude: 51.51, longitude: -0.13 },
  { latitude: 41.88, longitude: -87.63 },
  { latitude: 34.05, longitude: -118.24 },
  { latitude: 53.35, longitude: -6.26 },
  { latitude: 44.5, longitude: -110.5 },
  { latitude: -33.87, longitude: 151.21 },
]
const frequent = ['hope', 'step', 'sunrise', 'meeting', 'women', 'open', 'early', 'serenity']
const seldom = ['compass', 'lantern', 'anchor', 'miracle']
const misspelt = ['serenty', 'sunrize', 'meditaton', 'lanterm', 'gratitdue', 'freedon', 'comunity', 'qiuet']
const days = [1, 2, 3, 4, 5, 6, 7] as const
const parts = ['morning', 'afternoon', 'evening', 'night'] as const

export const kinds: Kind[] = [
  { name: 'nothing asked', make: () => ({}) },
  { name: 'now or soon', make: () => ({ when: 'soon' }) },
  {
    name: 'kind',
    make: (chance) => ({ kind: chance.oneOf(['skills', 'holistic', 'family', 'discussion']) }),
  },
  { name: 'this house', make: () => ({ from: 'house' }) },
  {
    name: 'day and part of day',
    make: (chance) => ({ days: [chance.oneOf(days)], part: chance.oneOf(parts) }),
  },
  { name: 'a frequent word', make: (chance) => ({ words: chance.oneOf(frequent) }) },
  {
    name: 'a seldom word',
    make: (chance) => ({ words: `${chance.oneOf(seldom)} ${chance.oneOf(frequent)}` }),
  },
  {
    name: 'a very seldom word',
    make: (chance) => ({
      words: chance.oneOf(['bar', 'mor', 'gil', 'pen']) + chance.oneOf(['tam', 'lin', 'ham']),
    }),
  },
  { name: 'the beginning of a word', make: (chance) => ({ words: chance.oneOf(frequent).slice(0, 3) }) },
  { name: 'a misspelt word', make: (chance) => ({ words: chance.oneOf(misspelt) }) },
  { name: 'words no meeting has', make: (chance) => ({ words: `zzyzx${chance.between(100, 999)}` }) },
  { name: 'language', make: (chance) => ({ language: chance.oneOf(['es', 'ase', 'en']) }) },
  { name: 'types', make: (chance) => ({ types: ['X', chance.oneOf(['W', 'M', 'S', 'D'])] }) },
  { name: 'circle, online', make: () => ({ circle: 'women', how: 'online' }) },
  { name: 'within 5 km', make: (chance) => ({ at: chance.oneOf(places), km: 5 }) },
  { name: 'within 50 km', make: (chance) => ({ at: chance.oneOf(places), km: 50 }) },
  {
    name: 'within 25 km, nearest first',
    make: (chance) => ({ at: chance.oneOf(places), km: 25, sort: 'distance' }),
  },
  {
    name: 'within 10 km, a day, a type',
    make: (chance) => ({ at: chance.oneOf(places), km: 10, days: [chance.oneOf(days)], types: ['W'] }),
  },
  {
    name: 'online, language, evening',
    make: (chance) => ({ how: 'online', language: 'es', days: [chance.oneOf(days)], part: 'evening' }),
  },
  {
    name: 'five at once',
    make: (chance) => ({
      words: chance.oneOf(frequent),
      kind: 'twelve_step',
      how: 'in_person',
      types: ['X'],
      days: [6, 7],
      at: chance.oneOf(places),
      km: 50,
    }),
  },
  {
    name: 'what nothing fits',
    make: (chance) => ({
      how: 'hybrid',
      circle: 'women',
      practice: 'walk',
      types: ['ASL', chance.oneOf(['M', 'W'])],
    }),
  },
]

export function filtersOf(kind: Kind, chance: Chance): Filters {
  return { ...noFilters, ...kind.make(chance) }
}
