import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import type { Mend } from './record.ts'

const { unescapeAll } = new MarkdownIt().utils

const lengths = {
  name: 255,
  line: 300,
  long: 4000,
} as const

/**
 * Text as a person reads it: no markup, no entities, no invisible characters, not endless.
 * Undefined when nothing is left.
 */
export function readText(
  value: unknown,
  field: string,
  length: keyof typeof lengths,
  mend: Mend,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string' && typeof value !== 'number') {
    mend(field, 'text_unreadable', value)
    return undefined
  }
  const limit = lengths[length]
  // Megabytes of notes are cut before they are cleaned, not after.
  let text = String(value).slice(0, limit * 8)
  if (/<[a-z!/]/i.test(text)) {
    mend(field, 'text_html', text)
    // Not over the next "<": a text of nothing but "</p" would be read from each of them to its end.
    const broken = text.replace(/<(br|\/p|\/li|\/div)\b[^<>]*>/gi, '\n')
    text = decode(sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} }))
  } else if (/&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text)) {
    const was = text
    text = decode(text)
    if (text !== was) mend(field, 'text_entities', was, text)
  }
  text = tidy(text, length === 'long')
  if (text.length > limit || String(value).length > limit * 8) {
    mend(field, 'text_shortened', `${String(value).length}`, `${limit}`)
    text = `${text.slice(0, limit - 1).toWellFormed()}…`
  }
  return text === '' ? undefined : text
}

// unescapeAll knows every HTML entity but also takes backslashes, so those are doubled first.
// Twice, because some publishers escape what is already escaped.
function decode(text: string): string {
  const once = unescapeAll(text.replaceAll('\\', '\\\\'))
  return /&(#\d+|[a-z]+);/i.test(once) ? unescapeAll(once.replaceAll('\\', '\\\\')) : once
}

function tidy(text: string, keepLines: boolean): string {
  const visible = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : '',
    )
  if (!keepLines) return visible.replace(/\s+/g, ' ').trim()
  return visible
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A short word of a feed: an id, a tag. Without what cannot be seen, which PostgreSQL partly cannot hold. */
export function plainWord(value: unknown, length: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value)
    .slice(0, length * 4)
    .toWellFormed()
    .replace(/\p{C}/gu, '')
    .trim()
    .slice(0, length)
    .toWellFormed()
}

/** An http(s) address, completed when only the scheme is missing. */
export function readLink(value: unknown, field: string, mend: Mend): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const text = typeof value === 'string' ? value.trim() : ''
  const bare = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(text)
  const link = bare ? `https://${text}` : text
  const url = URL.parse(link)
  if (text.length > 1000 || !url || !['http:', 'https:'].includes(url.protocol) || url.username) {
    mend(field, 'link_refused', value)
    return undefined
  }
  if (bare) mend(field, 'link_completed', text, link)
  return url.href
}

/** A number that a telephone can dial, with the pauses and signs of a one-tap number. */
export function readPhone(value: unknown, field: string, mend: Mend): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const text = String(value).trim()
  const digits = text.replace(/\D/g, '')
  if (digits.length < 5 || text.length > 100 || !/^[\d+()\-.,;*#xw\s/]+$/i.test(text)) {
    mend(field, 'phone_refused', value)
    return undefined
  }
  return text
}
