import table from './lookalikes.json' with { type: 'json' }

export const handleLength = { min: 3, max: 24 }

/** Why a handle is refused; each is a message key `mistake.handle.<reason>`. */
export type HandleMistake =
  | 'too_short'
  | 'too_long'
  | 'looks_like_address'
  | 'looks_like_phone'
  | 'characters'
  | 'no_letter'
  | 'mixed_scripts'
  | 'reserved'

const lookalike = new Map(
  Object.entries(table.lookalikes).flatMap(([looks, letters]) =>
    [...letters].map((letter): [string, string] => [letter, looks]),
  ),
)

// Pairs that only look alike in Latin type, applied after the table so that they reach every script's copies.
const latinPairs: [RegExp, string][] = [
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
  [/m/g, 'rn'],
  [/w/g, 'vv'],
]

/** As typed, in the one Unicode form that is stored and shown. */
export function tidyHandle(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/**
 * Two handles with the same key look the same to a tired reader: folded for case, accents, separators and
 * letters of other scripts that are drawn alike (Unicode UTS 39).
 */
export function handleKey(handle: string): string {
  return looks(tidyHandle(handle).toLowerCase())
}

/**
 * The keys to compare a new handle with. Capitals of some scripts look like other Latin letters than their small
 * forms (Greek Ν and ν), so a second key is read from the letters as they were typed.
 */
export function handleKeys(handle: string): string[] {
  const tidy = tidyHandle(handle)
  const asTyped = [...tidy].map((letter) => (isAscii(letter) ? letter : capitalLooks(letter))).join('')
  return [...new Set([handleKey(tidy), looks(asTyped.toLowerCase())])]
}

/** `undefined` when the handle may be taken, as far as its form goes. */
export function whyNoHandle(typed: string): HandleMistake | undefined {
  const handle = tidyHandle(typed)
  if (handle.includes('@')) return 'looks_like_address'
  if ((handle.match(/\p{Nd}/gu) ?? []).length >= 7) return 'looks_like_phone'
  if (/[^\p{L}\p{M}\p{Nd}_-]/u.test(handle) || /^\p{M}|\p{M}{3}/u.test(handle)) return 'characters'
  // Characters that are drawn as nothing or turn the reading direction; some of them count as letters or marks.
  if (/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u.test(handle)) return 'characters'
  const length = [...handle].length
  if (length < handleLength.min) return 'too_short'
  if (length > handleLength.max) return 'too_long'
  if (!/\p{L}/u.test(handle)) return 'no_letter'
  if (mixesScripts(handle)) return 'mixed_scripts'
  if (handleKeys(handle).some(isReserved) || claimsAnOffice(handle)) return 'reserved'
  return undefined
}

function looks(lower: string): string {
  const plain = lower.normalize('NFD').replace(/[\u0300-\u036f_-]/g, '')
  const mapped = [...plain].map((letter) => lookalike.get(letter) ?? letter).join('')
  return latinPairs.reduce((key, [letter, drawn]) => key.replace(letter, drawn), mapped)
}

const capitalsLikeOtherLatin = new Map([
  ['Ν', 'N'],
  ['Η', 'H'],
  ['Υ', 'Y'],
  ['Ζ', 'Z'],
  ['В', 'B'],
  ['Р', 'P'],
  ['Ρ', 'P'],
  ['Χ', 'X'],
])

function capitalLooks(letter: string): string {
  return capitalsLikeOtherLatin.get(letter) ?? letter
}

function isAscii(letter: string): boolean {
  return letter <= '\u007f'
}

// The scripts of living languages; a letter of any other one counts as its own group, "other".
const scripts =
  'Latin Greek Cyrillic Armenian Hebrew Arabic Syriac Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Hangul Ethiopic Cherokee Canadian_Aboriginal Mongolian Khmer Tifinagh Nko Adlam Han Hiragana Katakana Bopomofo'
    .split(' ')
    .map((name) => ({ name, letters: new RegExp(`\\p{Script_Extensions=${name}}`, 'u') }))

// Written together by their own readers (UTS 39, "highly restrictive").
const writtenTogether = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Hangul'],
  ['Latin', 'Han', 'Bopomofo'],
]

function mixesScripts(handle: string): boolean {
  const letters = [...handle].filter((letter) => /\p{L}/u.test(letter))
  const fits = (names: string[]) =>
    letters.every((letter) =>
      scripts.some(({ name, letters }) => names.includes(name) && letters.test(letter)),
    )
  const known = (letter: string) => scripts.some(({ letters }) => letters.test(letter))
  if (letters.every((letter) => !known(letter))) return false
  return !scripts.some(({ name }) => fits([name])) && !writtenTogether.some(fits)
}

// Whoever speaks for the house. The first list is refused at the start or end of a handle too ("admin-anna").
const speaksForTheHouse = ['admin', 'administrator', 'moderator', 'operator', 'newleaf', 'staff', 'sysop']
const reservedWhole =
  'mod mods admins moderators operators support supporter helpdesk help team root system security official host hosts anonymous guest member members former-member a-former-member deleted everyone all nobody null undefined newleaf-team crisis doctor therapist account settings'
// The same offices in the languages of people who may come; each is refused anywhere in a handle.
const offices =
  'moderator administrator newleaf модератор администратор moderador administrador moderateur administrateur moderatore'
// Refused where they stand as a word of their own ("mod-anna", "official_robin").
const claims =
  'mod mods official officials staff support crisis helpline moderators admins operators doctor therapist sysop'
const houseKeys = speaksForTheHouse.map(handleKey)
const wholeKeys = new Set(reservedWhole.split(' ').map(handleKey))
const officeKeys = offices.split(' ').map((word) => once(handleKey(word)))
const claimKeys = new Set(claims.split(' ').map((word) => once(handleKey(word))))

function isReserved(key: string): boolean {
  const plain = once(key)
  return (
    wholeKeys.has(key) ||
    houseKeys.some((word) => key.startsWith(word) || key.endsWith(word)) ||
    officeKeys.some((word) => plain.includes(word))
  )
}

function claimsAnOffice(handle: string): boolean {
  return handle.split(/[-_]+/).some((word) => handleKeys(word).some((key) => claimKeys.has(once(key))))
}

/** "modderatoor" reads as "moderator" to a tired reader. */
function once(key: string): string {
  return key.replace(/(.)\1+/gu, '$1')
}
