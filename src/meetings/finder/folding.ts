import type { UpcomingMeeting } from '../meeting.ts'
import type { Filters } from './filters.ts'

/** A row of the list, and those of the same list at the same time that it stands for. */
export interface Line {
  first: UpcomingMeeting
  folded: UpcomingMeeting[]
}

/** So many of one list at one time may stand side by side. */
const sideBySide = 3

/**
 * One fellowship with forty meetings at seven in the evening must not bury the one meeting of another: the others of
 * the forty are folded away under the third, a touch away. Who asked for that fellowship, for words or for a place
 * gets every row.
 */
export function linesOf(meetings: UpcomingMeeting[], fold: boolean): Line[] {
  const lines: Line[] = []
  const counts = new Map<string, number>()
  const lastOf = new Map<string, Line>()
  for (const meeting of meetings) {
    const key = `${meeting.source} ${meeting.startsAt}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const last = lastOf.get(key)
    if (fold && meeting.source !== null && count > sideBySide && last) last.folded.push(meeting)
    else {
      const line = { first: meeting, folded: [] }
      lines.push(line)
      lastOf.set(key, line)
    }
  }
  return lines
}

export function isFolded({ words, fellowship, near, at }: Filters): boolean {
  return !words && !fellowship && !near && !at
}
