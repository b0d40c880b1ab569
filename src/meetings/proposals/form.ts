import * as v from 'valibot'
import { link, minutes, phone, text, ticked, wallTime } from '../hosting/fields.ts'
import type { IsoDay } from '../recurrence/recurrence.ts'
import { abouts } from './proposal.ts'

const days = ['1', '2', '3', '4', '5', '6', '7'] as const

export const suggestForm = v.object({
  about: v.picklist(abouts, 'mistake.about'),
  days: v.pipe(
    ticked(days, 'mistake.days'),
    v.transform((given) => given.map(Number) as IsoDay[]),
  ),
  time: wallTime,
  minutes,
  onlineUrl: link,
  phone,
  placeName: text(120),
  address: text(200),
  town: text(100),
  note: text(1000),
})

export type SuggestForm = v.InferOutput<typeof suggestForm>

export const decisionForm = v.object({
  /** What was shown beside the buttons; its proposer may have said something else since. */
  seen: v.optional(v.string(), ''),
  decision: v.picklist(['accept', 'refuse'], 'mistake.decision'),
  answer: text(1000),
})
