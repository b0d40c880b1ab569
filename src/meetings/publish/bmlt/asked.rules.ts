/** Numbers of a list: those that are wanted, and those with a minus that are not. */
export interface Signed {
  wanted: bigint[]
  unwanted: bigint[]
}

export interface Around {
  latitude: number
  longitude: number
  /** Undefined: only the distances are asked for. */
  within: { km: boolean; radius: number } | { nearest: number } | undefined
}

/** What a question to GetSearchResults asks for, read as the servers of this protocol read it. */
export interface AskedResults {
  meetingIds: Signed
  weekdays: Signed
  venueTypes: Signed
  services: Signed
  recursive: boolean
  formats: Signed
  allFormats: boolean
  field: { key: string; values: string[] } | undefined
  /** "HH:MM" on the wall where the meeting is; lengths in minutes. */
  startsAfter: string | undefined
  startsBefore: string | undefined
  endsBeforeMinutes: number | undefined
  minMinutes: number | undefined
  maxMinutes: number | undefined
  around: Around | undefined
  byDistance: boolean
  words: string
  /** The words name a place to look around, of so many miles. */
  place: { words: string; within: { km: false; radius: number } | { nearest: number } } | undefined
  fields: string[]
  sortKeys: string[]
  page: { size: number; number: number } | undefined
  give: 'meetings' | 'both' | 'formats'
}

/** Thrown where the answer is an empty list: what cannot be understood finds nothing. */
class FindsNothing extends Error {}

const usualNearest = 10
const sortings: Record<string, string[]> = {
  weekday: ['weekday_tinyint', 'location_municipality', 'start_time'],
  time: ['weekday_tinyint', 'start_time', 'location_municipality'],
  town: ['location_municipality', 'weekday_tinyint', 'start_time'],
  state: ['location_province', 'location_municipality', 'weekday_tinyint', 'start_time'],
  weekday_state: ['weekday_tinyint', 'location_province', 'location_municipality', 'start_time'],
}

/** @returns undefined where the answer is an empty list */
export function readAsked(query: URLSearchParams): AskedResults | undefined {
  try {
    return read(query)
  } catch (error) {
    if (error instanceof FindsNothing) return undefined
    throw error
  }
}

function read(query: URLSearchParams): AskedResults {
  const text = (name: string) => query.get(name)?.trim() || undefined
  const words = text('SearchString')
  const isPlace = words !== undefined && text('StringSearchIsAnAddress') === '1'
  const published = text('advanced_published')
  if (published !== undefined && published !== '1' && published !== '0') throw new FindsNothing()
  return {
    meetingIds: readSigned(query, 'meeting_ids'),
    weekdays: readSigned(query, 'weekdays'),
    venueTypes: readSigned(query, 'venue_types'),
    services: readSigned(query, 'services'),
    recursive: text('recursive') === '1',
    formats: readSigned(query, 'formats'),
    allFormats: (text('formats_comparison_operator') ?? 'AND').toUpperCase() === 'AND',
    field: readField(query),
    startsAfter: clock(readTime(query, 'StartsAfter')),
    startsBefore: clock(readTime(query, 'StartsBefore')),
    endsBeforeMinutes: readTime(query, 'EndsBefore'),
    minMinutes: readTime(query, 'MinDuration'),
    maxMinutes: readTime(query, 'MaxDuration'),
    around: isPlace ? undefined : readAround(query),
    byDistance: text('sort_results_by_distance') === '1',
    // Two letters are in every meeting.
    words:
      words !== undefined && !isPlace && (words.length > 2 || isNumber(words)) ? words.slice(0, 200) : '',
    place: isPlace ? { words, within: placeWidth(query) } : undefined,
    fields: listOf(query, 'data_field_key'),
    sortKeys: sortKeysOf(query),
    page: readPage(query),
    give: query.has('get_formats_only') ? 'formats' : query.has('get_used_formats') ? 'both' : 'meetings',
  }
}

