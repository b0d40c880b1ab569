import { expect, test } from 'vitest'
import { type Counts, expectedOf, wayFor } from './way.ts'

const way = (counts: Partial<Counts>) =>
  wayFor(expectedOf({ total: 1_000_000, traits: [], words: [], inArea: undefined, ...counts }), 40)

test('what is frequent is met on the way, also where most meetings are something else', () => {
  expect(way({})).toMatchObject({ way: 'clock' })
  expect(way({ traits: [400_000] })).toMatchObject({ way: 'clock' })
  expect(way({ traits: [330_000, 20_000] })).toMatchObject({ way: 'clock' })
  expect(way({ words: [200_000] })).toMatchObject({ way: 'clock' })
})

test('what is seldom is looked up first', () => {
  expect(way({ words: [3000] })).toMatchObject({ way: 'gather' })
  expect(way({ words: [0] })).toMatchObject({ way: 'gather' })
  expect(way({ traits: [0] })).toMatchObject({ way: 'gather' })
})

test('with what fits in hand the way along the clock is short enough, but for the fewest', () => {
  expect(way({ total: 42_000, words: [900] })).toMatchObject({ way: 'gather', hours: expect.any(Number) })
  expect(way({ total: 42_000, words: [60] })).toMatchObject({ way: 'gather', hours: undefined })
})

test('of a place its own times are read, the further ahead the fewer of them fit', () => {
  const [all, some] = [way({ inArea: 9000 }), way({ inArea: 9000, traits: [80_000] })]
  expect([all, some]).toMatchObject([{ way: 'place' }, { way: 'place' }])
  expect(some.hours).toBeGreaterThan(5 * (all.hours ?? 0))
})

test('evenings that cannot fill a page are not walked through first', () => {
  const seldom = expectedOf({ total: 42_000, traits: [14_000, 840], words: [], inArea: undefined })
  expect(wayFor(seldom, 40)).toMatchObject({ way: 'clock' })
  expect(wayFor({ ...seldom, marked: 42_000 }, 40, { share: 0.03, stretches: 9 })).toMatchObject({
    way: 'gather',
  })
})

test('of a few hours everything is looked at, and what is there is all there is', () => {
  const evening = { share: 0.006, stretches: 1 }
  const all = expectedOf({ total: 42_000, traits: [], words: [], inArea: undefined })
  expect(wayFor(all, 7, evening)).toMatchObject({ way: 'everything' })
  expect(wayFor(all, 7, { ...evening, stretches: 40 })).not.toMatchObject({ way: 'everything' })
  expect(wayFor({ ...all, total: 10_000_000 }, 7, evening)).not.toMatchObject({ way: 'everything' })
})

test('in a place nobody reads everything for a word that hardly any meeting says', () => {
  expect(way({ inArea: 60_000, words: [12] })).toMatchObject({ way: 'gather', isPlaceAlone: false })
})

test('counts that are nonsense still name a way', () => {
  for (const total of [0, 1, 1_000_000])
    for (const count of [0, 5_000_000]) {
      const { hours = 1 } = way({ total, traits: [count], words: [count], inArea: count })
      expect(hours).toBeGreaterThan(0)
    }
})
