/** Languages most groups in the feeds meet in. */
const common = [
  'en',
  'es',
  'de',
  'fr',
  'pt',
  'it',
  'nl',
  'pl',
  'sv',
  'fi',
  'ru',
  'uk',
  'ar',
  'fa',
  'hi',
  'ms',
  'id',
  'th',
  'ja',
  'ko',
  'zh',
]

/** The languages to choose from; any other that is set already is offered too. */
export function languagesWith(...set: string[]): string[] {
  return [...new Set([...common, ...set.filter((one) => one !== '')])]
}
