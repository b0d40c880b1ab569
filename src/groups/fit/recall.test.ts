import { describe, expect, test } from 'vitest'
import { rankGroups } from './rules.ts'
import { type InventedPerson, readPeople } from './testing/people.ts'
import { now, village } from './testing/village.ts'

const people = readPeople()

/** The part of these people who see the group that a careful peer wants for them among the first three. */
function recallOf(some: InventedPerson[]): number {
  const seen = some.filter(({ told, expects }) =>
    rankGroups(told, village, now)
      .slice(0, 3)
      .some(({ group }) => group.name === expects),
  )
  return seen.length / some.length
}

describe('two hundred people, and where a careful peer would send them', () => {
  test('are as many as that, split in two, and ask for groups that exist', () => {
    expect(people.length).toBeGreaterThanOrEqual(200)
    const judged = people.filter(({ half }) => half === 'judged').length / people.length
    expect(judged).toBeGreaterThan(0.45)
    expect(judged).toBeLessThan(0.55)
    const names = new Set(village.map(({ group }) => group.name))
    expect(people.filter(({ expects }) => !names.has(expects))).toEqual([])
    expect(new Set(people.map(({ who }) => who)).size).toBe(people.length)
  })

  test.each(['tuned', 'judged'] as const)('see it among the first three: the half %s', (half) => {
    expect(recallOf(people.filter((one) => one.half === half))).toBeGreaterThanOrEqual(0.9)
  })

  test('are told why, or what speaks most against it', () => {
    for (const { who, told } of people)
      for (const fit of rankGroups(told, village, now).slice(0, 3)) {
        if (fit.fitsWell) expect(fit.reasons.length, who).toBeGreaterThan(0)
        else expect(fit.drawbacks[0]?.serious, who).toBe(true)
      }
  })

  test('are never sent to a circle that they did not name', () => {
    for (const { who, told } of people)
      for (const { group } of rankGroups(told, village, now))
        for (const circle of group.circles) expect(told.circles, who).toContain(circle)
  })
})
