import { type Country, countries } from './lines.ts'
import {
  type CrisisLine,
  crisisLines,
  findCountryIn,
  type LineToCheck,
  linesToCheck,
  type ShownLine,
  shownLines,
} from './rules.ts'
import { oneName, zonesOf } from './zone.rules.ts'

/** What a visitor may call. Without a country: the emergency numbers of all of them, and a crisis line of each. */
export interface Numbers {
  country: Country | undefined
  lines: ShownLine[]
  crisisByCountry: CrisisLine[]
}

/** @param code a country's code as people write it; unknown ones count as none */
export function numbersFor(code: string | undefined, now: Temporal.Instant): Numbers {
  const country = findCountryIn(countries, code)
  const on = dayOf(now)
  return country
    ? { country, lines: shownLines(country, on), crisisByCountry: [] }
    : { country, lines: [], crisisByCountry: crisisLines(countries, on) }
}

const zones = zonesOf(countries)

/**
 * The country somebody is in as far as they told us: by the zone they chose. '' where that zone lies in a country
 * whose lines we do not know, because those of another would lead nowhere.
 */
export function codeHere(zone: string | null | undefined, defaultCountry: string): string {
  return zone && zone !== 'UTC' ? (zones.get(oneName(zone)) ?? '') : defaultCountry
}

/** For the operator: the lines that somebody should call, with why. */
export function linesToVerify(now: Temporal.Instant): LineToCheck[] {
  return linesToCheck(countries, dayOf(now))
}

/** In UTC: whether a check is 180 or 181 days old may differ by a place on earth. */
function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('UTC').toPlainDate()
}
