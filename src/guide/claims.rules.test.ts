import { expect, test } from 'vitest'
import { faultsIn, forbiddenIn } from './claims.rules.ts'

const sources = [{ id: 'singh' }]

test('an article without sources is refused', () => {
  expect(faultsIn('Be kind to yourself.', [])).toEqual(['names no source'])
})

test('a clinical paragraph without a citation is refused and quoted', () => {
  const text = 'Tonight is enough.\n\nWithdrawal often peaks early.\n\nPeople ache. [@singh]'
  expect(faultsIn(text, sources)).toEqual([
    'makes a statement without a source: “Withdrawal often peaks early.…”',
  ])
})

test('each entry of a list needs its own citation', () => {
  const text = 'Call for: [@singh]\n\n- a seizure [@singh]\n- a fever'
  expect(faultsIn(text, sources)).toEqual([expect.stringContaining('a fever')])
})

test('a citation without a source, and a source without a citation, are refused', () => {
  expect(faultsIn('A study says so. [@nobody]', sources)).toEqual([
    'cites nobody, which is not among its sources',
    'lists singh and never cites it',
  ])
})

test('headings and the names of our own pages are no claims', () => {
  expect(
    faultsIn(
      '## Withdrawal\n\nSee [When to see a doctor about fever](/guide/x).\n\nIt aches. [@singh]',
      sources,
    ),
  ).toEqual([])
})

test.each([
  'take 5 mg',
  'about 2.5 grams a day',
  'two doses of 3g',
  'You can do it!',
  'your COWS score',
  'the PHQ-9 asks',
  'this cures cravings',
  'a guaranteed way',
  'other addicts',
  'a craving lasts 42 seconds',
  '86 in 100 are tired',
])('“%s” is refused', (text) => {
  expect(forbiddenIn(text)).toHaveLength(1)
})

test.each(['six teaspoons of sugar', '4 weeks', 'is it secure?', 'about 84 in 100', 'a fever above 38.5 °C'])(
  '“%s” is allowed',
  (text) => {
    expect(forbiddenIn(text)).toEqual([])
  },
)
