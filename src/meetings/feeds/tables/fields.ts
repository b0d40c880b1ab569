/** What a column of a table can mean. */
export const tableFields = [
  'id',
  'name',
  'group',
  'fellowship',
  'day',
  'time',
  'end_time',
  'duration',
  'times',
  'timezone',
  'location',
  'address',
  'formatted_address',
  'city',
  'state',
  'postal_code',
  'country',
  'region',
  'latitude',
  'longitude',
  'location_notes',
  'notes',
  'types',
  'conference_url',
  'conference_url_notes',
  'conference_phone',
  'url',
  'yes_X',
  'yes_O',
  'yes_C',
  'yes_W',
  'yes_M',
  'yes_BE',
  'yes_ONL',
  'yes_tag',
] as const
export type TableField = (typeof tableFields)[number]

/** What one column means; a column that is not among them is left out. */
export interface ColumnMeaning {
  column: string
  field: TableField
}

/** Of these, several columns make one text. */
const joined = new Set<TableField>(['address', 'region', 'notes', 'location_notes', 'types'])

/** A choice that cannot be meant: two columns for one thing, or too little to make a meeting of. */
export function whyNotColumns(columns: ColumnMeaning[]): 'double' | 'name' | 'when' | undefined {
  const fields = columns.map(({ field }) => field)
  const single = fields.filter((field) => !joined.has(field) && !field.startsWith('yes_'))
  if (new Set(single).size < single.length) return 'double'
  if (!fields.includes('name') && !fields.includes('location') && !fields.includes('group')) return 'name'
  const has = (field: TableField) => fields.includes(field)
  if (!has('times') && !(has('day') && has('time'))) return 'when'
  return undefined
}
