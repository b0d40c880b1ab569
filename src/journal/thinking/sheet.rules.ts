import type { Json } from '../records/state.ts'
import { fieldsOfSheet, howMuch, type SheetName, sheetNames } from './sheets.ts'

type Fields = Record<string, Json>

/** What was written on a sheet: every field of it, empty ones too, so that a text can be taken back. */
export function answersFrom(
  name: SheetName,
  typed: Map<string, string[]>,
  isTouched: (field: string) => boolean,
): Fields {
  return Object.fromEntries(
    fieldsOfSheet(name).map(([field, answer]): [string, Json] => {
      const text = typed.get(field)?.[0] ?? ''
      if (answer === 'ten') return [field, isTouched(field) && /^(?:\d|10)$/.test(text) ? Number(text) : null]
      if (answer === 'howMuch') return [field, howMuch.find((one) => one === text) ?? null]
      return [field, text]
    }),
  )
}

export function isBlank(answers: Fields): boolean {
  return Object.values(answers).every((answer) => answer === null || answer === '')
}

/** Only what is different from what was opened: what another device wrote meanwhile stays. */
export function changedSince(before: Fields, answers: Fields): Fields {
  return Object.fromEntries(
    Object.entries(answers).filter(([field, answer]) => answer !== (before[field] ?? emptyLike(answer))),
  )
}

const emptyLike = (answer: Json): Json => (typeof answer === 'string' ? '' : null)

/** Which sheet a record is; undefined for one that a newer version of this journal brought. */
export function sheetOf(fields: Fields): SheetName | undefined {
  return sheetNames.find((name) => name === fields.sheet)
}

const firstLetters = 160

/** The first words on it, for lists. */
export function firstWordsOf(fields: Fields): string {
  const name = sheetOf(fields)
  if (!name) return ''
  const texts = fieldsOfSheet(name).flatMap(([field, answer]) => (answer === 'text' ? [fields[field]] : []))
  const first = texts.find((text): text is string => typeof text === 'string' && text !== '') ?? ''
  const letters = [...first]
  return letters.length > firstLetters ? `${letters.slice(0, firstLetters).join('').trimEnd()} …` : first
}

/** What was answered, for a table: the names of the questions and the answers. */
export function answersOf(fields: Fields): Fields {
  const name = sheetOf(fields)
  const known = name ? fieldsOfSheet(name).map(([field]) => field) : []
  return Object.fromEntries(
    known.flatMap((field) => {
      const answer = fields[field] ?? null
      return answer === null || answer === '' ? [] : [[field, answer]]
    }),
  )
}
