import * as v from 'valibot'
import { readContent } from '../platform/content.ts'
import { type GroupKind, groupKinds, practices } from './kinds.ts'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90))
const part = v.strictObject({ minutes, part: text, note: text })
const format = v.strictObject({
  id: text,
  // For a practice: what a host may begin with, all of it theirs to change.
  practice: v.optional(v.picklist(practices)),
  bring: v.optional(text),
  consent: v.optional(text),
  weather: v.optional(text),
  parts: v.array(part),
})
const source = v.strictObject({ id: text, title: text, url: v.pipe(v.string(), v.url()) })

const guideFront = v.strictObject({
  kind: v.picklist(groupKinds),
  reviewed_on: v.pipe(v.string(), v.isoDate()),
  what: text,
  suits: v.array(text),
  suits_less: v.array(text),
  evidence: v.strictObject({ strength: v.picklist([1, 2, 3]), text }),
  // No claim without a source.
  sources: v.pipe(v.array(source), v.minLength(1)),
  agreements: text,
  formats: v.pipe(v.array(format), v.minLength(1)),
})

export type MeetingFormat = v.InferOutput<typeof format>

/** What we say about a kind of group, in our own words, with the agreements and formats new groups begin with. */
export interface KindGuide extends Omit<v.InferOutput<typeof guideFront>, 'reviewed_on' | 'suits_less'> {
  reviewedOn: string
  suitsLess: string[]
  /** What to expect the first time. */
  html: string
}

const guides = new Map<GroupKind, KindGuide>()
for (const { front, html } of readContent('content/en/formats', guideFront)) {
  const { reviewed_on: reviewedOn, suits_less: suitsLess, ...rest } = front
  guides.set(rest.kind, { ...rest, reviewedOn, suitsLess, html })
}

export function guideOf(kind: GroupKind): KindGuide {
  const guide = guides.get(kind)
  if (!guide) throw new Error(`content/en/formats has no file for groups of the kind ${kind}.`)
  return guide
}

// Found at the start rather than by the first visitor.
for (const kind of groupKinds) guideOf(kind)
