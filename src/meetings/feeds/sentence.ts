import type { t } from './messages.ts'
import type { Line } from './record.ts'

type Translate = ReturnType<typeof t>

/** What happened to a field, as half a sentence. */
export function whySentence(say: Translate, line: Pick<Line, 'why' | 'was' | 'became'>): string {
  return say.any(`why.${line.why}`, { was: line.was ?? '', became: line.became ?? '' })
}

export function lineSentence(say: Translate, line: Line): string {
  const { record, name, field } = line
  return say(line.action === 'refused' ? 'line.refused' : 'line.mended', {
    record,
    name,
    field,
    why: whySentence(say, line),
  })
}
