const passphraseLength = { min: 15, max: 1000 }

/** Why a passphrase is refused; each is a message key `mistake.passphrase.<reason>`. */
export type PassphraseMistake = 'too_short' | 'too_long' | 'too_common' | 'has_handle'

/** One form for every keyboard: phones add a space after the last word, and accents come in two encodings. */
export function tidyPassphrase(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/gu, ' ')
}

/** `undefined` when the passphrase will do. Length is in characters as people count them. */
export function whyNoPassphrase(typed: string, handle: string): PassphraseMistake | undefined {
  const passphrase = tidyPassphrase(typed)
  const length = [...passphrase].length
  if (length < passphraseLength.min) return 'too_short'
  if (length > passphraseLength.max) return 'too_long'
  const plain = simplified(passphrase)
  const name = simplified(handle)
  if (name.length >= 3 && plain.includes(name) && isCommon(plain.replaceAll(name, ' '))) return 'has_handle'
  return isCommon(plain) ? 'too_common' : undefined
}

const swaps: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', $: 's', '5': 's', '3': 'e', '!': 'i' }

function simplified(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$!]/gu, '')
    .replace(/(?<=\p{L})[@40$53!]|[@40$53!](?=\p{L})/gu, (sign) => swaps[sign] ?? sign)
}

// What people reach for first when they must reach a length; from the public lists of leaked passwords.
const overused =
  /password|passwort|passphrase|passcode|letmein|iloveyou|loveyou|welcome|monkey|dragon|football|baseball|sunshine|princess|superman|batman|trustno|whatever|changeme|secret|master|login|admin|hello|please|newleaf|kratom|correcthorsebatterystaple|todayisthefirstday|onedayatatime|serenityprayer/gu

/** Too little is left once the repeated, the neighbouring on a keyboard and the overused are taken out. */
function isCommon(plain: string): boolean {
  const once = repeatedUnit(plain).replace(overused, '')
  const left = withoutRuns(once).replace(/(.)\1+/gu, '$1')
  return [...left].length < 8 || new Set(left).size < 5
}

/** "abcabcabc" is as good as "abc". */
function repeatedUnit(text: string): string {
  const period = (text + text).indexOf(text, 1)
  return period > 0 && period < text.length ? text.slice(0, period) : text
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
].flatMap((row) => [row, [...row].reverse().join('')])

/** Takes out every stretch of four or more characters that stand side by side in an alphabet or on a keyboard. */
function withoutRuns(text: string): string {
  let left = ''
  let at = 0
  while (at < text.length) {
    let end = at + 4
    while (end <= text.length && rows.some((row) => row.includes(text.slice(at, end)))) end += 1
    if (end === at + 4) left += text.charAt(at)
    at = end === at + 4 ? at + 1 : end - 1
  }
  return left
}

/**
 * Six words, drawn evenly. The list has 2,048 words, so each adds 11 bits: 66 bits in all.
 * @param random an even whole number from 0 up to the bound
 */
export function wordsPassphrase(words: readonly string[], random: (bound: number) => number): string {
  return Array.from({ length: 6 }, () => words[random(words.length)]).join(' ')
}
