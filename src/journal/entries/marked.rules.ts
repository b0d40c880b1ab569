import { type Result, type ScaleId, scales, scoreOf } from '../reckoning/scales.rules.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import { moreSymptoms, type Symptom, symptoms } from './entries.ts'

const worthALine = 2

/** What was strongest in a check-in, the first of several; undefined where nothing was more than a little. */
export function strongestOf({
  levels,
}: JournalRecord['fields']): { symptom: Symptom; level: number } | undefined {
  let found: { symptom: Symptom; level: number } | undefined
  for (const symptom of [...symptoms, ...moreSymptoms]) {
    const level = Number((levels as Record<string, unknown> | null | undefined)?.[symptom] ?? 0)
    if (level >= worthALine && level <= 4 && level > (found?.level ?? 0)) found = { symptom, level }
  }
  return found
}

/** A weekly score, added up; undefined for one of a scale that this version does not know. */
export function scoreShown({
  scale,
  answers,
}: JournalRecord['fields']): (Result & { scale: ScaleId }) | undefined {
  const known = (Object.keys(scales) as ScaleId[]).find((one) => one === scale)
  const result = known && Array.isArray(answers) ? scoreOf(known, answers as number[]) : undefined
  return known && result && { ...result, scale: known }
}
