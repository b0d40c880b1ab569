import { describe, expect, test } from 'vitest'
import { answered } from '../testing/answers.ts'
import { drawBand } from './band.ts'
import { coursesFor, phaseAt, standingOf } from './course.ts'

const [leaf, concentrated] = coursesFor('several')
if (!leaf || !concentrated) throw new Error('several kinds have two courses')

describe('leaf and concentrated products are told apart', () => {
  test('each kind has its own course, several have both', () => {
    expect(coursesFor('leaf')).toEqual([leaf])
    expect(coursesFor('extract')).toEqual([concentrated])
    expect(coursesFor('seven_oh')).toEqual([concentrated])
    expect([leaf.id, concentrated.id]).toEqual(['leaf', 'concentrated'])
  })

  test.each([
    [0, 'before', 'before'],
    [4, 'before', 'beginning'],
    [6, 'beginning', 'beginning'],
    [24, 'beginning', 'steep'],
    [47.9, 'beginning', 'steep'],
    [48, 'steep', 'steep'],
    [72, 'steep', 'steep'],
    [96, 'steep', 'easing'],
    [119, 'steep', 'easing'],
    [120, 'easing', 'easing'],
    [10 * 24, 'easing', 'easing'],
    [11 * 24, 'lingering', 'easing'],
    [14 * 24, 'lingering', 'easing'],
    [15 * 24, 'tail', 'tail'],
    [56 * 24, 'tail', 'tail'],
    [57 * 24, 'late_tail', 'late_tail'],
    [92 * 24, 'beyond', 'beyond'],
    [3650 * 24, 'beyond', 'beyond'],
  ])('after %d hours: leaf %s, concentrated %s', (hours, onLeaf, onConcentrated) => {
    expect(phaseAt(leaf, hours)).toBe(onLeaf)
    expect(phaseAt(concentrated, hours)).toBe(onConcentrated)
  })
})

describe('where the person stands', () => {
  const day3 = { last_dose: '3', last_dose_unit: 'days' }

  test('day 3 of leaf is the steep part', () => {
    expect(standingOf(answered(day3))).toEqual({ at: 'point', hours: 72, phase: 'steep' })
  })

  test('no point is claimed for cutting down or thinking, even with a last dose', () => {
    expect(standingOf(answered({ ...day3, goal: 'cutting_down' }))).toEqual({ at: 'tapering' })
    expect(standingOf(answered({ ...day3, goal: 'thinking' }))).toEqual({ at: 'thinking' })
  })

  test('without a last dose there is no point', () => {
    expect(standingOf(answered())).toEqual({ at: 'unknown' })
  })

  test('with several kinds the two courses must agree, or both pictures are named', () => {
    expect(standingOf(answered({ ...day3, kind: 'several' }))).toMatchObject({ phase: 'steep' })
    expect(standingOf(answered({ ...day3, kind: 'several', last_dose: '4' }))).toMatchObject({
      phase: 'several',
    })
  })
})

describe('the band', () => {
  test('the picture starts earlier for concentrated products and the point moves to the right with time', () => {
    const size = { width: 640, height: 300 }
    const xs = [6, 72, 400, 2000, 90_000].map((hours) => drawBand(leaf, size, hours).point?.x ?? 0)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
    expect(drawBand(leaf, size).point).toBeUndefined()
    expect(drawBand(leaf, size).range).not.toBe(drawBand(concentrated, size).range)
  })
})
