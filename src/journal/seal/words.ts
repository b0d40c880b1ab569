import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Bytes, randomBytes } from './bytes.ts'
import { secretBytes } from './keys.ts'

export const wordCount = 12

const known = new Set(wordlist)

export const newSecret = (): Bytes => randomBytes(secretBytes)

/** The 12 words (BIP39, English) that spell the secret. */
export function wordsOf(secret: Bytes): string[] {
  return entropyToMnemonic(secret, wordlist).split(' ')
}

/** Why typed words are not taken, so that the person can find the one that is wrong. */
export type WordsMistake =
  | { kind: 'count'; count: number }
  | { kind: 'unknown'; word: string; near: string[] }
  /** All are words of the list, yet they do not belong together: one was swapped or mistaken for another. */
  | { kind: 'check' }

/** Reads what was typed or pasted: capitals, commas, numbers before the words and line ends do not matter. */
export function secretOf(typed: string): { secret: Bytes } | { mistake: WordsMistake } {
  const words = typed
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .map((word) => (known.has(word) ? word : (onlyOneBegins(word) ?? word)))
  const unknown = words.find((word) => !known.has(word))
  if (unknown !== undefined) return { mistake: { kind: 'unknown', word: unknown, near: nearest(unknown) } }
  if (words.length !== wordCount) return { mistake: { kind: 'count', count: words.length } }
  try {
    return { secret: new Uint8Array(mnemonicToEntropy(words.join(' '), wordlist)) }
  } catch {
    return { mistake: { kind: 'check' } }
  }
}

/** Four letters are enough to tell the words of the list apart; some people write down only those. */
function onlyOneBegins(start: string): string | undefined {
  if (start.length !== 4) return undefined
  const found = wordlist.filter((word) => word.startsWith(start))
  return found.length === 1 ? found[0] : undefined
}

function nearest(word: string): string[] {
  return wordlist
    .map((one) => ({ one, steps: editsBetween(one, word) }))
    .filter(({ steps }) => steps <= 2)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 3)
    .map(({ one }) => one)
}

/** Levenshtein's distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}

/** Five words of the same list for two screens to be compared. @param bytes at least 7 of a hash */
export function checkWords(bytes: Uint8Array): string[] {
  let bits = 0n
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: 5 }, (_, at) => wordlist[Number((bits >> BigInt(45 - 11 * at)) & 2047n)] ?? '')
}
