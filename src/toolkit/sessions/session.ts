import * as v from 'valibot'
import { daySchema, sourcesSchema } from '../../guide/index.ts'
import type { Technique } from '../technique.ts'

const text = v.pipe(v.string(), v.minLength(1))

/** Several techniques, one after another. */
export const sessionSchema = v.strictObject({
  title: text,
  summary: text,
  order: v.number(),
  notWhen: text,
  steps: v.pipe(
    v.array(
      v.strictObject({
        technique: text,
        /** Why this now, in a sentence or two. */
        say: text,
      }),
    ),
    v.minLength(2),
  ),
  reviewedOn: daySchema,
  sources: sourcesSchema,
})

export interface SessionStep {
  technique: Technique
  say: string
}

export interface Session extends Omit<v.InferOutput<typeof sessionSchema>, 'steps'> {
  slug: string
  steps: SessionStep[]
  /** From the shortest way through it to the longest. */
  minutes: { from: number; to: number }
  html: string
}
