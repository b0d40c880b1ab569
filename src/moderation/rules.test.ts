import { describe, expect, test } from 'vitest'
import {
  holderOf,
  inOrder,
  type MeasureKind,
  mayAppeal,
  reliability,
  type Severity,
  severityOf,
  untilOf,
  whyNoMeasure,
} from './rules.ts'

const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
const keeper = { id: '1', role: 'moderator' } as const
const open = {
  authorId: '2',
  authorRole: 'member',
  category: 'sourcing',
  claimedBy: null,
  claimedAt: null,
  closedAt: null,
  isDarkBelow: false,
}

describe('the order of the queue', () => {
  const one = (severity: Severity, minutesAgo: number, reporters = [{ upheld: 0, decided: 0 }]) => ({
    severity,
    openedAt: now.subtract({ minutes: minutesAgo }),
    reporters,
  })

  test('puts a person in danger before everything else, however long the rest has waited', () => {
    const urgent = one(1, 1)
    expect(inOrder([one(3, 5000), one(2, 500), urgent], now)[0]).toBe(urgent)
  })

  test('among equals: what reliable people report, and what has waited long', () => {
    const trusted = one(3, 10, [{ upheld: 9, decided: 9 }])
    const doubtful = one(3, 10, [{ upheld: 0, decided: 9 }])
    expect(inOrder([doubtful, trusted], now)[0]).toBe(trusted)
    const old = one(3, 1400, [{ upheld: 0, decided: 9 }])
    expect(inOrder([trusted, old], now)[0]).toBe(old)
  })

  test('counts somebody who never reported as neither right nor wrong', () => {
    expect(reliability({ upheld: 0, decided: 0 })).toBe(0.5)
  })

  test('knows what is grave', () => {
    expect(severityOf('crisis-explicit')).toBe(1)
    expect(severityOf('worried')).toBe(2)
    expect(severityOf('sourcing')).toBe(3)
    expect(severityOf('anything else')).toBe(3)
  })
})

describe('who may decide what', () => {
  const only = (kind: MeasureKind | 'none') => ({ kind, hides: kind === 'hold' })

  test('not their own post, not another moderator, not what somebody else is on', () => {
    expect(whyNoMeasure(keeper, { ...open, authorId: '1' }, only('note'), now)).toBe('refusal.own')
    expect(whyNoMeasure(keeper, { ...open, authorRole: 'moderator' }, only('suspend'), now)).toBe(
      'refusal.keeper',
    )
    const claimed = { ...open, claimedBy: '3', claimedAt: now }
    expect(whyNoMeasure(keeper, claimed, only('note'), now)).toBe('refusal.claimed')
    expect(whyNoMeasure(keeper, claimed, only('note'), now.add({ minutes: 31 }))).toBeUndefined()
    expect(whyNoMeasure(keeper, { ...open, closedAt: now }, only('none'), now)).toBe('refusal.decided')
  })

  test('nobody is silenced for speaking of a crisis', () => {
    for (const category of ['crisis', 'crisis-explicit', 'crisis-implicit', 'worried'])
      for (const kind of ['collapse', 'hold', 'read_only', 'suspend', 'ban'] as const)
        expect(whyNoMeasure(keeper, { ...open, category }, only(kind), now)).toBe('refusal.crisis')
    expect(whyNoMeasure(keeper, { ...open, category: 'crisis' }, only('note'), now)).toBeUndefined()
    const hidden = { kind: 'note', hides: true } as const
    expect(whyNoMeasure(keeper, { ...open, category: 'crisis' }, hidden, now)).toBe('refusal.crisis')
  })

  test('nobody is out of sight because of what somebody else wrote above them', () => {
    const above = { ...open, isDarkBelow: true }
    expect(whyNoMeasure(keeper, above, only('hold'), now)).toBe('refusal.crisisBelow')
    expect(whyNoMeasure(keeper, above, { kind: 'ban', hides: true }, now)).toBe('refusal.crisisBelow')
    for (const kind of ['note', 'collapse', 'suspend', 'ban'] as const)
      expect(whyNoMeasure(keeper, above, only(kind), now)).toBeUndefined()
  })

  test('a claim that was left lying is free again', () => {
    expect(holderOf({ claimedBy: '3', claimedAt: now }, now.add({ minutes: 29 }))).toBe('3')
    expect(holderOf({ claimedBy: '3', claimedAt: now }, now.add({ minutes: 31 }))).toBeUndefined()
  })
})

describe('how long it holds', () => {
  test('a day of reading, some days without writing, a ban until it is undone', () => {
    expect(untilOf('read_only', 7, now)?.toString()).toBe('2026-11-23T12:00:00Z')
    expect(untilOf('suspend', 7, now)?.toString()).toBe('2026-11-29T12:00:00Z')
    expect(untilOf('ban', 7, now)).toBeNull()
  })

  test('an appeal is for whom it concerns, within thirty days', () => {
    const measure = { memberId: '2', madeAt: now, undoneAt: null }
    expect(mayAppeal(measure, '2', now.add({ hours: 29 * 24 }))).toBe(true)
    expect(mayAppeal(measure, '2', now.add({ hours: 31 * 24 }))).toBe(false)
    expect(mayAppeal(measure, '5', now)).toBe(false)
    expect(mayAppeal({ ...measure, undoneAt: now }, '2', now)).toBe(false)
  })
})
