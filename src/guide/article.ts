import * as v from 'valibot'
import { daySchema, sourcesSchema } from './sources.ts'

/** Where a reader is; the guide's list is sorted by it. */
export const places = ['safety', 'before', 'first_days', 'body', 'later', 'people'] as const

export const articleSchema = v.strictObject({
  title: v.pipe(v.string(), v.minLength(1)),
  summary: v.pipe(v.string(), v.minLength(1)),
  place: v.picklist(places),
  order: v.number(),
  reviewedOn: daySchema,
  sources: sourcesSchema,
})

export interface Article extends v.InferOutput<typeof articleSchema> {
  slug: string
  /** The body; citations in it are links to the sources below. */
  html: string
  /** To read it slowly. */
  minutes: number
}
