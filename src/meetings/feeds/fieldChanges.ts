import { brief, type FeedMeeting } from './record.ts'

/** One field of a meeting that changed, as short text. */
export interface FieldChange {
  field: ShownField
  was: string
  became: string
}

const shown = [
  'name',
  'status',
  'recurrence',
  'time',
  'minutes',
  'zone',
  'online',
  'inPerson',
  'placeName',
  'address',
  'latitude',
  'onlineUrl',
  'phone',
  'types',
  'notes',
] as const
type ShownField = (typeof shown)[number] | 'other'

/** What changed of a meeting between two readings, the most telling first. */
export function fieldChanges(before: FeedMeeting | null | undefined, after: FeedMeeting): FieldChange[] {
  if (!before) return []
  const text = (value: unknown) => (value === undefined || value === null ? '' : brief(value))
  const changes = shown
    .map((field) => ({ field, was: text(before[field]), became: text(after[field]) }))
    .filter(({ was, became }) => was !== became)
  return changes.length > 0 ? changes.slice(0, 4) : [{ field: 'other', was: '', became: '' }]
}
