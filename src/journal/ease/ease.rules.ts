import { type Ease, type Level, moreSymptoms, type Symptom, symptoms } from '../entries/entries.ts'

type Typed = Map<string, string[]>

/** In the list of techniques: what somebody did that is not on it. */
export const ownTechnique = 'own'

const longestOwn = 120

const isSymptom = (name: string | undefined): name is Symptom =>
  [...symptoms, ...moreSymptoms].some((one) => one === name)

/** One of the five answers, from 0 (not at all) to 4 (hardly bearable). */
function levelFrom(text: string | undefined): Level | undefined {
  return text !== undefined && /^[0-4]$/.test(text) ? (Number(text) as Level) : undefined
}

/** What was tried, as it was typed; undefined as long as a part of it is missing. */
export function easeFrom(typed: Typed, at: string): Ease | undefined {
  const one = (name: string) => typed.get(name)?.[0]
  const chosen = one('technique')
  const technique = (chosen === ownTechnique ? one('own') : chosen)?.slice(0, longestOwn)
  const symptom = one('symptom')
  const before = levelFrom(one('before'))
  const after = levelFrom(one('after'))
  if (!technique || !isSymptom(symptom) || before === undefined || after === undefined) return undefined
  return { at, technique, symptom, before, after }
}
