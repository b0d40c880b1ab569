import type { Page } from '../devices/page.ts'
import { scoreShown, strongestOf } from '../entries/marked.rules.ts'
import { wordsOf } from '../entries/words.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import { easeWords } from './easeWords.ts'

type Entry = Pick<JournalRecord, 'type' | 'fields'>

/** An entry of any kind in a line: what was marked, then the person’s own words. The page draws <EntryWords />. */
export function inWords(page: Page, entry: Entry): string {
  if (entry.type === 'ease') return easeWords(page, entry)
  return [marked(page, entry), wordsOf(entry)].filter(Boolean).join(' · ')
}

function marked(page: Page, { type, fields }: Entry): string {
  if (type === 'checkin') {
    const strongest = strongestOf(fields)
    return [
      typeof fields.mood === 'number' ? page.sentence('mood', { mood: fields.mood }) : '',
      strongest
        ? `${page.sentence(`symptom.${strongest.symptom}`)}: ${page.sentence(`level.${strongest.level}`)}`
        : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
  if (type === 'craving' && typeof fields.strength === 'number')
    return page.sentence('strength', { strength: fields.strength })
  if (type === 'dose' && typeof fields.amount === 'number')
    return page.sentence(`unit.${fields.product}`, { amount: fields.amount })
  const score = type === 'score' ? scoreShown(fields) : undefined
  return score ? page.sentence(`score.${score.scale}`, { sum: score.sum, of: score.of }) : ''
}
