import { sheetTexts } from '../thinking/sheets.ts'
import type { TypeOfRecord } from './edit.rules.ts'

/**
 * The kinds of record that the journal keeps, and how their fields merge. A change of the meaning of a field is a higher
 * `schema`; a device that does not know it yet keeps what it cannot read, and changes nothing of it.
 */
export const recordTypes: Record<string, TypeOfRecord> = {
  settings: { schema: 1, merge: {} },
  checkin: { schema: 1, merge: { note: 'text' } },
  craving: { schema: 1, merge: { note: 'text', helped: 'set' } },
  dose: { schema: 1, merge: { note: 'text' } },
  taper: { schema: 1, merge: { steps: 'list', note: 'text' } },
  lapse: { schema: 1, merge: { learnt: 'text' } },
  plan: {
    schema: 1,
    merge: { reasons: 'list', signs: 'list', ifThen: 'list', people: 'list', places: 'list', own: 'list' },
  },
  ease: { schema: 1, merge: {} },
  score: { schema: 1, merge: {} },
  sheet: { schema: 1, merge: Object.fromEntries(sheetTexts.map((field) => [field, 'text'])) },
}
