import { foldText } from '../../places/place.ts'
import { clockTime } from '../clock.ts'
import { daysInWords } from './days.ts'
import type { ColumnMeaning, TableField } from './fields.ts'
import type { Table } from './parse.ts'

/** Names that columns have, folded; the first that fits wins, so the plain ones stand first. */
const names: [TableField, RegExp][] = [
  ['id', /^(guid|uuid|id|slug|meeting ?id|key|nummer|ref(erence)?)$/],
  ['latitude', /^(lat|latitude|breitengrad|latitud)$/],
  ['longitude', /^(lng|lon|long|longitude|langengrad|longitud)$/],
  ['day', /^(day|days|weekday|day of (the )?week|tag|wochentag|jour|dia|giorno|dag|dzien)$/],
  ['end_time', /^(end|ends|end ?time|finish|bis|fin|ende)$/],
  ['duration', /^(duration|length|minutes|dauer|duree|duracion)$/],
  ['times', /^(times|day and time|when|day time|schedule)$/],
  ['time', /^(time|start|starts|start ?time|begin|zeit|uhrzeit|beginn|heure|hora|ora|tijd|godzina)$/],
  ['timezone', /^(time ?zone|tz|zone|zeitzone)$/],
  ['fellowship', /^(fellowship|meeting ?type|programme?|organi[sz]ation|gemeinschaft)$/],
  ['group', /^(group|group ?name|gruppe|groupe|grupo)$/],
  ['name', /^(name|title|meeting|meeting ?name|bezeichnung|nom|titre|nombre|titolo|naam|nazwa)$/],
  ['location', /^(venue|location|place|building|ort|lieu|lugar|luogo|locatie|location name|venue name)$/],
  ['address', /^(address|street|address ?\d|address line ?\d|adresse|strasse|direccion|indirizzo|adres)$/],
  ['city', /^(city|town|stadt|ville|ciudad|citta|plaats|miasto|suburb)$/],
  ['state', /^(state|province|county|bundesland|provincia)$/],
  ['postal_code', /^(post ?code|zip|zip ?code|postal ?code|plz|eircode)$/],
  ['country', /^(country|nation|land|pays|pais|paese)$/],
  ['region', /^(region|area|district|intergroup|sub ?region)$/],
  ['types', /^(types?|format|formats|meeting ?format)$/],
  ['location_notes', /^(directions|location ?notes|access|room)$/],
  ['notes', /^(notes?|comments?|description|details|info|information|bemerkung(en)?)$/],
  ['conference_url', /^(link|url|zoom|zoom link|online link|conference url|meeting link|join)$/],
  ['conference_phone', /^(dial ?in|conference phone|phone in)$/],
  ['url', /^(website|web|web ?site|page)$/],
  ['yes_X', /^(wheelchair|wheelchair access(ible)?|accessible|step free|rollstuhl)$/],
  ['yes_O', /^(open|is open|open meeting)$/],
  ['yes_C', /^(closed|is closed|closed meeting)$/],
  ['yes_W', /^(women|women only)$/],
  ['yes_M', /^(men|men only)$/],
  ['yes_BE', /^(beginners?|newcomers?)$/],
  ['yes_ONL', /^(online|is online|virtual)$/],
  ['yes_tag', /^(hearing|hearing loop|chit|chits|sign language|parking|refreshments)$/],
]

/** What the columns of a table may mean, by their names and then by what stands in them. To be looked at by a person. */
export function guessColumns({ columns, rows }: Table): ColumnMeaning[] {
  const taken = new Set<TableField>()
  const guesses = columns.map((column) => {
    const cells = rows.map((row) => (row[column] ?? '').trim()).filter(Boolean)
    const field = byName(column, taken) ?? byContent(cells, taken)
    const fits = field && cells.length > 0 && holds(field, cells) ? field : undefined
    if (fits && !mayRepeat.has(fits)) taken.add(fits)
    return { column, field: fits }
  })
  return guesses.flatMap(({ column, field }) => (field ? [{ column, field }] : []))
}

const mayRepeat = new Set<TableField>(['address', 'region', 'notes', 'types', 'yes_tag'])

function byName(column: string, taken: Set<TableField>): TableField | undefined {
  const folded = foldText(column.replace(/([a-z])([A-Z])/g, '$1 $2'))
  return names.find(([field, pattern]) => pattern.test(folded) && !taken.has(field))?.[0]
}

const most = (cells: string[], is: (cell: string) => boolean) =>
  cells.filter(is).length >= Math.max(1, cells.length * 0.8)

const contents: [TableField, (cell: string) => boolean][] = [
  ['day', (cell) => daysInWords(cell) !== undefined],
  ['time', (cell) => /\d[:.h]\d\d|\d ?[ap]m/i.test(cell) && clockTime(cell) !== undefined],
  ['timezone', (cell) => /^[A-Z][a-z]+\/[A-Z]\w+/.test(cell)],
  ['conference_url', (cell) => /^https?:\/\/[^ ]*(zoom|meet|teams|jit)/i.test(cell)],
  ['url', (cell) => /^https?:\/\//i.test(cell)],
]

function byContent(cells: string[], taken: Set<TableField>): TableField | undefined {
  return contents.find(([field, is]) => !taken.has(field) && cells.length > 0 && most(cells, is))?.[0]
}

/** A column called "Open" that holds sentences is not a yes or no. */
function holds(field: TableField, cells: string[]): boolean {
  if (field.startsWith('yes_'))
    return most(cells, (cell) => /^(yes|no|true|false|y|n|x|0|1|ja|nein)$/i.test(cell))
  if (field === 'latitude' || field === 'longitude')
    return most(cells, (cell) => Number.isFinite(Number(cell)))
  return true
}
