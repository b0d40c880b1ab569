import * as v from 'valibot'
import { isDate } from '../hosting/fields.ts'

const dates = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => (typeof given === 'string' ? [given] : given)),
  v.maxLength(20, 'mistake.dates'),
  v.array(v.pipe(v.string(), v.check(isDate, 'mistake.dates')), 'mistake.dates'),
  v.transform((given) => [...new Set(given)].map((one) => Temporal.PlainDate.from(one))),
)

const ticked = v.pipe(
  v.optional(v.string(), ''),
  v.transform((given) => given !== ''),
)

/** What somebody plans and remembers of one meeting. What was offered and is not ticked is taken back. */
export const comingForm = v.object({
  offered: dates,
  plan: dates,
  every: ticked,
  past: dates,
  came: dates,
  shown: ticked,
})

export type Coming = v.InferOutput<typeof comingForm>
