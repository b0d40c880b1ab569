import type { AgendaPart } from '../meeting.ts'

const most = { parts: 30, minutes: 720, part: 120, note: 400 }

/**
 * The parts of a meeting as a host writes them, one on a line: "5 Welcome: names, who is new".
 * @returns undefined when a line does not begin with minutes or says too much
 */
export function readAgenda(text: string): AgendaPart[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > most.parts) return undefined
  const parts: AgendaPart[] = []
  for (const line of lines) {
    const [, minutes, part, note = ''] =
      /^(\d{1,3})(?!\d)\s*(?:min(?:utes?)?\b\.?|['’′])?\s*[-–—:]?\s*([^\s:][^:]*)(?::\s*(.*))?$/iu.exec(
        line,
      ) ?? []
    const length = Number(minutes)
    if (!part || length < 1 || length > most.minutes) return undefined
    if (part.trim().length > most.part || note.length > most.note) return undefined
    parts.push({ minutes: length, part: part.trim(), note: note.trim() })
  }
  return parts
}

/** The same as a host would write it. */
export function writeAgenda(parts: AgendaPart[]): string {
  return parts.map(({ minutes, part, note }) => `${minutes} ${part}${note && `: ${note}`}`).join('\n')
}

export function minutesOf(parts: AgendaPart[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0)
}
