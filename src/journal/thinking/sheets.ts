/**
 * Sheets to think with, told in words of our own: no published worksheet and no scale stands behind them. Each belongs to the
 * technique of the same name in `content/en/toolkit`. A field is one question: some text, a number from 0 to 10, or a choice.
 */
const sheets = {
  'costs-and-gains': {
    usingGives: 'text',
    usingCosts: 'text',
    leavingCosts: 'text',
    leavingGives: 'text',
    otherWay: 'text',
  },
  'thought-and-answer': {
    happened: 'text',
    thought: 'text',
    trueBefore: 'ten',
    speaksFor: 'text',
    speaksAgainst: 'text',
    friend: 'text',
    answer: 'text',
    trueAfter: 'ten',
  },
  'day-plan': {
    matters: 'text',
    morning: 'text',
    midday: 'text',
    evening: 'text',
    hardHour: 'text',
    thenI: 'text',
    person: 'text',
    lookBack: 'text',
  },
  'halt-look': {
    hungry: 'howMuch',
    angry: 'howMuch',
    lonely: 'howMuch',
    tired: 'howMuch',
    first: 'text',
    after: 'text',
  },
} as const satisfies Record<string, Record<string, Answer>>

/** How a question is answered. */
export type Answer = 'text' | 'ten' | 'howMuch'
export type SheetName = keyof typeof sheets

export const sheetNames = Object.keys(sheets) as SheetName[]

export const howMuch = ['no', 'some', 'yes'] as const

/** Together they stay below what one record of the journal holds. */
export const mostLetters = 700

export function fieldsOfSheet(name: SheetName): [field: string, answer: Answer][] {
  return Object.entries(sheets[name])
}

/** Fields that two devices may both write in: see `records/types.ts`. */
export const sheetTexts: string[] = sheetNames.flatMap((name) =>
  fieldsOfSheet(name).flatMap(([field, answer]) => (answer === 'text' ? [field] : [])),
)
