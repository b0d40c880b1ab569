import { type Country, countries } from './lines.ts'
import { findCountryIn, type LineToCheck, linesToCheck, type ShownLine, shownLines } from './rules.ts'

/** What a visitor may call. Without a country: the emergency numbers of all of them, and no lines. */
export interface Numbers {
  country: Country | undefined
  lines: ShownLine[]
}

/** @param code a country's code as people write it; unknown ones count as none */
export function numbersFor(code: string | undefined, now: Temporal.Instant): Numbers {
  const country = findCountryIn(countries, code)
  return { country, lines: country ? shownLines(country, dayOf(now)) : [] }
}

/** For the operator: the lines that somebody should call, with why. */
export function linesToVerify(now: Temporal.Instant): LineToCheck[] {
  return linesToCheck(countries, dayOf(now))
}

/** In UTC: whether a check is 180 or 181 days old may differ by a place on earth. */
function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('UTC').toPlainDate()
}
