import type { Craving, Ease } from '../entries/entries.ts'

/** How often and how strong, hour by hour of the day. */
export interface Hour {
  hour: number
  count: number
  /** 0 to 10; 0 where there was none. */
  meanStrength: number
}

export function byHour(cravings: Pick<Craving, 'at' | 'strength'>[]): Hour[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const then = cravings.filter(({ at }) => Number(at.slice(11, 13)) === hour)
    return { hour, count: then.length, meanStrength: mean(then.map(({ strength }) => strength)) ?? 0 }
  })
}

export interface Trigger {
  trigger: string
  count: number
  meanStrength: number
  /** Times it passed without using. */
  passed: number
  /** What was written down as having helped, the most often first. */
  helped: { what: string; count: number }[]
}

/** Triggers as the person called them, capitals and spaces aside; the most frequent first. */
export function byTrigger(cravings: Pick<Craving, 'trigger' | 'strength' | 'helped' | 'used'>[]): Trigger[] {
  const groups = new Map<string, typeof cravings>()
  for (const craving of cravings) {
    const key = craving.trigger?.trim().toLowerCase().replace(/\s+/g, ' ')
    if (key) groups.set(key, [...(groups.get(key) ?? []), craving])
  }
  return [...groups.values()]
    .map((some) => ({
      trigger: some[0]?.trigger?.trim() ?? '',
      count: some.length,
      meanStrength: mean(some.map(({ strength }) => strength)) ?? 0,
      passed: some.filter(({ used }) => !used).length,
      helped: counted(some.filter(({ used }) => !used).flatMap(({ helped }) => helped)),
    }))
    .sort((a, b) => b.count - a.count || b.meanStrength - a.meanStrength || (a.trigger < b.trigger ? -1 : 1))
}

export interface Eased {
  technique: string
  symptom: string
  times: number
  meanBefore: number
  meanAfter: number
  /** The middle half of the differences (after minus before): nothing is called a cause. */
  spread: [number, number]
}

/** Fewer times say nothing. */
const fewest = 3

/** What was noted before and after a technique, where it was noted at least three times. */
export function easedBy(eases: Ease[]): Eased[] {
  const groups = new Map<string, Ease[]>()
  for (const ease of eases) {
    const key = `${ease.technique} ${ease.symptom}`
    groups.set(key, [...(groups.get(key) ?? []), ease])
  }
  return [...groups.values()]
    .filter((some) => some.length >= fewest)
    .map((some) => {
      const differences = some.map(({ before, after }) => after - before).sort((a, b) => a - b)
      return {
        technique: some[0]?.technique ?? '',
        symptom: some[0]?.symptom ?? '',
        times: some.length,
        meanBefore: mean(some.map(({ before }) => before)) ?? 0,
        meanAfter: mean(some.map(({ after }) => after)) ?? 0,
        spread: [quantile(differences, 0.25), quantile(differences, 0.75)] as [number, number],
      }
    })
    .sort((a, b) => a.meanAfter - a.meanBefore - (b.meanAfter - b.meanBefore))
}

export function mean(numbers: number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

/** Between the two nearest, as most programs reckon it (type 7). @param sorted ascending, not empty */
export function quantile(sorted: number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = Math.floor(place)
  const [low = 0, high = low] = [sorted[below], sorted[below + 1]]
  return low + (high - low) * (place - below)
}

function counted(words: string[]): { what: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([what, count]) => ({ what, count }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
}
