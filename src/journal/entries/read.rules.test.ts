import { describe, expect, test } from 'vitest'
import { checkinFrom, cravingFrom, flagsOf, numberIn } from './read.rules.ts'

const typed = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]))

describe('what was typed into the journal', () => {
  test('a check-in keeps only what was answered', () => {
    const fields = checkinFrom(
      typed({ 'level.cravings': '3', 'level.aches': '9', 'level.nausea': '', mood: '5', bed: '23:10' }),
      '2026-11-22T03:40',
      false,
    )
    expect(fields).toMatchObject({ levels: { cravings: 3 }, mood: null, bed: '23:10', up: null, note: '' })
    expect(checkinFrom(typed({ mood: '5' }), '2026-11-22T03:40', true).mood).toBe(5)
  })

  test('a craving can be one number and nothing else', () => {
    expect(cravingFrom(typed({ strength: '8' }), '2026-11-22T03:40')).toMatchObject({
      strength: 8,
      trigger: null,
      helped: [],
      used: false,
    })
    expect(cravingFrom(typed({ helped: ['called', 'waited'], helpedOwn: 'the dog' }), 'x').helped).toEqual([
      'called',
      'waited',
      'the dog',
    ])
  })

  test.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['0', 0],
    ['-1', undefined],
    ['1e3', undefined],
    ['201', undefined],
    ['two', undefined],
  ])('an amount of %s', (text, value) => {
    expect(numberIn(typed({ amount: text }), 'amount', 200)).toBe(value)
  })
})

describe('danger signs', () => {
  test('come with the gravest first, and from the symptoms too', () => {
    expect(flagsOf([], { hallucinations: 1 })).toEqual(['emergency'])
    expect(flagsOf([], { paranoia: 2 })).toEqual([])
    expect(flagsOf(['liver', 'life', 'breath'], {})).toEqual(['life', 'emergency', 'today'])
    expect(flagsOf(['nothing'], { cravings: 4 })).toEqual([])
  })
})
