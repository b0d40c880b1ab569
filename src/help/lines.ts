import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'

const text = v.pipe(v.string(), v.minLength(1))
const dialled = v.pipe(v.string(), v.regex(/^[\d -]+$/, 'is no number to dial'))
const day = v.nullable(
  v.pipe(
    v.string(),
    v.isoDate(),
    v.transform((text) => Temporal.PlainDate.from(text)),
  ),
)

const lineSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z]{2}-[a-z0-9-]+$/)),
    kind: v.picklist(['crisis', 'substance', 'poison']),
    name: text,
    number: v.optional(dialled),
    /** To be dialled once connected. */
    extension: v.optional(v.pipe(v.string(), v.digits())),
    text: v.optional(v.strictObject({ number: dialled, body: v.optional(text) })),
    /** `null`: we do not know. */
    hours: v.nullable(v.pipe(v.string(), v.regex(/^(?:always|\d\d:\d\d-\d\d:\d\d)$/))),
    cost: v.nullable(v.picklist(['free', 'call', 'charged'])),
    languages: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))),
    note: v.optional(text),
    source: text,
    strength: v.picklist(['A', 'B', 'C']),
    verified_on: day,
    verified_by: v.nullable(text),
  }),
  v.check((line) => Boolean(line.number || line.text), 'has no number to call or text'),
  v.check(
    (line) => (line.verified_on === null) === (line.verified_by === null),
    'says when or who, not both',
  ),
)

const countrySchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  /** Other codes that people use for it. */
  also: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))), []),
  name: text,
  emergency: v.pipe(v.array(v.pipe(v.string(), v.digits())), v.minLength(1, 'has no emergency number')),
  lines: v.array(lineSchema),
})

const linesSchema = v.strictObject({
  directory: v.strictObject({ name: text, url: v.pipe(v.string(), v.startsWith('https://'), v.url()) }),
  countries: v.pipe(v.array(countrySchema), v.minLength(1)),
})

export type Line = v.InferOutput<typeof lineSchema>
export type Country = v.InferOutput<typeof countrySchema>
type Lines = v.InferOutput<typeof linesSchema>

const path = 'content/en/help/lines.yaml'

/** Throws a sentence that names the field when the file is not as it must be. */
export function readLines(yaml: string): Lines {
  const read = v.safeParse(linesSchema, parse(yaml))
  if (read.success) return read.output
  const issue = read.issues[0]
  throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}

/** Read once at the start. */
export const { directory, countries } = readLines(readFileSync(path, 'utf8'))
