export const kinds = ['leaf', 'extract', 'seven_oh', 'several'] as const
export const goals = ['stopping', 'cutting_down', 'thinking'] as const
export const tapers = ['not_started', 'first_steps', 'about_half', 'near_end', 'stuck'] as const
export const otherSubstances = [
  'alcohol',
  'benzodiazepines',
  'ghb_phenibut',
  'barbiturates',
  'opioids',
  'gabapentinoids',
] as const
export const conditions = [
  'pregnant',
  'opioid_blocker',
  'bipolar_psychosis',
  'seizures',
  'heart',
  'liver',
  'after_break',
  'risky_remedies',
] as const
export const ages = ['under_18', 'adult'] as const
export const dangers = [
  'suicide',
  'seizure_chest',
  'confusion',
  'not_waking',
  'fluids',
  'yellow',
  'fever',
] as const
export const symptoms = [
  'insomnia',
  'restlessness',
  'cravings',
  'anxiety',
  'irritability',
  'low_mood',
  'aches',
  'nausea',
  'paranoia',
  'hallucinations',
] as const
export const strengths = ['0', '1', '2', '3', '4'] as const

export type Kind = (typeof kinds)[number]
type Goal = (typeof goals)[number]
type Taper = (typeof tapers)[number]
export type OtherSubstance = (typeof otherSubstances)[number]
type Condition = (typeof conditions)[number]
type Danger = (typeof dangers)[number]
export type Symptom = (typeof symptoms)[number]

/** What a person told us. Everything but the danger signs may be missing, so that a half-filled form is still judged for danger. */
export interface Answers {
  danger: Danger[]
  country: string | undefined
  kind: Kind | undefined
  goal: Goal | undefined
  /** Hours since the last dose. */
  hoursSince: number | undefined
  taper: Taper | undefined
  dosesADay: number | undefined
  /** Days since each other substance was last taken; undefined when the person named it without a number. */
  others: Map<OtherSubstance, number | undefined>
  conditions: Condition[]
  under18: boolean
  /** 0 not at all to 4 as strong as it gets; a symptom that was not answered is absent. */
  symptoms: Map<Symptom, number>
}

/** Answers with the three things the result cannot do without. */
export type CompleteAnswers = Answers & { kind: Kind; goal: Goal }

/** No technique is for these: they need a person, and are answered by a red flag. */
const needPeople: Symptom[] = ['paranoia', 'hallucinations']

/** The symptoms that a technique may ease, strongest first; equal ones in the order of the list. */
export function loudest(answers: Answers, count: number): Symptom[] {
  return symptoms
    .filter((symptom) => (answers.symptoms.get(symptom) ?? 0) > 0 && !needPeople.includes(symptom))
    .sort((a, b) => (answers.symptoms.get(b) ?? 0) - (answers.symptoms.get(a) ?? 0))
    .slice(0, count)
}
