/**
 * PHQ-8 and GAD-7 (developed by Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant
 * from Pfizer Inc.; no permission required to reproduce, translate, display or distribute) and BARC-10 (Vilsaint and others
 * 2017; PhenX: freely available). PHQ-8 leaves out the ninth question, which nobody here could answer to at night.
 */
export const scales = {
  phq8: { questions: 8, least: 0, most: 3, loinc: null },
  gad7: { questions: 7, least: 0, most: 3, loinc: '70274-6' },
  barc10: { questions: 10, least: 1, most: 6, loinc: null },
} as const

export type ScaleId = keyof typeof scales

/** LOINC of the answers of GAD-7, in its order. */
export const gad7Items = [
  '69725-0',
  '68509-9',
  '69733-4',
  '69734-2',
  '69735-9',
  '69689-8',
  '69736-7',
] as const

/** From each scale's own publication; PHQ-8 and GAD-7 count 10 and more as worth a talk with somebody. */
const bands: Record<'phq8' | 'gad7', { from: number; band: Band }[]> = {
  phq8: [
    { from: 20, band: 'severe' },
    { from: 15, band: 'moderately_severe' },
    { from: 10, band: 'moderate' },
    { from: 5, band: 'mild' },
    { from: 0, band: 'minimal' },
  ],
  gad7: [
    { from: 15, band: 'severe' },
    { from: 10, band: 'moderate' },
    { from: 5, band: 'mild' },
    { from: 0, band: 'minimal' },
  ],
}

type Band = 'minimal' | 'mild' | 'moderate' | 'moderately_severe' | 'severe' | 'steady' | 'not_yet_steady'

export interface Result {
  sum: number
  of: number
  band: Band
  /** It is time to see somebody about it. */
  worthATalk: boolean
}

/** 47 and more went with lasting remission (Vilsaint 2017). */
const barcSteady = 47

/** @returns undefined where an answer is missing or none of the scale's */
export function scoreOf(scale: ScaleId, answers: number[]): Result | undefined {
  const { questions, least, most } = scales[scale]
  const fits = (answer: number) => Number.isInteger(answer) && answer >= least && answer <= most
  if (answers.length !== questions || !answers.every(fits)) return undefined
  const sum = answers.reduce((total, answer) => total + answer, 0)
  const of = questions * most
  if (scale === 'barc10')
    return { sum, of, band: sum >= barcSteady ? 'steady' : 'not_yet_steady', worthATalk: false }
  const band = bands[scale].find(({ from }) => sum >= from)?.band ?? 'minimal'
  return { sum, of, band, worthATalk: sum >= 10 }
}
