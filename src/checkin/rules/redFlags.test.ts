import { describe, expect, test } from 'vitest'
import en from '../../../messages/en/checkin.json' with { type: 'json' }
import { answered } from '../testing/answers.ts'
import { findFlags } from './redFlags.ts'

const flagsOf = (fields: Record<string, unknown>) =>
  findFlags(answered(fields)).map((flag) => `${flag.code} ${flag.urgency}`)
const linesOf = (fields: Record<string, unknown>, code: string) =>
  findFlags(answered(fields)).find((flag) => flag.code === code)?.lines ?? []

describe('each sign raises its flag, and only its flag', () => {
  test.each([
    [{ danger: 'suicide' }, 'RF1 emergency'],
    [{ danger: 'seizure_chest' }, 'RF2 emergency'],
    [{ danger: 'confusion' }, 'RF3 emergency'],
    [{ symptom_hallucinations: '1' }, 'RF3 emergency'],
    [{ symptom_hallucinations: '4' }, 'RF3 emergency'],
    [{ symptom_paranoia: '4', symptom_restlessness: '3' }, 'RF3 emergency'],
    [{ symptom_paranoia: '4', symptom_irritability: '3' }, 'RF3 emergency'],
    [{ symptom_paranoia: '4', symptom_anxiety: '4' }, 'RF3 emergency'],
    [{ other: 'alcohol' }, 'RF4 same_day'],
    [{ other: 'benzodiazepines' }, 'RF4 same_day'],
    [{ other: 'ghb_phenibut' }, 'RF4 same_day'],
    [{ other: 'barbiturates' }, 'RF4 same_day'],
    [{ danger: 'not_waking' }, 'RF5 emergency'],
    [{ danger: 'fluids' }, 'RF6 same_day'],
    [{ danger: 'yellow' }, 'RF7 same_day'],
    [{ danger: 'fever' }, 'fever same_day'],
    [{ condition: 'pregnant' }, 'RF8 same_day'],
    [{ condition: 'opioid_blocker' }, 'RF9 soon'],
    [{ condition: 'bipolar_psychosis' }, 'RF10 soon'],
    [{ condition: 'seizures' }, 'RF10 soon'],
    [{ condition: 'heart' }, 'RF10 soon'],
    [{ condition: 'liver' }, 'RF10 soon'],
    [{ age: 'under_18' }, 'RF10 soon'],
    [{ condition: 'after_break' }, 'RF11 soon'],
    [{ other: 'opioids' }, 'RF11 soon'],
    [{ condition: 'risky_remedies' }, 'RF12 soon'],
    [{ other: 'gabapentinoids' }, 'gabapentinoids soon'],
    [{ symptom_paranoia: '3' }, 'paranoia soon'],
    [{ symptom_paranoia: '4' }, 'paranoia same_day'],
    [{ symptom_low_mood: '4' }, 'low_mood soon'],
    [{ last_dose: '11', last_dose_unit: 'days', symptom_aches: '3' }, 'late_body soon'],
    [{ last_dose: '241', last_dose_unit: 'hours', symptom_nausea: '4' }, 'late_body soon'],
  ])('%o', (fields, flag) => {
    expect(flagsOf(fields)).toEqual([flag])
  })
})

describe('no flag without its sign', () => {
  test.each([
    [{}],
    [{ age: 'adult', doses: '12' }],
    [{ symptom_hallucinations: '0', symptom_paranoia: '2', symptom_low_mood: '3' }],
    // Hard nights are the ordinary course, and no reason for alarm.
    [{ symptom_insomnia: '4', symptom_restlessness: '4', symptom_anxiety: '4', symptom_irritability: '4' }],
    [{ last_dose: '10', last_dose_unit: 'days', symptom_aches: '4', symptom_nausea: '4' }],
    [{ last_dose: '30', last_dose_unit: 'days', symptom_aches: '2', symptom_insomnia: '4' }],
    [{ symptom_aches: '4' }],
  ])('%o', (fields) => {
    expect(flagsOf(fields)).toEqual([])
  })
})