/** `name=1,2`, `name[]=1&name[]=2` and `name[0]=1` are the same. */
export function listOf(query: URLSearchParams, name: string): string[] {
  const given = [...query].filter(
    ([key]) => key === name || (/^\[\d*\]$/.test(key.slice(name.length)) && key.startsWith(name)),
  )
  return given
    .flatMap(([, value]) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean)
}

export function readSigned(query: URLSearchParams, name: string): Signed {
  const numbers = listOf(query, name).map((value) => {
    if (!/^[+-]?\d{1,18}$/.test(value)) throw new FindsNothing()
    return BigInt(value)
  })
  return {
    wanted: numbers.filter((number) => number > 0n),
    unwanted: numbers.filter((number) => number < 0n).map((number) => -number),
  }
}

function readField(query: URLSearchParams): AskedResults['field'] {
  const key = query.get('meeting_key')
  if (!key) return undefined
  const given = [...query].filter(
    ([name]) => name === 'meeting_key_value' || name.startsWith('meeting_key_value['),
  )
  const values = given.map(([, value]) => value).filter(Boolean)
  if (values.length === 0) throw new FindsNothing()
  return {
    key,
    values: values.map((value) => (/_time$/.test(key) ? value.replace(/^(\d\d:\d\d)$/, '$1:00') : value)),
  }
}

/** Minutes from two numbers, of which one may be missing. */
function readTime(query: URLSearchParams, name: string): number | undefined {
  const [hours, minutes] = [query.get(`${name}H`)?.trim(), query.get(`${name}M`)?.trim()]
  if (!hours && !minutes) return undefined
  const [h, m] = [Number(hours || '0'), Number(minutes || '0')]
  if (!Number.isInteger(h) || !Number.isInteger(m) || h < 0 || h > 24 || m < 0 || m > 59)
    throw new FindsNothing()
  return h * 60 + m
}

function clock(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function isNumber(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) &&
    Number.isFinite(Number(text))
  )
}

function readAround(query: URLSearchParams): Around | undefined {
  const [north, east] = [query.get('lat_val')?.trim(), query.get('long_val')?.trim()]
  if (!north && !east) return undefined
  if (!isNumber(north) || !isNumber(east)) throw new FindsNothing()
  const [latitude, longitude] = [Number(north), Number(east)]
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw new FindsNothing()
  const within =
    widthOf(query.get('geo_width')?.trim(), false) ?? widthOf(query.get('geo_width_km')?.trim(), true)
  const wantsDistance = listOf(query, 'data_field_key').some((key) => key.startsWith('distance_in_'))
  if (!within && !wantsDistance) throw new FindsNothing()
  return { latitude, longitude, within }
}

function widthOf<Km extends boolean>(
  text: string | undefined,
  km: Km,
): { km: Km; radius: number } | { nearest: number } | undefined {
  if (!text) return undefined
  if (!isNumber(text)) throw new FindsNothing()
  const width = Number(text)
  if (width >= 0) return { km, radius: width }
  return { nearest: Math.min(100_000, Math.trunc(Math.abs(width))) }
}

function placeWidth(query: URLSearchParams): { km: false; radius: number } | { nearest: number } {
  return widthOf(query.get('SearchStringRadius')?.trim(), false) ?? { nearest: usualNearest }
}

function sortKeysOf(query: URLSearchParams): string[] {
  const keys = listOf(query, 'sort_keys')
  if (keys.length > 0) return keys.slice(0, 12)
  return sortings[query.get('sort_key') ?? ''] ?? ['weekday_tinyint', 'start_time', 'duration_time']
}

function readPage(query: URLSearchParams): AskedResults['page'] {
  const [size, number] = [query.get('page_size')?.trim(), query.get('page_num')?.trim()]
  if (!isNumber(size)) return undefined
  const whole = Math.trunc(Number(size))
  if (whole < 1) throw new FindsNothing()
  const wanted = isNumber(number) ? Math.trunc(Number(number)) : 1
  return { size: Math.min(whole, 1_000_000), number: Math.min(Math.max(1, wanted), 1_000_000) }
}
