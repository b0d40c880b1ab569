/**
 * What the journal writes down. Wall times are those of the place where somebody was, as `2026-11-22T03:40`: a night is a
 * night wherever one travels, and nobody can be found by a zone.
 */

/** The ten of the check-in first; the others are offered when wanted. */
export const symptoms = [
  'cravings',
  'restlessness',
  'irritability',
  'insomnia',
  'nausea',
  'aches',
  'anxiety',
  'low_mood',
  'paranoia',
  'hallucinations',
] as const

export const moreSymptoms = [
  'tiredness',
  'flushes',
  'runny_nose',
  'diarrhoea',
  'no_appetite',
  'feverish',
  'shaking',
  'fog',
] as const

export type Symptom = (typeof symptoms)[number] | (typeof moreSymptoms)[number]

export const products = ['leaf', 'extract', 'seven_oh'] as const
export type Product = (typeof products)[number]

export const aims = ['stop', 'cut_down', 'stay_stopped'] as const
type Aim = (typeof aims)[number]

/** The only two questions before the first entry. */
interface Settings {
  product: Product
  aim: Aim
  /** What a day of using cost, in whatever money; null: not wanted. */
  costADay: number | null
  /** Minutes a day that using took. */
  minutesADay: number | null
}

/** How strong a symptom is, in words: not at all, a little, somewhat, strong, hardly bearable. */
export type Level = 0 | 1 | 2 | 3 | 4

export interface Checkin {
  at: string
  levels: Partial<Record<Symptom, Level>>
  /** Danger signs that were marked. */
  signs: string[]
  /** 0 to 10. */
  mood: number | null
  /** Wall times of the night: `23:10`. */
  bed: string | null
  asleep: string | null
  /** Minutes awake in between. */
  awakeMinutes: number | null
  up: string | null
  note: string
}

export interface Craving {
  at: string
  /** 0 to 10. */
  strength: number
  place: string | null
  trigger: string | null
  /** A technique's name, or words of one's own. */
  helped: string[]
  minutes: number | null
  /** How it ended. */
  used: boolean
  note: string
}

/** Grams of leaf, milligrams of 7-OH; of an extract whatever its label counts. */
interface Dose {
  at: string
  product: Product
  amount: number | null
  note: string
}

export interface TaperStep {
  id: string
  /** From this day on; null: not before they feel steady. */
  from: string | null
  amountADay: number
  dosesADay: number | null
}

/** A plan of one's own: nothing in it is proposed by us. */
interface Taper {
  product: Product
  steps: TaperStep[]
  note: string
}

/** It wipes nothing: what came before stays. */
interface Lapse {
  at: string
  learnt: string
}

export interface Score {
  on: string
  scale: 'phq8' | 'gad7' | 'barc10'
  answers: number[]
}

/** A technique that was used, with how strong the symptom was before and after, on the scale of the check-in. */
export interface Ease {
  at: string
  /** A technique’s name, or words of one’s own. */
  technique: string
  symptom: Symptom
  before: Level
  after: Level
}

export interface PlanLine {
  id: string
  text: string
}

export interface IfThen {
  id: string
  when: string
  answer: string
}

/** Headings of our own making. */
interface Plan {
  reasons: PlanLine[]
  signs: PlanLine[]
  ifThen: IfThen[]
  people: PlanLine[]
  places: PlanLine[]
}

/** The fields of each kind of record. */
export interface Shapes {
  settings: Settings & { lastOn: string | null }
  checkin: Checkin
  craving: Craving
  dose: Dose
  taper: Taper
  lapse: Lapse
  score: Score
  ease: Ease
  plan: Plan
}
