import type { TaperStep } from '../entries/entries.ts'

/**
 * The step that a day belongs to: the last one whose day has come. A step without a day waits until the person says that
 * they feel steady, and so do those after it.
 */
export function stepOn(steps: TaperStep[], day: string): TaperStep | undefined {
  let found: TaperStep | undefined
  for (const step of steps) {
    if (step.from === null || step.from > day) break
    found = step
  }
  return found
}
