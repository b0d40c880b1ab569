/** In a browser: "Eastern Time (New York)", as the pages of the server say it. @param zone this device's own */
export function zoneNameHere(zone: string, lang: string): string {
  const town = (zone.split('/').pop() ?? zone).replaceAll('_', ' ')
  const parts = new Intl.DateTimeFormat(lang, { timeZoneName: 'longGeneric' }).formatToParts()
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
  return name.includes(town) ? name : `${name} (${town})`
}
