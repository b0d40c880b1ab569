import * as v from 'valibot'

/**
 * How well a source carries what is said: A = we read it (often only its summary), B = general knowledge with a
 * reference, C = our own careful reading, low = commonly said but no evidence.
 */
const sourceSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  text: v.pipe(v.string(), v.minLength(10)),
  url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  strength: v.picklist(['A', 'B', 'C', 'low']),
})

export type Source = v.InferOutput<typeof sourceSchema>

/** Nothing is published without a source. */
export const sourcesSchema = v.pipe(v.array(sourceSchema), v.minLength(1, 'names no source'))

/** A day as it is written in front matter: 2026-11-22. */
export const daySchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.transform((text) => Temporal.PlainDate.from(text)),
)
