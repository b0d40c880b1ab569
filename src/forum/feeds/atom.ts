/** A feed in Atom: https://www.rfc-editor.org/rfc/rfc4287 */

export interface Entry {
  /** An address on this site. */
  path: string
  title: string
  at: Temporal.Instant
}

interface Feed {
  /** Of this site, such as https://newleaf.example. */
  origin: string
  /** The page that the feed follows. */
  path: string
  title: string
  locale: string
  entries: Entry[]
}

/**
 * Titles and addresses, no words: what stands in a feed is copied by machines that never forget, and an author could
 * not take it back.
 */
export function atomOf({ origin, path, title, locale, entries }: Feed): string {
  const updated = entries[0]?.at ?? Temporal.Instant.fromEpochMilliseconds(0)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(locale)}">`,
    `<id>${escaped(origin + path)}</id><title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(origin + path)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(`${origin}${path}/feed`)}"/>`,
    `<updated>${updated}</updated><author><name>${escaped(title)}</name></author>`,
    ...entries.map((entry) => entryOf(origin, entry)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(origin: string, { path, title, at }: Entry): string {
  const address = escaped(origin + path)
  return `<entry><id>${address}</id><title>${escaped(title)}</title><link href="${address}"/><updated>${at}</updated></entry>`
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no place for most control characters, however they are written. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => named[sign] ?? sign)
}