describe('signs that belong together', () => {
  test('a sedative with a seizure, confusion or hallucinations is an emergency, and says so to the ambulance', () => {
    for (const sign of [
      { danger: 'seizure_chest' },
      { danger: 'confusion' },
      { symptom_hallucinations: '1' },
    ]) {
      const flags = findFlags(answered({ other: 'alcohol', ...sign }))
      expect(flags.map((flag) => flag.urgency)).toEqual(['emergency', 'emergency'])
      expect(flags[0]?.lines).toContain('say_stopped')
      expect(flags[1]?.lines[0]).toBe('sedatives_here')
      expect(flags[1]?.numbers).toEqual(['emergency'])
    }
  })

  test('the windows of alcohol are told to who stopped it, and "you may be in it" only up to day 4', () => {
    expect(linesOf({ other: 'alcohol' }, 'RF4')).toContain('alcohol_hours')
    expect(linesOf({ other: 'alcohol' }, 'RF4')).not.toContain('alcohol_inside')
    for (const days of ['0', '2', '4']) {
      expect(linesOf({ other: 'alcohol', other_alcohol_days: days }, 'RF4')).toContain('alcohol_inside')
    }
    expect(linesOf({ other: 'alcohol', other_alcohol_days: '5' }, 'RF4')).not.toContain('alcohol_inside')
    expect(linesOf({ other: 'benzodiazepines' }, 'RF4')).not.toContain('alcohol_hours')
    expect(linesOf({ other: 'benzodiazepines' }, 'RF4')).toContain('benzodiazepines_deadly')
  })

  test('somebody who is not breathing gets naloxone, also when it may agitate', () => {
    expect(linesOf({ danger: 'not_waking' }, 'RF5')).toEqual([
      'call_now',
      'naloxone_now',
      'naloxone_anyway',
      'on_their_side',
      'stay',
    ])
    expect(linesOf({ condition: 'opioid_blocker' }, 'RF9')).toContain('naloxone_still')
    expect(en['line.naloxone_anyway']).toContain('Still give it, and call an ambulance')
    expect(en['line.naloxone_still']).toContain('still give it and call an ambulance')
  })

  test('every emergency begins with the call', () => {
    const first = ['suicide', 'seizure_chest', 'confusion', 'not_waking'].map(
      (sign) => findFlags(answered({ danger: sign }))[0],
    )
    expect(first.map((flag) => flag?.lines[0])).toEqual(['crisis_line', 'call_now', 'call_now', 'call_now'])
    expect(first.every((flag) => flag?.numbers.includes('emergency'))).toBe(true)
    expect(first[0]?.numbers).toContain('crisis')
  })

  test('mixing is named first for strong products and with other substances', () => {
    expect(linesOf({ condition: 'after_break' }, 'RF11')).not.toContain('mixing')
    expect(linesOf({ condition: 'after_break', kind: 'seven_oh' }, 'RF11')).toContain('mixing')
    expect(linesOf({ condition: 'after_break', other: 'alcohol' }, 'RF11')[0]).toBe('mixing')
  })

  test('somebody under 18 gets a line to call', () => {
    expect(findFlags(answered({ age: 'under_18' }))[0]?.numbers).toEqual(['crisis'])
  })

  test('low mood is not repeated beside thoughts of suicide', () => {
    expect(flagsOf({ danger: 'suicide', symptom_low_mood: '4' })).toEqual(['RF1 emergency'])
  })

  test('everything at once stays in the order of urgency, the dying first', () => {
    const flags = flagsOf({
      danger: ['none', 'yellow', 'fluids', 'not_waking', 'confusion', 'seizure_chest', 'suicide'],
      other: ['alcohol', 'opioids', 'gabapentinoids'],
      condition: ['pregnant', 'opioid_blocker', 'heart', 'after_break', 'risky_remedies'],
    })
    expect(flags).toEqual([
      'RF5 emergency',
      'RF2 emergency',
      'RF3 emergency',
      'RF1 emergency',
      'RF4 emergency',
      'RF6 same_day',
      'RF7 same_day',
      'RF8 same_day',
      'RF9 soon',
      'RF10 soon',
      'RF11 soon',
      'RF12 soon',
      'gabapentinoids soon',
    ])
  })
})
