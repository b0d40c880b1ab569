import { classify } from '../src/moderation/words/classify.rules.ts'
import {
  type Confusion,
  confusionOf,
  crisisShare,
  readings,
} from '../src/moderation/words/testing/confusion.ts'
import { readFurther, readLabelled } from '../src/moderation/words/testing/labelled.ts'

const story =
  'I have been at this for three weeks and the nights are long. My partner makes soup and I read until four. We went to the lake with the dog, it rained, and I laughed for the first time in a while! At work nobody knows, but a colleague asked how I was and I told her a little. Yesterday was harder, my knees ached and I was angry at everything; then it passed. '

/** What the reading of posts before they are sent gets right and wrong, on both halves, and how long it takes. */
export function wordsReport(): string {
  const labelled = readLabelled()
  const parts = (['tuned', 'held out'] as const).map((half) => {
    const those = labelled.filter((one) => one.half === half)
    return section(`Sentences, ${half} (${those.length})`, confusionOf(those))
  })
  const last = readFurther('afterwards')
  const roundabout = readFurther('harder')
  return [
    ...parts,
    section(`Roundabout words, tuned on (${roundabout.length})`, confusionOf(roundabout)),
    section(`Written last, never tuned on (${last.length})`, confusionOf(last)),
    `A post of 10 kB is read in ${milliseconds().toFixed(2)} ms (goal < 2).`,
  ].join('\n\n')
}

function section(title: string, table: Confusion): string {
  const head = `| ${title} | ${readings.join(' | ')} | seen as crisis |`
  const rows = [...table].map(
    ([label, row]) =>
      `| ${label} | ${readings.map((reading) => row[reading]).join(' | ')} | ${(100 * crisisShare(table, label)).toFixed(1)} % |`,
  )
  return [head, '|---|---:|---:|---:|---:|---:|---:|', ...rows].join('\n')
}

function milliseconds(): number {
  const post = story.repeat(40).slice(0, 10_000)
  const times = Array.from({ length: 200 }, () => {
    const began = performance.now()
    classify(post)
    return performance.now() - began
  })
  return times.sort((a, b) => a - b)[100] ?? 0
}
