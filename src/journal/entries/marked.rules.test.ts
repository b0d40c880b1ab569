import { expect, test } from 'vitest'
import { scoreShown, strongestOf } from './marked.rules.ts'

test('the strongest of a check-in stands in its line, the first of several', () => {
  expect(strongestOf({ levels: { aches: 2, insomnia: 4, anxiety: 4 } })).toEqual({
    symptom: 'insomnia',
    level: 4,
  })
  expect(strongestOf({ levels: { shaking: 3 } })).toEqual({ symptom: 'shaking', level: 3 })
})

test('a good day, nothing, and what another program wrote say nothing', () => {
  expect(strongestOf({ levels: { aches: 1, insomnia: 0 } })).toBeUndefined()
  expect(strongestOf({})).toBeUndefined()
  expect(strongestOf({ levels: { aches: 9, insomnia: 'very' } })).toBeUndefined()
})

test('a score is added up, one of an unknown scale is not', () => {
  expect(scoreShown({ scale: 'gad7', answers: [1, 1, 1, 1, 1, 1, 1] })).toMatchObject({
    scale: 'gad7',
    sum: 7,
    of: 21,
  })
  expect(scoreShown({ scale: 'phq9', answers: [1] })).toBeUndefined()
  expect(scoreShown({ scale: 'gad7', answers: [1] })).toBeUndefined()
})
