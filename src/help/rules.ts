import type { Country, Line } from './lines.ts'

/** After this a line should be called again; the operator is reminded. */
const recheckDays = 90
/** After this a line is hidden: nobody can say that it still exists. */
const hiddenAfterDays = 180

/**
 * What is known about a line on a day. `unsourced`: found once, with no source that can be named, and not yet
 * checked; hidden, because a wrong number in a crisis is worse than one fewer.
 */
export type Standing = 'verified' | 'due' | 'unverified' | 'unsourced' | 'expired'

export function standingOf(line: Line, on: Temporal.PlainDate): Standing {
  const days = line.verified_on?.until(on, { largestUnit: 'days' }).days
  // A day that has not come yet is a slip of the pen, not a verification.
  if (days === undefined || days < 0) return line.strength === 'C' ? 'unsourced' : 'unverified'
  if (days > hiddenAfterDays) return 'expired'
  return days > recheckDays ? 'due' : 'verified'
}

export interface ShownLine {
  line: Line
  /** Whether somebody of ours has reached it lately enough to say so. */
  verified: boolean
}

/** The lines of a country that visitors see; crisis lines first, in the order of the file. */
export function shownLines(country: Country, on: Temporal.PlainDate): ShownLine[] {
  const kinds = ['crisis', 'substance', 'poison']
  return country.lines
    .map((line) => ({ line, standing: standingOf(line, on) }))
    .filter(({ standing }) => standing !== 'unsourced' && standing !== 'expired')
    .map(({ line, standing }) => ({ line, verified: standing !== 'unverified' }))
    .sort((a, b) => kinds.indexOf(a.line.kind) - kinds.indexOf(b.line.kind))
}

export interface CrisisLine extends ShownLine {
  country: Country
}

/** One line to call in each country that has one, for a visitor whose country we do not know. */
export function crisisLines(countries: Country[], on: Temporal.PlainDate): CrisisLine[] {
  return countries.flatMap((country) => {
    const shown = shownLines(country, on).find(({ line }) => line.kind === 'crisis' && line.number)
    return shown ? [{ country, ...shown }] : []
  })
}

/** A country by its code or another code in use for it (uk). Undefined for anything else. */
export function findCountryIn(countries: Country[], code: string | undefined): Country | undefined {
  const asked = code?.trim().toLowerCase()
  return countries.find((one) => one.code === asked || (asked !== undefined && one.also.includes(asked)))
}

export interface LineToCheck {
  country: Country
  line: Line
  standing: Exclude<Standing, 'verified'>
}

/** What the operator has to look after, most urgent first. */
export function linesToCheck(countries: Country[], on: Temporal.PlainDate): LineToCheck[] {
  const order = ['expired', 'unverified', 'unsourced', 'due']
  return countries
    .flatMap((country) =>
      country.lines.flatMap((line) => {
        const standing = standingOf(line, on)
        return standing === 'verified' ? [] : [{ country, line, standing }]
      }),
    )
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
}

/** `116 123` -> `tel:116123`. What is dialled after connecting is said in words: a pause does not work everywhere. */
export function telHref(number: string): string {
  return `tel:${number.replace(/\D/g, '')}`
}

export function smsHref(number: string): string {
  return `sms:${number.replace(/\D/g, '')}`
}
