import type { JournalRecord } from '../records/edit.rules.ts'
import { firstWordsOf, sheetOf } from '../thinking/sheet.rules.ts'

/** The name of the sentence that says what an entry is. */
export function kindOf({ type, fields }: Pick<JournalRecord, 'type' | 'fields'>): string {
  const sheet = type === 'sheet' ? sheetOf(fields) : undefined
  return sheet ? `sheet.${sheet}` : `type.${type}`
}

/** The person’s own words in it. */
export function wordsOf({ fields }: Pick<JournalRecord, 'fields'>): string {
  if (fields.sheet !== undefined) return firstWordsOf(fields)
  return [fields.trigger, fields.note, fields.learnt]
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join(' · ')
}
