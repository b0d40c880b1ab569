import type { Page } from '../devices/page.ts'
import type { JournalRecord } from '../records/edit.rules.ts'

/** The name of a technique of ours, or what somebody called their own. The page draws <EaseNames />. */
export function techniqueName(page: Page, technique: string): string {
  const name = `technique.${technique}`
  return document.querySelector(`[data-say="${CSS.escape(name)}"]`) ? page.sentence(name) : technique
}

/** What was tried, and how strong it was before and after. */
export function easeWords(page: Page, { fields }: Pick<JournalRecord, 'fields'>): string {
  const { technique, symptom, before, after } = fields
  const name = (kind: string, value: unknown) =>
    document.querySelector(`[data-say="${CSS.escape(`${kind}.${value}`)}"]`)
      ? page.sentence(`${kind}.${value}`)
      : String(value)
  return page.sentence('ease', {
    technique: techniqueName(page, String(technique)),
    symptom: name('symptom', symptom),
    before: name('level', before),
    after: name('level', after),
  })
}
