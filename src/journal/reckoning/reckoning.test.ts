import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../testing/chance.ts'
import type { Level } from '../entries/entries.ts'
import { courseByDay, courseByStep } from './course.rules.ts'
import { needsToleranceWarning, reckonFreedom, regained } from './freedom.rules.ts'
import { nightOf } from './nights.rules.ts'
import { byHour, byTrigger, easedBy, quantile } from './patterns.rules.ts'
import { scoreOf } from './scales.rules.ts'

describe('days free', () => {
  test('the day after the last time is day 1', () => {
    expect(reckonFreedom([], '2026-11-20', '2026-11-20').thisRun).toBe(0)
    expect(reckonFreedom([], '2026-11-20', '2026-11-21').thisRun).toBe(1)
    expect(reckonFreedom([], null, '2026-11-21').thisRun).toBeNull()
  })

  test('a lapse ends a run and takes no day away', () => {
    const before = reckonFreedom([], '2026-11-01', '2026-11-11')
    const after = reckonFreedom(['2026-11-11'], '2026-11-01', '2026-11-14', ['2026-11-11'])
    expect(before).toMatchObject({ daysInAll: 10, longestRun: 10, thisRun: 10 })
    expect(after).toMatchObject({
      daysInAll: 9 + 3,
      longestRun: 9,
      thisRun: 3,
      lapses: 1,
      lastOn: '2026-11-11',
    })
  })

  test('using every day of a taper leaves no free day, and is no lapse', () => {
    const used = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-03']
    expect(reckonFreedom(used, null, '2026-11-03')).toMatchObject({ daysInAll: 0, thisRun: 0, lapses: 0 })
  })

  test('never says less on a later day, whatever was written down', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString())
    fc.assert(
      fc.property(fc.array(day, { maxLength: 20 }), day, day, (used, start, today) => {
        const now = reckonFreedom(
          used.filter((one) => one <= today),
          start <= today ? start : today,
          today,
        )
        const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
        const then = reckonFreedom(
          used.filter((one) => one <= today),
          start <= today ? start : today,
          tomorrow,
        )
        expect(then.daysInAll).toBe(now.daysInAll + 1)
        expect(then.longestRun).toBeGreaterThanOrEqual(now.longestRun)
        expect(now.longestRun).toBeLessThanOrEqual(now.daysInAll)
      }),
    )
  })

  test('after a break the warning about tolerance comes, in a taper it does not', () => {
    expect(needsToleranceWarning(['2026-11-01'], '2026-11-10')).toBe(true)
    expect(needsToleranceWarning(['2026-11-09'], '2026-11-10')).toBe(false)
    expect(needsToleranceWarning([], '2026-11-10')).toBe(false)
  })

  test('money and time come back only if wanted', () => {
    expect(regained(10, { costADay: 12.5, minutesADay: null })).toEqual({ money: 125, hours: null })
  })
})

describe('a night', () => {
  test('is reckoned over midnight', () => {
    const night = nightOf({ bed: '23:00', asleep: '00:30', awakeMinutes: 60, up: '07:00' })
    expect(night).toMatchObject({ inBedMinutes: 480, waitedMinutes: 90, asleepMinutes: 330 })
    expect(night?.efficiency).toBeCloseTo(0.6875)
  })

  test.each([
    { bed: '23:00', asleep: '08:00', awakeMinutes: 0, up: '07:00' },
    { bed: '23:00', asleep: '23:30', awakeMinutes: 900, up: '07:00' },
    { bed: '25:00', asleep: '23:30', awakeMinutes: 0, up: '07:00' },
    { bed: null, asleep: '23:30', awakeMinutes: 0, up: '07:00' },
  ])('is none where the figures do not go together: %o', (times) => {
    expect(nightOf(times)).toBeUndefined()
  })
})

