import { classify } from '../classify.rules.ts'

type Asked = { text: string; label: string }

/** How many sentences of each label were read as what: explicit, implicit, fear for another, another rule, nothing. */
export type Confusion = Map<string, Record<(typeof readings)[number], number>>

export const readings = ['explicit', 'implicit', 'another', 'rule', 'nothing'] as const

export function confusionOf(sentences: Asked[]): Confusion {
  const table: Confusion = new Map()
  for (const { text, label } of sentences) {
    const row = table.get(label) ?? { explicit: 0, implicit: 0, another: 0, rule: 0, nothing: 0 }
    row[readingOf(text)]++
    table.set(label, row)
  }
  return table
}

function readingOf(text: string): (typeof readings)[number] {
  const found = classify(text).map(({ category }) => category)
  if (found.includes('crisis-explicit')) return 'explicit'
  if (found.includes('crisis-implicit')) return 'implicit'
  if (found.includes('about-another')) return 'another'
  return found.length > 0 ? 'rule' : 'nothing'
}

/** The part of a label's sentences that was seen as a crisis, explicit or implicit. */
export function crisisShare(table: Confusion, label: string): number {
  const row = table.get(label)
  if (!row) throw new Error(`No sentence is labelled ${label}.`)
  const all = readings.reduce((sum, reading) => sum + row[reading], 0)
  return (row.explicit + row.implicit) / all
}
