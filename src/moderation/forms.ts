import * as v from 'valibot'
import { slowHours, slowMinutes } from './measures/index.ts'
import { measureKinds, suspendDays, worried } from './rules.ts'
import { ruleIds as rules } from './words/index.ts'

const categories = [worried, ...rules] as const

const words = (most: number, mistake: string) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, mistake)), '')

const ticked = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value !== ''),
)

export const reportForm = v.object({
  category: v.picklist(categories, 'mistake.category'),
  words: words(1000, 'mistake.wordsLong'),
})

export const decisionForm = v.pipe(
  v.object({
    kind: v.picklist([...measureKinds, 'none'], 'mistake.kind'),
    category: v.picklist([...categories, 'held'], 'mistake.category'),
    reason: words(2000, 'mistake.reasonLong'),
    opens: ticked,
    hides: ticked,
    days: v.pipe(
      v.optional(v.string(), String(suspendDays[0])),
      v.transform(Number),
      v.picklist(suspendDays, 'mistake.days'),
    ),
    aftercare: ticked,
  }),
  // A post that waits has broken no rule yet: it is let in, or there is one.
  v.forward(
    v.partialCheck(
      [['kind'], ['category']],
      ({ kind, category }) => kind === 'none' || category !== 'held',
      'mistake.category',
    ),
    ['category'],
  ),
  v.forward(
    v.partialCheck([['kind'], ['hides']], ({ kind, hides }) => kind !== 'none' || !hides, 'mistake.hides'),
    ['hides'],
  ),
  // Whoever is told no is told why; the first sentence for a rule says so.
  v.forward(
    v.partialCheck(
      [['kind'], ['reason'], ['opens']],
      ({ kind, reason, opens }) => kind === 'none' || reason !== '' || opens,
      'mistake.reasonEmpty',
    ),
    ['reason'],
  ),
  v.transform((decision) => ({ ...decision, hides: decision.hides || decision.kind === 'hold' })),
)

const oneOf = <const Choices extends readonly number[]>(choices: Choices) =>
  v.pipe(v.string('mistake.slow'), v.transform(Number), v.picklist(choices, 'mistake.slow'))

export const slowForm = v.object({ minutes: oneOf(slowMinutes), hours: oneOf(slowHours) })

const said = (mistake: string) =>
  v.pipe(v.string(mistake), v.trim(), v.minLength(1, mistake), v.maxLength(2000, 'mistake.reasonLong'))

export const appealForm = v.object({ words: said('mistake.appealEmpty') })

export const answerForm = v.object({
  granted: v.pipe(
    v.picklist(['yes', 'no'], 'mistake.granted'),
    v.transform((answer) => answer === 'yes'),
  ),
  answer: said('mistake.answerEmpty'),
})

export const secondForm = v.object({
  agree: v.pipe(
    v.picklist(['yes', 'no'], 'mistake.granted'),
    v.transform((answer) => answer === 'yes'),
  ),
})

const mostHours = 12

export const dutyForm = v.object({
  date: v.pipe(
    v.string('mistake.date'),
    v.check((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text), 'mistake.date'),
  ),
  time: v.pipe(v.string('mistake.time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'mistake.time')),
  hours: v.pipe(
    v.string('mistake.hours'),
    v.regex(/^\d{1,2}$/, 'mistake.hours'),
    v.transform(Number),
    v.minValue(1, 'mistake.hours'),
    v.maxValue(mostHours, 'mistake.hours'),
  ),
})

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).year > 2000
  } catch {
    return false
  }
}
