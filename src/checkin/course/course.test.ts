import { expect, test } from 'vitest'
import { concentrated, leaf, partsOf, phaseAt } from './index.ts'

test.each([leaf, concentrated])(
  'the parts of a course follow each other without gaps and name the phase of each of their days ($id)',
  (course) => {
    let next = 0
    for (const { phase, from, to } of partsOf(course)) {
      expect(from).toBe(next)
      for (let day = from; day <= (to ?? from + 30); day++)
        // Hours before anybody notices anything belong to the first day.
        if (day > 0) expect(phaseAt(course, day * 24)).toBe(phase)
      next = (to ?? 0) + 1
    }
    expect(partsOf(course).at(-1)?.to).toBeUndefined()
  },
)
