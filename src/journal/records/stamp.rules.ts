/**
 * A hybrid logical clock: milliseconds, then a counter for what happens within one or after a clock was set back.
 * As text it sorts as it happened: nine letters of time, three of the counter, both in base 36.
 */
export type Stamp = string

/** Stamp and device: the name of one write, used once in the world. */
export type Dot = string

const timeLetters = 9
const countLetters = 3
const stampLetters = timeLetters + countLetters

export const firstStamp: Stamp = '0'.repeat(stampLetters)

/** A stamp after everything this device knows of, however its clock was set. @param last the greatest stamp known */
export function nextStamp(nowMs: number, last: Stamp): Stamp {
  const lastMs = msOf(last)
  if (nowMs > lastMs) return written(nowMs, 0)
  const count = Number.parseInt(last.slice(timeLetters), 36) + 1
  return count < 36 ** countLetters ? written(lastMs, count) : written(lastMs + 1, 0)
}

export const dotOf = (stamp: Stamp, device: string): Dot => `${stamp}.${device}`
export const stampOf = (dot: Dot): Stamp => dot.slice(0, stampLetters)
export const deviceOf = (dot: Dot): string => dot.slice(stampLetters + 1)
export const msOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, timeLetters), 36)

function written(ms: number, count: number): Stamp {
  return ms.toString(36).padStart(timeLetters, '0') + count.toString(36).padStart(countLetters, '0')
}
