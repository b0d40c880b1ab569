import type { JournalRecord } from '../records/edit.rules.ts'
import type { Shapes } from './entries.ts'

/** The kinds of record that stand in the list of entries. */
export const entryTypes = ['checkin', 'craving', 'dose', 'lapse', 'ease', 'score', 'sheet'] as const

/** The records of one kind, as what they are. */
export function fieldsOf<Kind extends keyof Shapes>(
  records: Pick<JournalRecord, 'type' | 'fields'>[],
  kind: Kind,
): Shapes[Kind][] {
  return records.filter(({ type }) => type === kind).map(({ fields }) => fields as unknown as Shapes[Kind])
}

/** When an entry happened, as it was written down. */
export function whenOf({ fields }: Pick<JournalRecord, 'fields'>): string {
  return String(fields.at ?? fields.on ?? '')
}

/** The days on which something was taken, from doses, lapses and the beginning. */
export function usedOnOf(records: Pick<JournalRecord, 'type' | 'fields'>[]): string[] {
  return records
    .filter(
      ({ type, fields }) =>
        type === 'dose' || type === 'lapse' || (type === 'craving' && fields.used === true),
    )
    .map((record) => whenOf(record).slice(0, 10))
    .filter((day) => day !== '')
}
