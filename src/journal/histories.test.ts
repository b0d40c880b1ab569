import fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories, liveThrough } from './testing/histories.ts'

test('three devices with crashes and lost answers end up the same, and no edit is lost', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      expect(await liveThrough(steps)).toEqual([])
    }),
    { numRuns: 250 },
  )
}, 60_000)
