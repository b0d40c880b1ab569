import type { Country } from './lines.ts'

/** Countries of the European Union: where one has no list of its own, the lines that several of them share. */
const union = 'at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se'.split(' ')

/** The country that each time zone lies in, of those whose lines we know. */
export function zonesOf(countries: Country[]): Map<string, string> {
  const codes = new Set(countries.map(({ code }) => code))
  const regions = [...new Set([...codes, ...union])].filter((code) => code !== 'eu')
  return new Map(
    regions.flatMap((region) => {
      const code = codes.has(region) ? region : 'eu'
      const zones = new Intl.Locale(`und-${region.toUpperCase()}`).getTimeZones() ?? []
      return codes.has(code) ? zones.map((zone) => [oneName(zone), code] as const) : []
    }),
  )
}

/** Of the names that a zone has (Asia/Kolkata, Asia/Calcutta) always the same one. */
export function oneName(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
}
