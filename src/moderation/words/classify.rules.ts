import { contactIn } from './contact.rules.ts'
import { type Crisis, crisisIn } from './crisis.rules.ts'
import { fold } from './fold.rules.ts'
import { amountIn, dosingIn } from './medicine.rules.ts'
import { priceIn, sourcingIn, vendorIn } from './selling.rules.ts'
import { sentencesOf } from './sentences.rules.ts'

export type Category = Crisis | 'sourcing' | 'vendor' | 'price' | 'contact' | 'dosing' | 'amount' | 'link'

/** Something found, and where it stands in what was typed. */
export interface Finding {
  category: Category
  start: number
  end: number
}

/** A place in the sentence it was found in. */
export interface Place {
  start: number
  end: number
}

const inSentences: [Category, (sentence: string) => Place | undefined][] = [
  ['sourcing', sourcingIn],
  ['price', priceIn],
  ['dosing', dosingIn],
  ['amount', amountIn],
]

const longestRead = 20_000

/**
 * What a text should be looked at for, each category once, at its first place. The same on the device before sending and
 * on the server. It judges words, never a person, and nothing is hidden because of it.
 */
export function classify(typed: string): Finding[] {
  const text = typed
    .slice(0, longestRead)
    .replace(/(\S{100})(\S+)/g, (_, head, rest) => head + ' '.repeat(rest.length))
  const folded = fold(text)
  const found = new Map<Category, Place>()
  const keep = (category: Category, place: Place | undefined) => {
    if (place && !found.has(category)) found.set(category, place)
  }
  const original = ({ start, end }: Place): Place => ({
    start: folded.from()[start] ?? 0,
    end: (folded.from()[end - 1] ?? text.length - 1) + 1,
  })
  for (const sentence of sentencesOf(folded)) {
    const crisis = crisisIn(sentence)
    if (crisis && !found.has(crisis.kind)) keep(crisis.kind, original(crisis))
    for (const [category, look] of inSentences) {
      if (found.has(category)) continue
      const place = look(sentence.text)
      if (place) keep(category, original({ start: sentence.at + place.start, end: sentence.at + place.end }))
    }
  }
  keep('vendor', vendorIn(text))
  for (const [category, place] of contactIn(text)) keep(category, place)
  // Advice with an amount in it is one thing to change, not two.
  if (found.has('dosing')) found.delete('amount')
  if (found.has('crisis-explicit')) found.delete('crisis-implicit')
  return [...found].map(([category, place]) => ({ category, ...place })).sort((a, b) => a.start - b.start)
}

/** Whether the writer may need help themselves. */
export function isCrisis(category: Category): boolean {
  return category === 'crisis-explicit' || category === 'crisis-implicit'
}
