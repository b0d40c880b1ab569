import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { useVisit } from './visit.ts'

type Values = Record<string, string | number | Date>

export interface Translate<Key extends string> {
  (key: Key, values?: Values): string
  /** For a key that is only known as text, such as the one a form's mistake names. */
  any(key: string, values?: Values): string
  locale: string
}

interface Catalogue<Key extends string> {
  useT(): Translate<Key>
  t(locale: string): Translate<Key>
}

/** A language made of English with marks around each sentence: what comes without marks bypasses the catalogues. */
const pseudoLocale = 'en-XA'

const folder = 'messages'

const languageNames = new Map<string, Intl.DisplayNames>()

/** "Spanish" for es; what is no code, or one that nobody has named, stays what it is. */
export function languageName(code: string, locale: string): string {
  const shown = locale === pseudoLocale ? 'en' : locale
  const names = languageNames.get(shown) ?? new Intl.DisplayNames(shown, { type: 'language' })
  languageNames.set(shown, names)
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** The languages that have a folder in messages/, English first. */
function languages(): string[] {
  const found = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name))
    : []
  return ['en', ...found.filter((name) => name !== 'en').sort()]
}

const known = languages()
const negotiated = new Map<string, string>()

/** The best of our languages for an Accept-Language header; English when none fits or it is nonsense. */
export function negotiateLanguage(header: string | undefined): string {
  if (!header || known.length === 1) return header?.startsWith(pseudoLocale) ? pseudoLocale : 'en'
  const before = negotiated.get(header)
  if (before) return before
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = Number(
        rest
          .find((one) => one.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { tag: tag.toLowerCase(), quality: Number.isNaN(quality) ? 0 : quality }
    })
    .sort((a, b) => b.quality - a.quality)
  const match = wanted
    .map(({ tag }) => known.find((name) => tag === name.toLowerCase() || tag.split('-')[0] === name))
    .find(Boolean)
  // Strangers choose this header: the memory of it stays small.
  if (negotiated.size < 500) negotiated.set(header, match ?? 'en')
  return match ?? 'en'
}

/**
 * The sentences of one slice, typed by the English file. Another language's file that lacks a sentence is
 * found by a check; until then the English one stands in.
 */
export function catalogue<Messages extends Record<string, string>>(
  slice: string,
  english: Messages,
): Catalogue<Extract<keyof Messages, string>> {
  type Key = Extract<keyof Messages, string>
  const translators = new Map<string, Translate<Key>>()
  const t = (locale: string): Translate<Key> => {
    const before = translators.get(locale)
    if (before) return before
    const made = translator(slice, english, locale) as Translate<Key>
    translators.set(locale, made)
    return made
  }
  return { t, useT: () => t(useVisit().locale) }
}

function translator(slice: string, english: Record<string, string>, locale: string): Translate<string> {
  const file = join(folder, locale, `${slice}.json`)
  const own: Record<string, string> =
    locale !== 'en' && locale !== pseudoLocale && existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : {}
  const formats = new Map<string, IntlMessageFormat | string>()
  const say = (key: string, values?: Values): string => {
    let format = formats.get(key)
    if (format === undefined) {
      const message = own[key] ?? english[key]
      if (message === undefined) throw new Error(`There is no sentence ${slice}.${key} in messages/en.`)
      // Most sentences have nothing to fill in: keep the text, skip the formatter.
      format = /[{'<]/.test(message)
        ? new IntlMessageFormat(message, locale === pseudoLocale ? 'en' : locale)
        : message
      formats.set(key, format)
    }
    const text = typeof format === 'string' ? format : String(format.format(values))
    return locale === pseudoLocale ? `⟦${text}⟧` : text
  }
  return Object.assign(say, { any: say, locale })
}
