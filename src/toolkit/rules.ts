import type { Guided, SymptomId, Technique } from './technique.ts'

/** Techniques for one symptom: those made for it first, and among equals the better tested. */
export function techniquesForOne<T extends Pick<Technique, 'helpsWith' | 'strength'>>(
  techniques: T[],
  symptom: SymptomId,
): T[] {
  const worth = (one: T) => one.strength + (one.helpsWith[0] === symptom ? 10 : 0)
  return techniques.filter((one) => one.helpsWith.includes(symptom)).sort((a, b) => worth(b) - worth(a))
}

/**
 * What may ease the two loudest symptoms, taken from each in turn.
 * Symptoms that no technique answers (seeing or hearing things) are passed over: they need a person, not a technique.
 * @param symptoms loudest first
 */
export function chooseTechniques<T extends Pick<Technique, 'helpsWith' | 'strength'>>(
  techniques: T[],
  symptoms: SymptomId[],
  limit: number,
): T[] {
  const [first = [], second = []] = symptoms
    .map((symptom) => techniquesForOne(techniques, symptom))
    .filter((list) => list.length > 0)
  const inTurn = first.concat(second).map((_, at) => [first[at], second[at]])
  const chosen = new Set(inTurn.flat().filter((one) => one !== undefined))
  return [...chosen].slice(0, Math.max(0, limit))
}

/** How long a guided technique takes. */
export function guidedSeconds({ phases, rounds }: Guided): number {
  return rounds * phases.reduce((sum, { seconds }) => sum + seconds, 0)
}

/** What somebody may say is loudest on the night page, in the order of the page. */
export const loudest = ['craving', 'sleep', 'legs', 'panic', 'stomach', 'alone', 'thoughts'] as const

export type Loudest = (typeof loudest)[number]

/** The one technique that the night page starts with; being alone or frightened by thoughts needs people. */
export const nightTechniques: Partial<
  Record<Loudest, { symptom: SymptomId; first: string; more: string[] }>
> = {
  craving: { symptom: 'cravings', first: 'urge-surfing', more: ['walk-20-minutes', 'cyclic-sighing'] },
  sleep: { symptom: 'insomnia', first: 'paced-breathing', more: ['sleep-basics', 'muscle-relaxation'] },
  legs: { symptom: 'restlessness', first: 'restless-legs', more: ['muscle-relaxation', 'paced-breathing'] },
  panic: { symptom: 'anxiety', first: 'cyclic-sighing', more: ['grounding', 'paced-breathing'] },
  stomach: { symptom: 'nausea', first: 'nausea-sips', more: ['paced-breathing'] },
}
