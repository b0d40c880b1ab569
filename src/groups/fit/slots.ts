import type { Part, Slot } from './answers.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** When each part of the day begins, as an hour of the wall clock. Before five it is still the night before. */
const begins: [Part, number][] = [
  ['night', 22],
  ['evening', 17],
  ['afternoon', 12],
  ['morning', 5],
]

/**
 * Tells the slot of any instant in the days after `now`, in one zone. Thousands of starts are asked about in one
 * request, so the zone's offsets are looked up once and the rest is arithmetic.
 */
export function slotsIn(zone: string, now: Temporal.Instant): (at: Temporal.Instant) => Slot {
  const offsets = offsetsFrom(now.toZonedDateTimeISO(zone))
  return (at) => {
    const epochMs = at.epochMilliseconds
    const offset = offsets.findLast((one) => one.fromMs <= epochMs) ?? offsets[0]
    return slotOf(epochMs + (offset?.offsetMs ?? 0))
  }
}

function offsetsFrom(now: Temporal.ZonedDateTime): { fromMs: number; offsetMs: number }[] {
  const untilMs = now.epochMilliseconds + 40 * dayMs
  const offsets = [{ fromMs: -Infinity, offsetMs: now.offsetNanoseconds / 1e6 }]
  let next = now.getTimeZoneTransition('next')
  while (next && next.epochMilliseconds <= untilMs) {
    offsets.push({ fromMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 })
    next = next.getTimeZoneTransition('next')
  }
  return offsets
}

function slotOf(wallMs: number): Slot {
  const hour = Math.floor(wallMs / hourMs) % 24
  const part = begins.find(([, from]) => hour >= from)?.[0] ?? 'night'
  const days = Math.floor(wallMs / dayMs) - (hour < 5 ? 1 : 0)
  // Day 0 of the epoch was a Thursday.
  const weekday = (days + 4) % 7
  return `${weekday === 0 || weekday === 6 ? 'weekend' : 'weekday'}_${part}`
}
