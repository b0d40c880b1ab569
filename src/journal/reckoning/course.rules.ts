import type { Checkin, Symptom } from '../entries/entries.ts'
import { daysBetween } from './freedom.rules.ts'
import { mean } from './patterns.rules.ts'

/** One symptom on one day: the mean of what was noted, 0 to 4. */
export interface DayLevel {
  /** Days since the last dose, or the number of the taper's step. */
  day: number
  level: number
  times: number
}

/** The course of a symptom by day since the last dose before each entry; entries before any dose are left out. */
export function courseByDay(
  checkins: Pick<Checkin, 'at' | 'levels'>[],
  symptom: Symptom,
  usedOn: string[],
): DayLevel[] {
  const used = [...usedOn].sort()
  return courseBy(checkins, symptom, (on) => {
    const last = used.findLast((day) => day <= on)
    return last === undefined ? undefined : daysBetween(last, on)
  })
}

/** The same by step of the person's own taper. @param steps when each began, ascending */
export function courseByStep(
  checkins: Pick<Checkin, 'at' | 'levels'>[],
  symptom: Symptom,
  steps: string[],
): DayLevel[] {
  return courseBy(checkins, symptom, (on) => {
    const step = steps.filter((from) => from <= on).length
    return step === 0 ? undefined : step
  })
}

function courseBy(
  checkins: Pick<Checkin, 'at' | 'levels'>[],
  symptom: Symptom,
  dayOf: (on: string) => number | undefined,
): DayLevel[] {
  const days = new Map<number, number[]>()
  for (const { at, levels } of checkins) {
    const level = levels[symptom]
    const day = dayOf(at.slice(0, 10))
    if (level === undefined || day === undefined) continue
    days.set(day, [...(days.get(day) ?? []), level])
  }
  return [...days]
    .map(([day, levels]) => ({ day, level: mean(levels) ?? 0, times: levels.length }))
    .sort((a, b) => a.day - b.day)
}
