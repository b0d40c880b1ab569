import * as v from 'valibot'
import { isZone } from '../../platform/clock.ts'
import { clockTime } from '../feeds/clock.ts'

/** The fields of a host's forms, each with the key of its sentence. */

export function text(most: number, tooLong = 'mistake.textLong') {
  return v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(most, tooLong),
    v.transform((given) => given || null),
  )
}

export const link = v.pipe(
  text(500, 'mistake.link'),
  v.check((given) => given === null || /^https?:$/.test(URL.parse(given)?.protocol ?? ''), 'mistake.link'),
)

export const phone = v.pipe(
  text(60, 'mistake.phone'),
  v.check((given) => given === null || /^[\d+()\-.,*#\s/]{5,}$/.test(given), 'mistake.phone'),
)

export const date = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((given) => given === '' || isDate(given), 'mistake.date'),
)

export function isDate(given: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) return false
  try {
    const year = Temporal.PlainDate.from(given, { overflow: 'reject' }).year
    return year >= 2000 && year <= 2200
  } catch {
    return false
  }
}

/** "19:30", or what people write for it where the browser has no clock to choose from: "7:30 pm", "19.30". */
export const wallTime = v.pipe(
  v.optional(v.string(), ''),
  v.transform((given) => clockTime(given) ?? ''),
  v.nonEmpty('mistake.time'),
)

export const zone = v.pipe(v.optional(v.string(), ''), v.check(isZone, 'mistake.zone'))

/** A whole number of minutes that a meeting may last. */
export const minutes = v.pipe(
  v.optional(v.string(), '60'),
  v.trim(),
  v.regex(/^\d{1,4}$/, 'mistake.minutes'),
  v.transform(Number),
  v.minValue(5, 'mistake.minutes'),
  v.maxValue(720, 'mistake.minutes'),
)

/** Boxes of which any number may be ticked: a form sends nothing for none and a plain text for one. */
export function ticked<const T extends string>(known: readonly T[], mistake: string) {
  return v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())]), []),
    v.transform((given) => (typeof given === 'string' ? [given] : given).filter((one) => one !== '')),
    v.array(v.picklist(known, mistake), mistake),
    v.transform((given) => known.filter((one) => given.includes(one))),
  )
}

/** One of a few, or nothing. */
export function oneOf<const T extends string>(known: readonly T[]) {
  return v.pipe(
    v.optional(v.picklist(['', ...known], 'mistake.choice'), ''),
    v.transform((given): T | null => known.find((one) => one === given) ?? null),
  )
}
