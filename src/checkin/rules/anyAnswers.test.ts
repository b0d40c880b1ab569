import fc from 'fast-check'
import { expect, test } from 'vitest'
import en from '../../../messages/en/checkin.json' with { type: 'json' }
import { answered } from '../testing/answers.ts'
import * as known from './answers.ts'
import { drawBand } from './band.ts'
import { coursesFor, standingOf } from './course.ts'
import { readWhatWeCan } from './form.ts'
import { findFlags, isEmergency } from './redFlags.ts'

const some = <T extends string>(from: readonly T[]) => fc.subarray([...from])
const maybe = <T extends string>(from: readonly T[]) => fc.constantFrom('', ...from)
const days = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 365 }).map(String))
const whole = (max: number) => fc.oneof(fc.constant(''), fc.integer({ min: 0, max }).map(String))

const bodies = fc.record({
  danger: fc.oneof(
    fc.constant('none'),
    some(known.dangers).map((signs) => ['none', ...signs]),
    some(known.dangers).filter((signs) => signs.length > 0),
  ),
  kind: fc.constantFrom(...known.kinds),
  goal: fc.constantFrom(...known.goals),
  last_dose: whole(3650),
  last_dose_unit: fc.constantFrom('hours', 'days'),
  taper: maybe(known.tapers),
  doses: whole(100),
  other: some(known.otherSubstances),
  other_alcohol_days: days,
  other_barbiturates_days: days,
  condition: some(known.conditions),
  age: maybe(known.ages),
  symptom_low_mood: maybe(known.strengths),
  symptom_paranoia: maybe(known.strengths),
  symptom_hallucinations: maybe(known.strengths),
  symptom_restlessness: maybe(known.strengths),
  symptom_aches: maybe(known.strengths),
})

const emergencies: string[] = ['suicide', 'seizure_chest', 'confusion', 'not_waking']

test('any answers: ordered by urgency, and an emergency sign always gets an emergency block', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const answers = answered(body)
      const flags = findFlags(answers)
      const order = flags.map((flag) => ['emergency', 'same_day', 'soon'].indexOf(flag.urgency))
      expect(order).toEqual([...order].sort())
      if ([body.danger].flat().some((sign) => emergencies.includes(sign)))
        expect(isEmergency(flags)).toBe(true)
      if (['1', '2', '3', '4'].includes(body.symptom_hallucinations)) expect(isEmergency(flags)).toBe(true)
      expect(new Set(flags.map((flag) => flag.code)).size).toBe(flags.length)
      for (const flag of flags) {
        expect(flag.lines.length).toBeGreaterThan(0)
        expect(flag.sources.length).toBeGreaterThan(0)
        if (flag.urgency === 'emergency') expect(flag.numbers).toContain('emergency')
      }
    }),
    { numRuns: 2000 },
  )
})

test('any answers: the band can be drawn and no point leaves the picture', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 240, max: 900 }), (body, width) => {
      const answers = answered(body)
      const standing = standingOf(answers)
      for (const course of coursesFor(answers.kind)) {
        const band = drawBand(
          course,
          { width, height: 260 },
          standing.at === 'point' ? standing.hours : undefined,
        )
        expect(`${band.range}${band.middle}`).not.toMatch(/NaN|Infinity|undefined/)
        if (!band.point) continue
        expect(band.point.x).toBeGreaterThanOrEqual(band.left)
        expect(band.point.x).toBeLessThanOrEqual(band.right)
        expect(band.point.y).toBeGreaterThanOrEqual(band.top)
        expect(band.point.y).toBeLessThanOrEqual(band.floor)
      }
    }),
    { numRuns: 500 },
  )
})

test('any body at all: reading what can be read never throws, and a sign in it is never lost', () => {
  const anything = fc.oneof(fc.string(), fc.array(fc.anything(), { maxLength: 4 }), fc.anything())
  const wild = fc.dictionary(
    fc.constantFrom('danger', 'kind', 'last_dose', 'other', 'doses', 'symptom_aches'),
    anything,
  )
  fc.assert(
    fc.property(wild, fc.constantFrom(...known.dangers), (body, sign) => {
      findFlags(readWhatWeCan(body))
      const urgent = findFlags(readWhatWeCan({ ...body, danger: ['none', sign, 'x'] }))
      expect(isEmergency(urgent) || !emergencies.includes(sign)).toBe(true)
      expect(urgent.length).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})

test('no sentence promises, doses, shames or shouts', () => {
  for (const [key, sentence] of Object.entries(en)) {
    expect(sentence, key).not.toMatch(
      /!|you will |\bguarantee|\baddict\b|\brelapse|\bmg\b|gram[s]? (of|a day)/i,
    )
  }
})
