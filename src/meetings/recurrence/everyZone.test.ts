import { expect, test } from 'vitest'
import { disagreements, listClockChanges } from '../../../tools/prove/clockChanges.ts'

test('random rules agree with an independent expander, at every change of a clock in two years', () => {
  expect(new Set(listClockChanges().map(({ zone }) => zone)).size).toBeGreaterThan(100)
  expect(disagreements(400, 20_261_122)).toEqual([])
})
