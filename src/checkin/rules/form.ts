import * as v from 'valibot'
import {
  type Answers,
  ages,
  type CompleteAnswers,
  conditions,
  dangers,
  goals,
  kinds,
  type OtherSubstance,
  otherSubstances,
  type Symptom,
  strengths,
  symptoms,
  tapers,
} from './answers.ts'

const longest = 100
// A field that was not sent at all gets the field's own sentence, not the library's.
const needed = v.optional(v.unknown(), '')
const many = v.optional(v.union([v.string(), v.array(v.unknown())]), [])
const asList = (typed: string | unknown[]) => (Array.isArray(typed) ? typed : [typed])

/** Ticked boxes: unknown values are dropped, so that one strange value never hides a real sign beside it. */
function ticked<const T extends string>(known: readonly T[]) {
  return v.pipe(
    many,
    v.transform((typed) => known.filter((one) => asList(typed).includes(one))),
  )
}

function oneOf<const T extends readonly string[]>(known: T, mistake: string) {
  const none = v.pipe(
    v.literal(''),
    v.transform(() => undefined),
  )
  return v.optional(v.union([none, v.picklist(known)], mistake))
}

/** A number as people type it: "3", "2.5", "2,5"; nothing typed is no answer, anything else is a mistake. */
function amount(mistake: string, largest: number, digits = /^(?:\d{1,6}(?:[.,]\d{1,2})?)?$/) {
  return v.pipe(
    v.optional(v.string(mistake), ''),
    v.maxLength(longest, mistake),
    v.trim(),
    v.regex(digits, mistake),
    v.transform((typed) => (typed === '' ? undefined : Number(typed.replace(',', '.')))),
    v.check((number) => number === undefined || number <= largest, mistake),
  )
}

const wholeNumber = /^\d{0,6}$/
const daysAgo = amount('mistake.other_days', 365)
const strength = oneOf(strengths, 'mistake.symptom')

const fields = {
  danger: v.pipe(
    many,
    v.check((typed) => {
      const given = asList(typed)
      return given.includes('none') || dangers.some((sign) => given.includes(sign))
    }, 'mistake.danger'),
    // "None of these" beside a sign is a contradiction: the sign is believed.
    v.transform((typed) => dangers.filter((sign) => asList(typed).includes(sign))),
  ),
  country: v.pipe(v.optional(v.string('mistake.country'), ''), v.regex(/^(?:[a-z]{2})?$/, 'mistake.country')),
  kind: v.pipe(needed, v.picklist(kinds, 'mistake.kind')),
  goal: v.pipe(needed, v.picklist(goals, 'mistake.goal')),
  last_dose: amount('mistake.last_dose', 3650),
  last_dose_unit: oneOf(['hours', 'days'], 'mistake.last_dose_unit'),
  taper: oneOf(tapers, 'mistake.choice'),
  doses: amount('mistake.doses', 100, wholeNumber),
  other: ticked(otherSubstances),
  other_alcohol_days: daysAgo,
  other_benzodiazepines_days: daysAgo,
  other_ghb_phenibut_days: daysAgo,
  other_barbiturates_days: daysAgo,
  other_opioids_days: daysAgo,
  other_gabapentinoids_days: daysAgo,
  condition: ticked(conditions),
  age: oneOf(ages, 'mistake.choice'),
  symptom_insomnia: strength,
  symptom_restlessness: strength,
  symptom_cravings: strength,
  symptom_anxiety: strength,
  symptom_irritability: strength,
  symptom_low_mood: strength,
  symptom_aches: strength,
  symptom_nausea: strength,
  symptom_paranoia: strength,
  symptom_hallucinations: strength,
}

/** Every field of the form. */
export const fieldNames = Object.keys(fields)

const typedAnswers = v.object(fields)
type Typed = v.InferOutput<typeof typedAnswers>

function shape(typed: Partial<Typed>): Answers {
  return {
    danger: typed.danger ?? [],
    country: typed.country || undefined,
    kind: typed.kind,
    goal: typed.goal,
    hoursSince: hoursOf(typed.last_dose, typed.last_dose_unit),
    taper: typed.taper,
    dosesADay: typed.doses,
    others: othersOf(typed),
    conditions: typed.condition ?? [],
    under18: typed.age === 'under_18',
    symptoms: symptomsOf(typed),
  }
}

function hoursOf(number: number | undefined, unit: 'hours' | 'days' | undefined) {
  if (number === undefined || unit === undefined) return undefined
  return unit === 'hours' ? number : number * 24
}

/** A number of days beside an empty box is a contradiction too: the substance counts as stopped. */
function othersOf(typed: Partial<Typed>): Answers['others'] {
  const stopped = new Map<OtherSubstance, number | undefined>()
  for (const substance of otherSubstances) {
    const days = typed[`other_${substance}_days`]
    if (typed.other?.includes(substance) || days !== undefined) stopped.set(substance, days)
  }
  return stopped
}

function symptomsOf(typed: Partial<Typed>): Answers['symptoms'] {
  const felt = new Map<Symptom, number>()
  for (const symptom of symptoms) {
    const strength = typed[`symptom_${symptom}`]
    if (strength !== undefined) felt.set(symptom, Number(strength))
  }
  return felt
}

/** The form: kind, goal and danger signs are needed, all else is optional. Mistakes are keys of the catalogue. */
export const answersForm = v.pipe(
  typedAnswers,
  v.forward(
    v.partialCheck(
      [['last_dose'], ['last_dose_unit']],
      // "30" may be hours or days, and the two are different people: we do not guess.
      (typed) => typed.last_dose === undefined || typed.last_dose_unit !== undefined,
      'mistake.last_dose_unit',
    ),
    ['last_dose_unit'],
  ),
  v.transform((typed): CompleteAnswers => ({ ...shape(typed), kind: typed.kind, goal: typed.goal })),
)

/** What can be read of a form with mistakes, so that a typing slip never stands between a person and an emergency number. */
export function readWhatWeCan(body: Record<string, unknown>): Answers {
  const typed: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const read = v.safeParse(field, body[name])
    if (read.success) typed[name] = read.output
  }
  return shape(typed as Partial<Typed>)
}
