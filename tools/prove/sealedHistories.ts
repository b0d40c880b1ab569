import fc from 'fast-check'
import { histories, liveThrough } from '../../src/journal/testing/histories.ts'
import type { Promised } from './promise.ts'

const lives = 10_000
const seed = 20_261_122

export const historiesAgree: Promised = {
  name: 'sealed: three devices agree and lose nothing, whatever is cut',
  prove: async () => {
    let edits = 0
    const outcome = await fc.check(
      fc.asyncProperty(histories, async (steps) => {
        edits += steps.length
        const faults = await liveThrough(steps)
        if (faults.length > 0) throw new Error(faults.join(' '))
      }),
      { numRuns: lives, seed },
    )
    const figure = `${outcome.numRuns} histories, ${edits} steps, ${outcome.failed ? 'one of them' : '0'} lost or at odds`
    const why = outcome.failed
      ? [`${String(outcome.errorInstance)} after ${JSON.stringify(outcome.counterexample)}`]
      : []
    return { figure, broken: why }
  },
}
