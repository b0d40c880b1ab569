import type { Page } from '../devices/page.ts'
import { wordsOf } from '../entries/shown.ts'
import type { JournalRecord } from '../records/edit.rules.ts'

type Entry = Pick<JournalRecord, 'type' | 'fields'>

/** The name of a technique of ours, or what somebody called their own. The page draws <EaseNames />. */
export function techniqueName(page: Page, technique: string): string {
  const name = `technique.${technique}`
  return document.querySelector(`[data-say="${CSS.escape(name)}"]`) ? page.sentence(name) : technique
}

/** An entry of any kind in a line. */
export function inWords(page: Page, entry: Entry): string {
  if (entry.type !== 'ease') return wordsOf(entry)
  const { technique, symptom, before, after } = entry.fields
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
