import type { Access } from '../../index.ts'
import type { PublishedMeeting } from '../published.ts'

/** Codes that only mean something in a room: a client drops them from an online meeting, and so do we. */
export const onlyInARoom = new Set(['AL', 'AL-AN', 'BA', 'BRK', 'CAN', 'CF', 'FF', 'OUT', 'SM', 'X', 'XB'])

export const codesOfAccess: Partial<Record<Access, string>> = {
  step_free: 'X',
  toilet: 'XB',
  sign_language: 'ASL',
  children: 'CF',
}

export const codesOfCircles: Partial<Record<PublishedMeeting['circles'][number], string>> = {
  women: 'W',
  lgbtq: 'LGBTQ',
}

/** ISO 639 codes that the vocabulary has a code of its own for. */
export const codesOfLanguages: Record<string, string> = {
  af: 'AF',
  am: 'AM',
  ar: 'AR',
  bg: 'BG',
  da: 'DA',
  de: 'DE',
  el: 'EL',
  en: 'EN',
  es: 'S',
  fa: 'FA',
  fi: 'FI',
  fr: 'FR',
  he: 'HE',
  hi: 'HI',
  hr: 'HR',
  hu: 'HU',
  is: 'IS',
  it: 'ITA',
  ja: 'JA',
  ka: 'KA',
  ko: 'KOR',
  lt: 'LT',
  ml: 'ML',
  mt: 'MT',
  ne: 'NE',
  nl: 'NL',
  no: 'NO',
  pa: 'PUN',
  pl: 'POL',
  pt: 'POR',
  ru: 'RUS',
  sk: 'SK',
  sl: 'SL',
  sv: 'SV',
  th: 'TH',
  tl: 'TL',
  tr: 'TUR',
  uk: 'UK',
}

type Described = Pick<
  PublishedMeeting,
  'types' | 'access' | 'circles' | 'languages' | 'practice' | 'spirituality' | 'inPerson'
>

/**
 * What a meeting is, in the codes of the Meeting Guide vocabulary and no others.
 * @param known the codes of the vocabulary
 */
export function typesOf(meeting: Described, known: ReadonlySet<string>): string[] {
  const said = [
    ...meeting.types,
    ...meeting.access.map((access) => codesOfAccess[access]),
    ...meeting.circles.map((circle) => codesOfCircles[circle]),
    ...meeting.languages.map((language) => codesOfLanguages[language]),
    meeting.practice === 'meditation' ? 'MED' : undefined,
    meeting.practice === 'walk' ? 'OUT' : undefined,
    meeting.spirituality === 'secular' ? 'A' : undefined,
  ]
  const codes = said.filter((code): code is string => code !== undefined && known.has(code))
  return [...new Set(codes)].filter((code) => meeting.inPerson || !onlyInARoom.has(code)).sort()
}
