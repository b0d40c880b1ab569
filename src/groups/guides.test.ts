import { expect, test } from 'vitest'
import { guideOf } from './guides.ts'
import { groupKinds } from './kinds.ts'

test.each(groupKinds)(
  'a %s group begins with agreements, a meeting that fits into an evening, and sources',
  (kind) => {
    const guide = guideOf(kind)
    expect(guide.agreements.split('\n').length).toBeGreaterThan(5)
    for (const format of guide.formats) {
      const minutes = format.parts.reduce((sum, part) => sum + part.minutes, 0)
      expect(minutes).toBeGreaterThanOrEqual(50)
      expect(minutes).toBeLessThanOrEqual(90)
    }
    expect(guide.evidence.text).toMatch(/kratom|other drugs/)
  },
)

test.each(groupKinds)('what we say about %s groups names no fellowship and no brand', (kind) => {
  const { sources: _, ...ours } = guideOf(kind)
  const words = JSON.stringify(ours)
  expect(words).not.toMatch(
    /Anonymous|\bA\.?A\.?\b|\bN\.?A\.?\b|SMART|LifeRing|Dharma|Al-Anon|Big Book|sponsor/,
  )
})
