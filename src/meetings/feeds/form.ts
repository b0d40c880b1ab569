import * as v from 'valibot'
import { groupKinds } from '../../groups/index.ts'
import { isZone } from '../../platform/clock.ts'
import type { IsoDay } from '../recurrence/recurrence.ts'
import { clockTime } from './clock.ts'
import type { Corrections } from './corrections.rules.ts'
import { pollEvery } from './schedule.rules.ts'

const text = v.pipe(v.optional(v.string(), ''), v.trim())
const orNothing = v.transform((given: string) => given || undefined)

const address = v.pipe(
  text,
  v.check((given) => given === '' || /^https?:$/.test(URL.parse(given)?.protocol ?? ''), 'mistake.link'),
  v.maxLength(1000, 'mistake.link'),
  orNothing,
)
const zone = v.pipe(
  text,
  v.check((given) => given === '' || isZone(given), 'mistake.feedZone'),
  orNothing,
)

/** What an operator says about a feed; the file itself is read apart from it. */
export const feedForm = v.object({
  name: v.pipe(text, v.nonEmpty('mistake.feedName'), v.maxLength(100, 'mistake.feedNameLong')),
  address,
  zone,
  kind: v.optional(v.picklist(groupKinds, 'mistake.feedKind'), 'twelve_step'),
})

export const settingsForm = v.object({
  address,
  zone,
  kind: v.picklist(groupKinds, 'mistake.feedKind'),
  fellowship: v.pipe(text, v.maxLength(100, 'mistake.feedFellowship'), orNothing),
  poll: v.pipe(
    text,
    v.transform((given) => (given === '' ? null : Number(given))),
    v.check((given) => given === null || pollEvery.some((hours) => hours === given), 'mistake.feedPoll'),
  ),
})

const optional = (limit: number) => v.pipe(text, v.maxLength(limit, 'mistake.correctLong'), orNothing)

/** A correction by hand. What is empty, or as the list has it, is no correction. */
export const correctionForm = v.object({
  name: optional(255),
  status: v.pipe(v.optional(v.picklist(['', 'running', 'paused', 'hidden'], 'mistake.correctStatus'), '')),
  days: v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())]), []),
    v.transform((given) => [given].flat().map(Number)),
    v.check((given) => given.every((day) => day >= 1 && day <= 7), 'mistake.correctDays'),
  ),
  time: v.pipe(
    text,
    v.check((given) => given === '' || clockTime(given) !== undefined, 'mistake.correctTime'),
    v.transform((given) => clockTime(given)),
  ),
  minutes: v.pipe(
    text,
    v.check(
      (given) => given === '' || (/^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= 1440),
      'mistake.correctMinutes',
    ),
    v.transform((given) => (given === '' ? undefined : Number(given))),
  ),
  zone: v.pipe(
    text,
    v.check((given) => given === '' || isZone(given), 'mistake.correctZone'),
    orNothing,
  ),
  placeName: optional(300),
  address: optional(300),
  point: v.pipe(
    text,
    v.check((given) => given === '' || pointOf(given) !== undefined, 'mistake.correctPoint'),
    v.transform((given) => pointOf(given)),
  ),
})

/** "51.5, -0.12", as maps copy it. 0, 0 is in the sea. */
function pointOf(text: string): Corrections['point'] {
  const parts = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text)
  const [latitude, longitude] = [Number(parts?.[1]), Number(parts?.[2])]
  if (!parts || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude }
}

/** What of a form differs from what the list says. */
export function correctionsIn(
  form: v.InferOutput<typeof correctionForm>,
  list: { [field in keyof Corrections]?: Corrections[field] | undefined },
): Corrections {
  const given: { [field in keyof Corrections]?: Corrections[field] | undefined } = {
    ...form,
    status: form.status === '' ? undefined : form.status,
    days: form.days.length === 0 ? undefined : ([...new Set(form.days)].sort() as IsoDay[]),
  }
  const differs = Object.entries(given).filter(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(list[field as keyof Corrections]),
  )
  return Object.fromEntries(differs)
}
