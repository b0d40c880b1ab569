import * as v from 'valibot'
import { daySchema, sourcesSchema } from '../guide/index.ts'

/** The ten things a check-in asks about; a technique names those it may ease. */
export const symptomIds = [
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

export type SymptomId = (typeof symptomIds)[number]

const symptom = v.picklist(symptomIds)
const text = v.pipe(v.string(), v.minLength(1))

const phaseSchema = v.strictObject({
  say: text,
  seconds: v.pipe(v.number(), v.minValue(1), v.maxValue(180)),
  /** What the calm shape does meanwhile. */
  shape: v.picklist(['grow', 'shrink', 'still']),
})

export const techniqueSchema = v.strictObject({
  title: text,
  summary: text,
  order: v.number(),
  /** The symptom it was made for comes first. */
  helpsWith: v.tupleWithRest([symptom], symptom),
  minutes: v.pipe(
    v.strictObject({ from: v.number(), to: v.number() }),
    v.check(({ from, to }) => from <= to, 'ends before it begins'),
  ),
  /** 3 = summaries of many trials or a guideline, 2 = single trials, 1 = small studies, plausible or custom. */
  strength: v.picklist([1, 2, 3]),
  /** The evidence in one sentence, for lists. */
  evidence: text,
  notWhen: text,
  steps: v.pipe(v.array(text), v.minLength(3)),
  /** There is a sheet of the same name to fill in, in the journal and on paper. */
  sheet: v.optional(v.boolean(), false),
  guided: v.nullable(
    v.strictObject({
      phases: v.pipe(v.array(phaseSchema), v.minLength(2)),
      rounds: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** A shape that breathes, or a wave that rises and falls over the whole time. */
      picture: v.optional(v.picklist(['shape', 'wave']), 'shape'),
    }),
  ),
  /** A mouthful every so many minutes, by the clock; a longer wait when it came up. */
  sips: v.optional(v.strictObject({ every: v.number(), wait: v.number() })),
  reviewedOn: daySchema,
  sources: sourcesSchema,
})

export interface Technique extends v.InferOutput<typeof techniqueSchema> {
  slug: string
  /** What is known about it; citations in it are links to the sources below. */
  html: string
}

export type Guided = NonNullable<Technique['guided']>