describe('cravings', () => {
  const craving = (
    at: string,
    strength: number,
    trigger: string | null,
    helped: string[] = [],
    used = false,
  ) => ({
    at,
    strength,
    trigger,
    helped,
    used,
  })

  test('are counted by the hour of the clock where they happened', () => {
    const hours = byHour([craving('2026-11-22T03:40', 8, null), craving('2026-11-23T03:05', 6, null)])
    expect(hours).toHaveLength(24)
    expect(hours[3]).toEqual({ hour: 3, count: 2, meanStrength: 7 })
    expect(hours[4]?.count).toBe(0)
  })

  test('are gathered by trigger, with what helped when they passed', () => {
    const [first, second] = byTrigger([
      craving('2026-11-22T03:40', 8, 'The shop', ['walk']),
      craving('2026-11-22T04:40', 6, ' the  shop', ['walk', 'call']),
      craving('2026-11-22T05:40', 9, 'the shop', ['nothing'], true),
      craving('2026-11-22T06:40', 2, 'payday'),
      craving('2026-11-22T06:40', 2, null),
    ])
    expect(first).toMatchObject({ trigger: 'The shop', count: 3, passed: 2 })
    expect(first?.helped).toEqual([
      { what: 'walk', count: 2 },
      { what: 'call', count: 1 },
    ])
    expect(second?.trigger).toBe('payday')
  })

  test('a technique is named with its spread, and only after three times', () => {
    const ease = (before: Level, after: Level) =>
      ({ at: '2026-11-22T03:40', technique: 'urge-surfing', symptom: 'cravings', before, after }) as const
    expect(easedBy([ease(4, 1), ease(3, 3)])).toEqual([])
    expect(easedBy([ease(4, 1), ease(3, 3), ease(2, 1)])).toMatchObject([
      { times: 3, meanBefore: 3, spread: [-2, -0.5] },
    ])
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
  })
})

describe('scores', () => {
  test('have the bands of their publications', () => {
    expect(scoreOf('phq8', [0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({
      sum: 0,
      band: 'minimal',
      worthATalk: false,
    })
    expect(scoreOf('phq8', [1, 1, 1, 1, 1, 1, 1, 2])).toMatchObject({
      sum: 9,
      band: 'mild',
      worthATalk: false,
    })
    expect(scoreOf('phq8', [2, 2, 2, 2, 2, 0, 0, 0])).toMatchObject({
      sum: 10,
      band: 'moderate',
      worthATalk: true,
    })
    expect(scoreOf('phq8', [3, 3, 3, 3, 3, 3, 3, 3])).toMatchObject({ sum: 24, of: 24, band: 'severe' })
    expect(scoreOf('gad7', [3, 3, 3, 3, 3, 0, 0])).toMatchObject({ sum: 15, of: 21, band: 'severe' })
    expect(scoreOf('barc10', [5, 5, 5, 5, 5, 5, 5, 4, 4, 4])).toMatchObject({
      sum: 47,
      of: 60,
      band: 'steady',
    })
    expect(scoreOf('barc10', [5, 5, 5, 5, 5, 5, 5, 4, 4, 3])?.band).toBe('not_yet_steady')
  })

  test('are none where an answer is missing or wrong', () => {
    expect(scoreOf('phq8', [0, 0, 0])).toBeUndefined()
    expect(scoreOf('gad7', [0, 0, 0, 0, 0, 0, 4])).toBeUndefined()
    expect(scoreOf('barc10', [0, 5, 5, 5, 5, 5, 5, 5, 5, 5])).toBeUndefined()
  })
})

describe('the course', () => {
  const checkins = [
    { at: '2026-11-20T08:00', levels: { aches: 1 } },
    { at: '2026-11-22T08:00', levels: { aches: 4 } },
    { at: '2026-11-22T20:00', levels: { aches: 2 } },
    { at: '2026-11-23T20:00', levels: {} },
  ] as const

  test('goes by the day since the last dose before each entry', () => {
    expect(courseByDay([...checkins], 'aches', ['2026-11-20'])).toEqual([
      { day: 0, level: 1, times: 1 },
      { day: 2, level: 3, times: 2 },
    ])
    expect(courseByDay([...checkins], 'aches', ['2026-11-21'])).toEqual([{ day: 1, level: 3, times: 2 }])
  })

  test('or by the step of a taper', () => {
    expect(courseByStep([...checkins], 'aches', ['2026-11-19', '2026-11-22'])).toEqual([
      { day: 1, level: 1, times: 1 },
      { day: 2, level: 3, times: 2 },
    ])
  })
})
