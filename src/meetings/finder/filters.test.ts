import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circles, groupKinds, practices } from '../../groups/index.ts'
import {
  distancesKm,
  type Filters,
  noFilters,
  partNames,
  readFilters,
  usualKm,
  ways,
  whens,
} from './filters.ts'
import { conditionsOf, finderPath } from './search.ts'

function read(query: string) {
  return readFilters(new URLSearchParams(query))
}

const maybe = <T>(among: readonly T[]) => fc.option(fc.constantFrom(...among), { nil: undefined })
const plainWords = fc.stringMatching(/^[a-zé ]{0,12}$/).map((text) => text.replace(/\s+/g, ' ').trim())

const someFilters: fc.Arbitrary<Filters> = fc
  .record({
    words: plainWords,
    fellowship: plainWords,
    kind: maybe(groupKinds),
    from: maybe(['house', 'lists'] as const),
    how: maybe(ways),
    when: maybe(whens),
    part: maybe(partNames),
    circle: maybe(circles),
    practice: maybe(practices),
    language: maybe(['en', 'es', 'ase']),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const).map((days) => [...days]),
    types: fc.subarray(['W', 'X', 'O', 'ASL']),
    near: plainWords,
    km: fc.constantFrom(...distancesKm),
  })
  .map((filters) => ({ ...noFilters, ...filters, km: filters.near ? filters.km : usualKm }) as Filters)

describe('a search in an address', () => {
  test('is read back as it was written, whatever is combined', () => {
    fc.assert(
      fc.property(someFilters, (filters) => {
        const path = finderPath({ filters, zoneAsked: undefined })
        expect(read(path.split('?')[1] ?? '')).toEqual({ filters, misread: false })
      }),
    )
  })

  test('loses exactly what a chip takes off', () => {
    fc.assert(
      fc.property(someFilters, (filters) => {
        const conditions = conditionsOf(filters)
        for (const { without } of conditions)
          expect(conditionsOf({ ...filters, ...without })).toHaveLength(conditions.length - 1)
      }),
    )
  })

  test('leaves out nonsense and says so', () => {
    for (const query of [
      'kind=cult',
      'how=telepathy',
      'day=8',
      'day=1,x',
      'km=7',
      'after=yesterday',
      'type=ZZ',
      'language=english',
      'at=91,0',
      'at=1,181',
      'at=here',
      'when=never',
      'part=noon',
      'circle=inner',
      'sort=size',
    ])
      expect(read(query).misread, query).toBe(true)
    expect(read('day=6,7&type=W,X&at=39.95,-75.17').misread).toBe(false)
  })

  test('never holds a position finer than about a kilometre', () => {
    expect(read('at=39.9526123,-75.1652999').filters.at).toEqual({ latitude: 39.95, longitude: -75.17 })
  })

  test('a town that is typed goes before the position of the device', () => {
    const { filters } = read('near=Cork&at=39.95,-75.17')
    expect(filters).toMatchObject({ near: 'Cork', at: undefined })
  })
})
