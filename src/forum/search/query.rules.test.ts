import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersApart, likeliest, replaceWords, termsOf, tsqueriesOf, writeTerms } from './query.rules.ts'

describe('what was typed', () => {
  test('is words, each also the beginning of a longer one, and phrases exactly so', () => {
    expect(tsqueriesOf(termsOf('sleep "restless legs"'))).toEqual([`('sleep':*)`, `('restless' <-> 'legs')`])
    expect(tsqueriesOf(termsOf('7-OH café don’t'))).toEqual([
      `('7' <-> 'oh')`,
      `('cafe':*)`,
      `('don' <-> 't')`,
    ])
    expect(tsqueriesOf(termsOf('„kalter Entzug“'))).toEqual([`('kalter' <-> 'entzug')`])
    expect(tsqueriesOf(termsOf('"not closed'))).toEqual([`('not' <-> 'closed')`])
  })

  test('is nothing when it has no letters, and no more than eight words', () => {
    for (const typed of ['', '  ', '!!! & | :*', '""', "' -- ;"]) expect(termsOf(typed)).toEqual([])
    expect(termsOf('a b c d e f g h i j').flatMap(({ words }) => words)).toHaveLength(8)
  })

  test('never holds a sign that PostgreSQL would read as more than letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        for (const { words } of termsOf(typed))
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
      }),
    )
  })
})

describe('a mistyped word', () => {
  const known = [
    { word: 'sleep', posts: 90 },
    { word: 'sleeping', posts: 20 },
    { word: 'withdrawal', posts: 70 },
    { word: 'kratom', posts: 99 },
    { word: 'legs', posts: 30 },
    { word: 'lego', posts: 1 },
  ]
  test.each([
    ['slepe', 'sleep'],
    ['slep', 'sleep'],
    ['widthdrawl', 'withdrawal'],
    ['kraton', 'kratom'],
    ['lges', 'legs'],
    ['leggs', 'legs'],
  ])('%s means %s', (typed, meant) => {
    expect(likeliest(typed, known)).toBe(meant)
  })

  test.each(['zzzzzz', 'le', 'sun', 'breathe'])('%s means none of them', (typed) => {
    expect(likeliest(typed, known)).toBeUndefined()
  })

  test('counts two neighbours that changed places as one', () => {
    expect(lettersApart('legs', 'lges')).toBe(1)
    expect(lettersApart('', 'abc')).toBe(3)
    expect(lettersApart('same', 'same')).toBe(0)
  })

  test('is replaced in its place, phrases stay phrases', () => {
    const terms = termsOf('"restles legs" slepe')
    const meant = replaceWords(
      terms,
      new Map([
        ['restles', 'restless'],
        ['slepe', 'sleep'],
      ]),
    )
    expect(writeTerms(meant)).toBe('"restless legs" sleep')
  })
})
