import { typeName } from '../../index.ts'
import { typesOf } from '../guide/types.rules.ts'
import { t } from '../messages.ts'
import type { PublishedMeeting } from '../published.ts'

/**
 * The codes in the order of their numbers. New ones go to the end: other servers keep the numbers. The last two say
 * how one attends.
 */
const codes = (
  '11 12x12 A ABSI AF AL AL-AN AM AR ASL B BA BE BG BI BRK C CAN CF D DA DB DD DE DR EL EN FA FI FF FR G GR H HE HI HR ' +
  'HU IS ITA JA KA KOR L LGBTQ LIT LS LT M MED ML MT N NB NDG NE NL NO O OUT P POA POC POL POR PUN RUS S SEN SK SL SM SP ' +
  'ST SV T TC TH TL TR TUR UK W X XB XT Y VM HY'
).split(' ')

const numbers = new Map(codes.map((code, index) => [code, index + 1]))
const known: ReadonlySet<string> = new Set(codes.filter((code) => code !== 'VM' && code !== 'HY'))

const languages = new Set(
  'AF AM AR BG DA DE EL EN FA FI FR HE HI HR HU IS ITA JA KA KOR LT ML MT NE NL NO POL POR PUN RUS S SK SL SV TH TL TUR UK ASL'.split(
    ' ',
  ),
)
const people = new Set('BI BE G L LGBTQ M N NB NDG P POC SEN T W Y'.split(' '))

/** Codes of the fellowship that made this protocol, where one means the same. */
const worldIds: Record<string, string> = {
  BE: 'BEG',
  C: 'CLOSED',
  CAN: 'CAN',
  CF: 'CW',
  D: 'DISC',
  HY: 'HYBR',
  LGBTQ: 'GL',
  LIT: 'LIT',
  M: 'M',
  MED: 'MED',
  O: 'OPEN',
  SM: 'SMOK',
  SP: 'SPK',
  ST: 'STEP',
  TR: 'TRAD',
  VM: 'VM',
  W: 'W',
  X: 'WCHR',
  Y: 'Y',
}

export interface BmltFormat {
  key_string: string
  name_string: string
  description_string: string
  lang: string
  id: string
  world_id: string
  format_type_enum: string
  root_server_uri: string
}

export function formatsOf(meeting: PublishedMeeting): string[] {
  const venue = meeting.online ? [meeting.inPerson ? 'HY' : 'VM'] : []
  return [...typesOf(meeting, known), ...venue]
}

export function numberOf(code: string): number {
  return numbers.get(code) ?? 0
}

export function codeOf(number: bigint): string | undefined {
  return codes[Number(number) - 1]
}

export const allFormats: readonly string[] = codes

export function formatRecord(code: string, origin: string): BmltFormat {
  const name =
    code === 'VM' ? t('en')('bmlt.virtual') : code === 'HY' ? t('en')('bmlt.hybrid') : typeName('en', code)
  return {
    key_string: code,
    name_string: name,
    description_string: name,
    lang: 'en',
    id: String(numberOf(code)),
    world_id: worldIds[code] ?? '',
    format_type_enum: kindOf(code),
    root_server_uri: origin,
  }
}

function kindOf(code: string): string {
  if (languages.has(code)) return 'LANG'
  if (code === 'O' || code === 'C') return 'O'
  if (people.has(code)) return 'FC3'
  return ['X', 'XB', 'VM', 'HY', 'TC', 'SM', 'FF', 'OUT', 'BA', 'CF'].includes(code) ? 'FC2' : 'FC1'
}
