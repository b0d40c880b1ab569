import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Labelled {
  text: string
  label: string
  /** Rules are tuned on one half and judged on the other. */
  half: 'tuned' | 'held out'
}

const folder = 'src/moderation/words/labelled'

/** The invented sentences. Which half one belongs to is decided by a hash of it, and by nobody. */
export function readLabelled(): Labelled[] {
  return readIn('.').map(({ text, label }) => {
    const isOdd = (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1
    return { text, label, half: isOdd ? 'held out' : 'tuned' }
  })
}

/** Roundabout words that were tuned on, and the last ones written, which nothing was tuned on. */
export function readFurther(set: 'harder' | 'afterwards'): Omit<Labelled, 'half'>[] {
  return readIn(set)
}

function readIn(set: string): { text: string; label: string }[] {
  return readdirSync(join(folder, set))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(join(folder, set, file), 'utf8')) as string[]).map((text) => ({
        text,
        label: file.replace('.yaml', ''),
      })),
    )
}
