import { named } from '../client/named.ts'
import type { Page } from '../devices/page.ts'
import type { JournalRecord } from '../records/edit.rules.ts'

/** What was tried, and how strong it was before and after. The page draws <EaseNames />. */
export function easeWords(page: Page, { fields }: Pick<JournalRecord, 'fields'>): string {
  const { technique, symptom, before, after } = fields
  return page.sentence('ease', {
    technique: named(page, 'technique', String(technique)),
    symptom: named(page, 'symptom', String(symptom)),
    before: named(page, 'level', String(before)),
    after: named(page, 'level', String(after)),
  })
}
