import english from '../../../messages/en/meetings.json' with { type: 'json' }
import type { Mend } from './record.ts'
import { plainWord } from './text.ts'

/** The 87 codes of the Meeting Guide vocabulary (code4recovery/spec 1.1.9); their words are in the catalogue. */
export const typeCodes: ReadonlySet<string> = new Set(
  Object.keys(english)
    .filter((key) => key.startsWith('type.'))
    .map((key) => key.slice('type.'.length)),
)

const codesByLabel = new Map(
  Object.entries(english).flatMap(([key, label]) =>
    key.startsWith('type.') ? [[label.toLowerCase(), key.slice('type.'.length)] as const] : [],
  ),
)

/** Seen in real feeds: a letter swap, and older names for the same thing. */
const aliases: Record<string, string> = {
  ASBI: 'ABSI',
  LGBTQIA: 'LGBTQ',
  'LGBTQIA+': 'LGBTQ',
  ES: 'S',
  BEGINNERS: 'BE',
  BEGINNER: 'BE',
  NEWCOMER: 'BE',
  STEPS: 'ST',
  'TEMPORARY CLOSURE': 'TC',
}

/** How a meeting is attended, not what it is: in many feeds, though no longer in the vocabulary. */
const attendance = new Map([
  ['ONL', 'online'],
  ['ONLINE', 'online'],
  ['ONLINE MEETING', 'online'],
  ['HYB', 'hybrid'],
  ['HYBRID', 'hybrid'],
])

export interface Types {
  codes: string[]
  tags: string[]
  saysOnline: boolean
  saysHybrid: boolean
}

/**
 * The codes of a record. Words of more than a few letters that are no label of the vocabulary are kept as the
 * feed's own words; an unknown code means nothing to a reader and is left out with a line.
 */
export function readTypes(value: unknown, mend: Mend): Types {
  const types: Types = { codes: [], tags: [], saysOnline: false, saysHybrid: false }
  if (value === undefined || value === null || value === '') return types
  let given: unknown[] = []
  if (Array.isArray(value)) given = value
  else if (typeof value === 'string') {
    given = value.replace(/^\[|\]$/g, '').split(',')
    mend('types', 'types_as_text', value)
  } else mend('types', 'type_unknown', value)

  for (const each of given.slice(0, 50)) {
    const text = plainWord(each, 60).replace(/^["']|["']$/g, '')
    if (text === '') continue
    const upper = text.toUpperCase()
    const code = typeCodes.has(upper) ? upper : typeCodes.has(text) ? text : undefined
    const meant = code ?? aliases[upper] ?? codesByLabel.get(text.toLowerCase())
    if (attendance.has(upper)) {
      types.saysOnline ||= attendance.get(upper) === 'online'
      types.saysHybrid ||= attendance.get(upper) === 'hybrid'
    } else if (meant) {
      if (aliases[upper] && !code) mend('types', 'type_alias', text, meant)
      types.codes.push(meant)
    } else if ((text.length > 4 || /[a-z]{2}/.test(text)) && typeof each === 'string') types.tags.push(text)
    else mend('types', 'type_unknown', text)
  }
  types.codes = [...new Set(types.codes)]
  types.tags = [...new Set(types.tags)]
  return types
}

/** World ids of BMLT formats that have an equal in the vocabulary; by BMLT's own Meeting Guide answer. */
const codesOfWorldIds: Record<string, string> = {
  BEG: 'BE',
  CAN: 'CAN',
  CLOSED: 'C',
  CW: 'CF',
  DISC: 'D',
  GL: 'LGBTQ',
  L: 'L',
  LIT: 'LIT',
  M: 'M',
  MED: 'MED',
  OPEN: 'O',
  SMOK: 'SM',
  SPK: 'SP',
  STEP: 'ST',
  TRAD: 'TR',
  W: 'W',
  WCHR: 'X',
  Y: 'Y',
}

/** A BMLT format as a code of the vocabulary, when it is one. Its key is each server's own and proves nothing. */
export function codeOfBmltFormat(worldId: string, name: string): string | undefined {
  return codesOfWorldIds[worldId.toUpperCase()] ?? codesByLabel.get(name.toLowerCase())
}
