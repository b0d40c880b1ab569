import type { ColumnMeaning, TableField } from './fields.ts'

/** The columns of the table that the WordPress plugin of many intergroups takes and gives. */
const tsml: Record<string, TableField> = {
  Time: 'time',
  'End Time': 'end_time',
  Day: 'day',
  Name: 'name',
  Location: 'location',
  Address: 'formatted_address',
  City: 'city',
  State: 'state',
  'Postal Code': 'postal_code',
  Country: 'country',
  Region: 'region',
  'Sub Region': 'region',
  Types: 'types',
  Notes: 'notes',
  'Location Notes': 'location_notes',
  Timezone: 'timezone',
  Group: 'group',
  'Group Notes': 'notes',
  Website: 'url',
  'Conference URL': 'conference_url',
  'Conference URL Notes': 'conference_url_notes',
  'Conference Phone': 'conference_phone',
  Latitude: 'latitude',
  Longitude: 'longitude',
  Slug: 'id',
}

/** The columns of a table in the shape of TSML, or undefined. Contact persons, their mail and numbers are not among them. */
export function tsmlColumns(names: string[]): ColumnMeaning[] | undefined {
  const own = new Map(Object.entries(tsml).map(([name, field]) => [name.toLowerCase(), field]))
  const has = (name: string) => names.some((each) => each.toLowerCase() === name)
  if (!['time', 'day', 'name', 'types', 'region'].every(has)) return undefined
  if (!has('slug') && !has('sub region') && !has('conference url')) return undefined
  return names.flatMap((column) => {
    const field = own.get(column.toLowerCase())
    return field ? [{ column, field }] : []
  })
}

/** The export of NA World Services. */
export function isNaws(names: string[]): boolean {
  return ['Committee', 'CommitteeName', 'Day', 'Time', 'Format1'].every((name) => names.includes(name))
}
