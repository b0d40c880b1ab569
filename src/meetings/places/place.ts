export interface Place {
  id: string
  name: string
  /** ISO 3166 code. */
  country: string
  /** GeoNames' first-level code; the state's letters in the United States. */
  admin: string
  latitude: number
  longitude: number
  /** Set where the middle of a postcode's area is meant. */
  postcode?: string
}

/** Letters that Unicode does not take apart into a plain one and a mark. */
const withoutStroke: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** Text as names are compared: no accents, no capitals, no punctuation. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (letter) => withoutStroke[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A place as people write it, which also finds this very place again. */
export function placeLabel(place: Pick<Place, 'name' | 'country' | 'admin' | 'postcode'>): string {
  if (place.postcode) return place.name
  return place.country === 'US'
    ? `${place.name}, ${place.admin}`
    : `${place.name}, ${countryName(place.country)}`
}

/** What finds this very place when it is asked for. */
export function placeQuestion(place: Place): string {
  return place.postcode ?? placeLabel(place)
}

const countries = new Intl.DisplayNames('en', { type: 'region' })

function countryName(code: string): string {
  try {
    return countries.of(code) ?? code
  } catch {
    return code
  }
}

export interface PlaceQuestion {
  name: string
  country: string | undefined
  admin: string | undefined
}

/** "Springfield, IL", "Cork, Ireland", "Paris FR": the name, and what narrows it down. */
export function readPlaceQuestion(words: string): PlaceQuestion {
  const [name = '', ...rest] = words.slice(0, 120).split(',')
  const narrowing = rest.map(foldText).filter((part) => part !== '')
  const admin = narrowing.map((part) => stateCode(part)).find(Boolean)
  const country = narrowing.map((part) => countryCode(part)).findLast(Boolean)
  // "GA" is Georgia the state in a list of American towns more often than Gabon.
  if (admin && (country === undefined || country === admin))
    return { name: foldText(name), country: 'US', admin }
  return { name: foldText(name), country, admin: undefined }
}

const codes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const countryCodes = new Map<string, string>(
  [...codes].flatMap((first) =>
    [...codes].flatMap((second) => {
      const code = first + second
      const name = countryName(code)
      return name === code ? [] : [[foldText(name), code] as const, [code.toLowerCase(), code] as const]
    }),
  ),
)
countryCodes.set('uk', 'GB').set('england', 'GB').set('scotland', 'GB').set('wales', 'GB').set('usa', 'US')

function countryCode(part: string): string | undefined {
  return countryCodes.get(part)
}

const states =
  'AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,DC district of columbia,' +
  'FL florida,GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,KS kansas,KY kentucky,LA louisiana,ME maine,' +
  'MD maryland,MA massachusetts,MI michigan,MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,' +
  'NH new hampshire,NJ new jersey,NM new mexico,NY new york,NC north carolina,ND north dakota,OH ohio,OK oklahoma,' +
  'OR oregon,PA pennsylvania,RI rhode island,SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,VT vermont,' +
  'VA virginia,WA washington,WV west virginia,WI wisconsin,WY wyoming'

const stateCodes = new Map(
  states.split(',').flatMap((entry) => {
    const code = entry.slice(0, 2)
    return [[code.toLowerCase(), code] as const, [entry.slice(3), code] as const]
  }),
)

function stateCode(part: string): string | undefined {
  return stateCodes.get(part)
}
