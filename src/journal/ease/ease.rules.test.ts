import { describe, expect, test } from 'vitest'
import { csvOf, fromOwnFile, ownFileOf } from '../handover/csv.rules.ts'
import { easeFrom } from './ease.rules.ts'

const typed = (fields: Record<string, string>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value]]))
const at = '2026-11-22T03:40'
const whole = { technique: 'body-scan', symptom: 'aches', before: '3', after: '1' }

describe('what was tried', () => {
  test('is a technique, a symptom and two taps', () => {
    expect(easeFrom(typed(whole), at)).toEqual({
      at,
      technique: 'body-scan',
      symptom: 'aches',
      before: 3,
      after: 1,
    })
  })

  test('may be something of one’s own', () => {
    expect(easeFrom(typed({ ...whole, technique: 'own', own: 'the dog' }), at)?.technique).toBe('the dog')
    expect(easeFrom(typed({ ...whole, technique: 'own' }), at)).toBeUndefined()
  })

  test.each([
    { technique: '' },
    { symptom: 'happiness' },
    { before: '5' },
    { before: '-1' },
    { after: '' },
    { after: '1.5' },
  ])('is not kept with %o', (wrong) => {
    expect(easeFrom(typed({ ...whole, ...wrong }), at)).toBeUndefined()
  })

  test('goes into both files that one can take along, and comes back from ours', () => {
    const fields = { ...easeFrom(typed(whole), at) }
    const records = [{ type: 'ease', fields }]
    expect(fromOwnFile(ownFileOf(records))).toEqual(records)
    const [head, line] = csvOf(records).split('\r\n')
    const cells = Object.fromEntries(
      (head ?? '').split(',').map((name, place) => [name, line?.split(',')[place]]),
    )
    expect(cells).toMatchObject({ type: 'ease', at, ...whole })
  })
})
