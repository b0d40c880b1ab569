import { describe, expect, test } from 'vitest'
import { answered, leastBody, mistakesIn, noAnswers } from '../testing/answers.ts'
import { loudest } from './answers.ts'
import { readWhatWeCan } from './form.ts'

describe('what the form needs', () => {
  test('an empty form names the three questions that need an answer, and no others', () => {
    expect(mistakesIn({})).toEqual({ danger: 'mistake.danger', kind: 'mistake.kind', goal: 'mistake.goal' })
  })

  test('three taps are enough', () => {
    expect(answered()).toEqual({ ...noAnswers, kind: 'leaf', goal: 'stopping' })
  })

  test('hours and days become hours', () => {
    expect(answered({ last_dose: '3', last_dose_unit: 'days' }).hoursSince).toBe(72)
    expect(answered({ last_dose: '30', last_dose_unit: 'hours' }).hoursSince).toBe(30)
    expect(answered({ last_dose: ' 2,5 ', last_dose_unit: 'days' }).hoursSince).toBe(60)
    expect(answered({ last_dose: '0', last_dose_unit: 'hours' }).hoursSince).toBe(0)
  })

  test('a number without hours or days is asked about, never guessed', () => {
    expect(mistakesIn({ ...leastBody, last_dose: '30' })).toEqual({
      last_dose_unit: 'mistake.last_dose_unit',
    })
  })

  test('hours or days without a number is no answer and no mistake', () => {
    expect(answered({ last_dose: '', last_dose_unit: 'days' }).hoursSince).toBeUndefined()
  })
})

describe('numbers that cannot be', () => {
  const absurd = [
    '-1',
    '1e9',
    'abc',
    '99999999',
    '3651',
    '1.234',
    '٣',
    '3 days',
    '0x10',
    'NaN',
    '1'.repeat(200),
  ]

  test.each(absurd)('%s is no time since the last dose', (typed) => {
    const mistakes = mistakesIn({ ...leastBody, last_dose: typed, last_dose_unit: 'days' })
    expect(mistakes).toEqual({ last_dose: 'mistake.last_dose' })
  })

  test.each(absurd)('%s is no number of doses', (typed) => {
    expect(mistakesIn({ ...leastBody, doses: typed })).toEqual({ doses: 'mistake.doses' })
  })

  test('half a dose is not counted', () => {
    expect(mistakesIn({ ...leastBody, doses: '2.5' })).toEqual({ doses: 'mistake.doses' })
  })

  test.each(absurd.filter((typed) => typed !== '3651'))('%s is no day of another substance', (typed) => {
    expect(mistakesIn({ ...leastBody, other_alcohol_days: typed })).toEqual({
      other_alcohol_days: 'mistake.other_days',
    })
  })

  test('answers that are none of ours are named', () => {
    const odd = { ...leastBody, kind: 'tea', goal: ['stopping', 'thinking'], age: '12', symptom_nausea: '5' }
    expect(mistakesIn({ ...odd, taper: 'x', country: 'USA', last_dose_unit: 'weeks' })).toEqual({
      kind: 'mistake.kind',
      goal: 'mistake.goal',
      age: 'mistake.choice',
      symptom_nausea: 'mistake.symptom',
      taper: 'mistake.choice',
      country: 'mistake.country',
      last_dose_unit: 'mistake.last_dose_unit',
    })
  })
})

describe('contradictions go towards safety', () => {
  test('"None of these" beside a sign: the sign counts', () => {
    expect(answered({ danger: ['none', 'suicide'] }).danger).toEqual(['suicide'])
  })

  test('a strange value beside a sign does not hide the sign', () => {
    expect(answered({ danger: ['zzz', 'fluids', { a: 1 }] }).danger).toEqual(['fluids'])
  })

  test('a strange value alone is no answer', () => {
    expect(mistakesIn({ ...leastBody, danger: ['zzz'] })).toEqual({ danger: 'mistake.danger' })
  })

  test('days without the tick: the substance counts as stopped', () => {
    expect(answered({ other_alcohol_days: '1' }).others).toEqual(new Map([['alcohol', 1]]))
  })

  test('the tick without days counts too', () => {
    expect(answered({ other: 'benzodiazepines' }).others).toEqual(new Map([['benzodiazepines', undefined]]))
  })
})

describe('a form with mistakes', () => {
  test('everything that can be read is read', () => {
    const read = readWhatWeCan({ danger: 'suicide', doses: 'abc', other: ['alcohol'], symptom_aches: '4' })
    expect(read.danger).toEqual(['suicide'])
    expect(read.kind).toBeUndefined()
    expect(read.dosesADay).toBeUndefined()
    expect(read.others.has('alcohol')).toBe(true)
    expect(read.symptoms.get('aches')).toBe(4)
  })

  test('nothing at all reads as nothing', () => {
    expect(readWhatWeCan({})).toEqual(noAnswers)
  })
})

describe('the loudest symptoms', () => {
  test('the strongest come first, none is not named, equal ones keep the order of the list', () => {
    const answers = answered({
      symptom_nausea: '3',
      symptom_insomnia: '3',
      symptom_aches: '4',
      symptom_anxiety: '0',
    })
    expect(loudest(answers, 2)).toEqual(['aches', 'insomnia'])
    expect(loudest(answers, 9)).toEqual(['aches', 'insomnia', 'nausea'])
    expect(loudest(answered(), 2)).toEqual([])
    const afraid = answered({ symptom_hallucinations: '4', symptom_paranoia: '4', symptom_nausea: '1' })
    expect(loudest(afraid, 2)).toEqual(['nausea'])
  })
})
