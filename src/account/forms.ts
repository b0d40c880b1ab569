import * as v from 'valibot'
import { isZone } from '../platform/clock.ts'
import { type Form, readForm } from '../platform/forms.ts'
import { whyNoHandle } from './handle.rules.ts'
import { tidyPassphrase, whyNoPassphrase } from './passphrase.rules.ts'
import { localPath } from './session.rules.ts'

const text = v.optional(v.string('mistake.twice'), '')
const ticked = v.pipe(
  text,
  v.transform((value) => value !== ''),
)
const next = v.pipe(v.optional(v.unknown()), v.transform(localPath))
const required = (message: string) => v.pipe(text, v.trim(), v.nonEmpty(message))
const passphrase = v.pipe(text, v.transform(tidyPassphrase), v.nonEmpty('mistake.passphrase.empty'))

export const joinForm = v.pipe(
  v.object({
    handle: v.pipe(
      required('mistake.handle.empty'),
      v.rawCheck(({ dataset, addIssue }) => {
        const mistake = dataset.typed && dataset.value !== '' && whyNoHandle(dataset.value)
        if (mistake) addIssue({ message: `mistake.handle.${mistake}` })
      }),
    ),
    passphrase,
    shared: ticked,
    next,
    token: text,
  }),
  goodPassphrase((form) => form.handle),
)

export const signInForm = v.object({
  handle: required('mistake.handle.empty'),
  passphrase,
  shared: ticked,
  next,
})

export const recoverForm = v.pipe(
  v.object({
    handle: required('mistake.handle.empty'),
    code: required('mistake.code.empty'),
    passphrase,
    shared: ticked,
    next,
  }),
  goodPassphrase((form) => form.handle),
)

export const passphraseForm = (handle: string) =>
  v.pipe(
    v.object({ current: passphrase, passphrase }),
    goodPassphrase(() => handle),
  )

/** What needs no more than "it is really me": a new recovery code. */
export const confirmForm = v.object({ passphrase })

/** Words are removed for nobody who did not say so. */
export const deleteForm = v.object({
  passphrase,
  words: v.optional(v.picklist(['keep', 'remove'], 'mistake.words'), 'keep'),
})

export const profileForm = (today: Temporal.PlainDate) =>
  v.object({
    zone: v.pipe(
      text,
      v.check((zone) => zone === '' || isZone(zone), 'mistake.zone'),
      v.transform((zone) => zone || null),
    ),
    lastDoseOn: v.pipe(
      text,
      v.trim(),
      v.check((day) => day === '' || readDay(day) !== undefined, 'mistake.day.form'),
      v.transform((day) => readDay(day) ?? null),
      v.check((day) => !day || Temporal.PlainDate.compare(day, today) <= 0, 'mistake.day.future'),
      v.check((day) => !day || day.until(today, { largestUnit: 'years' }).years < 60, 'mistake.day.form'),
    ),
    showsDay: ticked,
  })

/** Reads a form and drops every secret from what may be shown again. */
export function readSecretForm<Schema extends v.GenericSchema<unknown, unknown>>(
  schema: Schema,
  body: Record<string, unknown>,
): Form<v.InferOutput<Schema>> {
  const form = readForm(schema, body)
  const { passphrase: _, current: __, _token: ___, ...typed } = form.typed
  return { ...form, typed }
}

function goodPassphrase<Input extends { passphrase: string }>(handleOf: (form: Input) => string) {
  return v.rawCheck<Input>(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.passphrase === '') return
    const mistake = whyNoPassphrase(dataset.value.passphrase, handleOf(dataset.value))
    if (!mistake) return
    const { value } = dataset
    addIssue({
      message: `mistake.passphrase.${mistake}`,
      path: [
        { type: 'object', origin: 'value', input: { ...value }, key: 'passphrase', value: value.passphrase },
      ],
    })
  })
}

function readDay(typed: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined
  try {
    return Temporal.PlainDate.from(typed)
  } catch {
    return undefined
  }
}
