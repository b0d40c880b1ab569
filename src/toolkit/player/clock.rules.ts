export interface Phase {
  say: string
  seconds: number
  shape: 'grow' | 'shrink' | 'still'
}

interface Moment {
  /** Which phase it is. */
  at: number
  /** How much of it is over. */
  phaseMs: number
}

/** Where a plan is after so long; undefined when it is over. A phone that slept finds its place again. */
export function momentAt(plan: Phase[], goneMs: number): Moment | undefined {
  let before = 0
  for (const [at, { seconds }] of plan.entries()) {
    if (goneMs < before + seconds * 1000) return { at, phaseMs: Math.max(0, goneMs - before) }
    before += seconds * 1000
  }
  return undefined
}

/** Minutes and seconds, as a clock shows what is left. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const shortSeconds = 10
const roundsRead = 3

/**
 * Whether a screen reader is given this phase: long steps always, the ins and outs of a breath only until they are known.
 * After that the words stay on the screen, the voice and the vibration go on, and nothing chatters.
 */
export function isReadOut(phase: Phase, round: number): boolean {
  return phase.seconds >= shortSeconds || round < roundsRead
}
