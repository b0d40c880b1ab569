import { classify, isCrisis } from './classify.rules.ts'

/** What a post is stopped for once, so that its writer can look again. Fear for somebody else stops nothing. */
export const stops = ['sourcing', 'vendor', 'price', 'contact', 'dosing', 'amount', 'link'] as const
type Stop = (typeof stops)[number]

export interface Look {
  /** Help is shown, calmly. */
  crisis: boolean
  /** What is worth changing, with the words it is about. */
  hints: { category: Stop; words: string }[]
}

/**
 * Whether the writer should look at their words once more before they are sent.
 * @param looked what they have been shown already, as categories with commas between
 * @param mayLink links are no matter for members who are known a little
 */
export function lookAgain(texts: string[], looked: string, mayLink: boolean): Look | undefined {
  const seen = new Set(looked.split(','))
  const found = texts.flatMap((text) =>
    classify(text).map(({ category, start, end }) => ({ category, words: text.slice(start, end) })),
  )
  const crisis = found.some(({ category }) => isCrisis(category))
  const hints = stops.flatMap((category) => {
    const first = found.find((one) => one.category === category)
    return first && (category !== 'link' || !mayLink)
      ? [{ category, words: first.words.trim().slice(0, 120) }]
      : []
  })
  // A link of a new member does not pass by being sent twice.
  const isNew =
    (crisis && !seen.has('crisis')) ||
    hints.some(({ category }) => category === 'link' || !seen.has(category))
  return isNew ? { crisis, hints } : undefined
}

/** What the form remembers of what was shown. */
export function lookedAt({ crisis, hints }: Look): string {
  return [...(crisis ? ['crisis'] : []), ...hints.map(({ category }) => category)].join(',')
}
