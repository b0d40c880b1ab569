import type { Page } from '../devices/page.ts'
import { wordsOf } from '../entries/words.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import { easeWords } from './easeWords.ts'

/** An entry of any kind in a line. */
export function inWords(page: Page, entry: Pick<JournalRecord, 'type' | 'fields'>): string {
  return entry.type === 'ease' ? easeWords(page, entry) : wordsOf(entry)
}
