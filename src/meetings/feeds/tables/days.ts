/** Days of the week in the languages that lists of meetings are kept in; the platform knows their names. */
const languages = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'ru',
  'el',
  'tr',
  'ga',
]

const sunday = Date.UTC(2024, 0, 7)

const dayOfWord = new Map<string, number>()
for (const language of languages) {
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' })
    for (let day = 0; day < 7; day++) {
      const word = fold(format.format(sunday + day * 86_400_000))
      // Some short forms mean another day in another language: the first language wins.
      if (word.length > 1 && !dayOfWord.has(word)) dayOfWord.set(word, day)
    }
  }
}
for (const [word, day] of [
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
] as const)
  dayOfWord.set(word, day)

const everyDay = new Set(['daily', 'every day', 'everyday', 'all', 'taglich', 'diario', 'tous les jours'])

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.\s]+/g, ' ')
    .trim()
}

/** "Monday", "Mon/Wed", "Mondays & Thursdays", "Daily": as Meeting Guide numbers them, or undefined. */
export function daysInWords(text: string): number[] | undefined {
  const words = fold(text.slice(0, 200))
  if (everyDay.has(words)) return [0, 1, 2, 3, 4, 5, 6]
  const days = words
    .split(/ *(?:[,;/&+|]|\band\b|\by\b|\bet\b|\bund\b) */)
    .filter(Boolean)
    .map((word) => dayOfWord.get(word) ?? dayOfWord.get(word.replace(/s$/, '')))
  return days.length > 0 && days.every((day) => day !== undefined) ? [...new Set(days)] : undefined
}
