import * as v from 'valibot'

/** What was typed, field by field: put back into the form when it is shown again. */
export type Typed = Record<string, string | string[]>

export interface MistakenForm {
  ok: false
  typed: Typed
  /** Field name -> key of the sentence in the slice's catalogue. */
  mistakes: Record<string, string>
}

interface GoodForm<T> {
  ok: true
  value: T
  typed: Typed
  mistakes: Record<string, string>
}

export type Form<T> = GoodForm<T> | MistakenForm

type Body = Record<string, unknown>

/**
 * Reads a submitted form. A mistake is a value, not an exception: the page is shown again with what was typed.
 * The message of each valibot action is the key of a sentence in the slice's catalogue.
 */
export function readForm<Schema extends v.GenericSchema<unknown, unknown>>(
  schema: Schema,
  body: Body,
): Form<v.InferOutput<Schema>> {
  const typed = typedOf(body)
  // A browser sends nothing for an empty group of boxes: the field is then there and undefined, so that the
  // schema's own message speaks and not the library's.
  const fields = 'entries' in schema && schema.entries ? Object.keys(schema.entries) : []
  const absent = Object.fromEntries(fields.map((field) => [field, undefined]))
  const asSent = v.safeParse(schema, { ...absent, ...typed })
  const read = asSent.success
    ? asSent
    : v.safeParse(schema, { ...absent, ...typed, ...firstOfDoubled(asSent.issues) })
  if (read.success) return { ok: true, value: read.output, typed, mistakes: {} }
  const mistakes: Record<string, string> = {}
  for (const issue of read.issues) {
    const field = String(issue.path?.[0]?.key ?? '')
    mistakes[field] ??= issue.message
  }
  return { ok: false, typed, mistakes }
}

/**
 * What was sent twice for a field that holds one text and has no sentence for that: the first counts.
 * Our own messages are keys without a space, the library's are sentences.
 */
function firstOfDoubled(issues: v.BaseIssue<unknown>[]): Typed {
  const doubled = issues.filter(
    ({ input, message, path }) => Array.isArray(input) && path?.length === 1 && / /.test(message),
  )
  return Object.fromEntries(
    doubled.map(({ input, path }) => [String(path?.[0]?.key), String((input as unknown[])[0] ?? '')]),
  )
}

/** A form nobody has filled in yet, with the values it begins with. */
export function emptyForm(typed: Typed = {}): MistakenForm {
  return { ok: false, typed, mistakes: {} }
}

/** A form whose own rules were met and that another rule refuses: a handle that is taken. */
export function mistakenForm(typed: Typed, mistakes: Record<string, string>): MistakenForm {
  return { ok: false, typed, mistakes }
}

/** The one text of a field; of several the first; of none ''. */
export function typedText(form: { typed: Typed }, field: string): string {
  const value = form.typed[field]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** All texts of a field with several boxes. */
export function typedList(form: { typed: Typed }, field: string): string[] {
  const value = form.typed[field]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

function typedOf(body: Body): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
    if (texts.length > 0) typed[name] = texts.length === 1 && !Array.isArray(value) ? (texts[0] ?? '') : texts
  }
  return typed
}
