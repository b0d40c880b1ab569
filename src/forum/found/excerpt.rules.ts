/** What is shown of a post in a list: a piece of its words, and in a search the words that were looked for. */

const signsInWords = /[-_/'’.,:@#]/g
const accents = /[\u0300-\u036F]+/g

/** As the database does it for its index: capitals, accents and the signs inside words do not count. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(accents, '').replace(signsInWords, ' ')
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Words that stand one after the other; the last may go on where `isBeginning`. */
export interface Term {
  words: string[]
  isBeginning: boolean
}

export interface Segment {
  text: string
  isMarked: boolean
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** "At *last*." is one sentence, with no space before its end. */
const inWords = /<\/?(?:strong|em|s|code|a)\b[^>]*>/g
/** What stands between the words: form and space in one stretch, so that a long post is gone through once. A single space is left. */
const betweenWords =
  /(?:<blockquote>[\s\S]*?<\/blockquote>|<[^>]*>|[^\S ]| (?=[\s<]))(?:<blockquote>[\s\S]*?<\/blockquote>|<[^>]*>|\s)*/g

/** The words of a post without its form. What it quotes is somebody else's. @param html as `renderMarkdown` made it */
export function plainText(html: string): string {
  const text = html.replace(inWords, '').replace(betweenWords, ' ')
  return (text.includes('&') ? signsOf(text).replace(/\s+/g, ' ') : text).trim()
}

function signsOf(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const before = 60

/**
 * A piece of the text around the first of the words, cut between words.
 * @param length about how many letters
 */
export function excerptOf(text: string, terms: Term[], length: number): Segment[] {
  const places = placesOf(text, terms)
  let place = places.next().value
  const first = place?.from ?? 0
  const from = first <= before ? 0 : afterSpace(text, first - before)
  const to = text.length - from <= length ? text.length : beforeSpace(text, from + length)
  const segments: Segment[] = []
  const add = (part: string, isMarked: boolean) => {
    if (part !== '') segments.push({ text: part, isMarked })
  }
  let at = from
  add(from > 0 ? '… ' : '', false)
  // A long post is looked through no further than it is shown.
  for (; place && place.to <= to; place = places.next().value) {
    if (place.from < at) continue
    add(text.slice(at, place.from), false)
    add(text.slice(place.from, place.to), true)
    at = place.to
  }
  add(text.slice(at, to), false)
  add(to < text.length ? ' …' : '', false)
  return segments
}

function afterSpace(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  // A text without spaces is cut where it must be, but not within a letter.
  return space === -1 || space - at > 30 ? wholeLetter(text, at) : space + 1
}

function beforeSpace(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space === -1 || at - space > 30 ? wholeLetter(text, at) : space
}

function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

/** Letters that are folded as soon as they are small, each where it stands. Most posts have no others. */
const plainLetters = /^[\0-\x7F’“”–—]*$/

/** Where the words stand in the text, in order and without overlaps. */
function* placesOf(text: string, terms: Term[]): Generator<{ from: number; to: number }, undefined> {
  if (terms.length === 0) return
  const isPlain = plainLetters.test(text)
  // Signs inside words are no letters, and so between the words of what is wanted as well.
  const { folded, at } = isPlain ? { folded: text.toLowerCase(), at: null } : foldWithPlaces(text)
  const wanted = patternOf(terms, isPlain ? 'a-z0-9' : '\\p{L}\\p{N}\\p{M}')
  const placeOf = (index: number) => at?.[index] ?? index
  for (const match of folded.matchAll(wanted))
    yield { from: placeOf(match.index), to: placeOf(match.index + match[0].length) }
}

/** @param letters what words are made of: naming all letters there are makes a pattern that is slow to build */
function patternOf(terms: Term[], letters: string): RegExp {
  const patterns = terms.map(
    ({ words, isBeginning }) => words.join(`[^${letters}]+`) + (isBeginning ? `[${letters}]*` : ''),
  )
  return new RegExp(`(?<![${letters}])(?:${patterns.join('|')})(?![${letters}])`, 'gu')
}

/** The folded text, and where each of its letters came from: folding makes some letters longer and others vanish. */
function foldWithPlaces(text: string): { folded: string; at: number[] } {
  let folded = ''
  const at: number[] = []
  let index = 0
  for (const letter of text) {
    const plain = letter >= 'a' && letter <= 'z' ? letter : fold(letter)
    for (let unit = 0; unit < plain.length; unit++) at.push(index)
    folded += plain
    index += letter.length
  }
  at.push(index)
  return { folded, at }
}
