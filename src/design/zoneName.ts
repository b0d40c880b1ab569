import { isZone } from '../platform/clock.ts'

const zoneNames = new Map<string, string>()

/** "Eastern Time (New York)": what a zone is called where people live in it, and a town to know it by. */
export function zoneName(locale: string, zone: string): string {
  const key = `${locale} ${zone}`
  const name = zoneNames.get(key) ?? readZoneName(locale, zone)
  // Strangers choose the zone: the memory of names stays small. A formatter is too dear to make each time.
  if (zoneNames.size < 500) zoneNames.set(key, name)
  return name
}

function readZoneName(locale: string, zone: string): string {
  if (!zone.includes('/') || zone.startsWith('Etc/') || !isZone(zone)) return zone
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
  const name = format.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? zone
  return name.includes(townOfZone(zone)) ? name : `${name} (${townOfZone(zone)})`
}

/** "New York" of "America/New_York". */
export function townOfZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
