import { randomBytes } from 'node:crypto'
import { GzipPart, gzipOf } from './gzipParts.ts'
import type { Member } from './web.ts'

/** Stands in a view where the piece will stand. Nobody can write it: text is escaped, and Markdown makes no comments. */
export const pieceMark = '<!--piece-->'

const names = ['token', 'once', 'id', 'handle', 'sessionId'] as const

/** What differs between two members who see the same page: the secret of their forms, a fresh id for what they send. */
export type Slot = (typeof names)[number]

// Nobody who writes a title knows it: no words of theirs are taken for a slot.
const secret = randomBytes(16).toString('hex')

/** Stands in a kept frame where a value of the visit will stand. It may stand in text and in an attribute. */
export const slots = Object.fromEntries(names.map((name) => [name, `${secret}-${name}-`])) as Record<
  Slot,
  string
>

/** Laid over a member for a key: what slots stand for is no part of it. */
export const withoutSlots = { id: '', handle: '', sessionId: '' }

/** Somebody without a name, who may what this member may. */
export function asSlots(member: Member): Member {
  const { id, handle, sessionId } = slots
  return { ...member, id, handle, sessionId }
}

const marks = new RegExp(`(${Object.values(slots).join('|')}|${pieceMark})`)
const meaning = new Map<string, Slot | 'piece'>([
  [pieceMark, 'piece'],
  ...names.map((name) => [slots[name], name] as const),
])

/** A drawn page with slots: compressed once, its parts and the values are put one after the other for each visit. */
export class Frame {
  private readonly parts: (GzipPart | Slot | 'piece')[]

  constructor(html: string) {
    this.parts = html
      .split(marks)
      .filter((text) => text !== '')
      .map((text) => meaning.get(text) ?? new GzipPart(text, 'often'))
  }

  gzip(piece: GzipPart, values: Record<Slot, () => string>): Buffer {
    return gzipOf(
      this.parts.map((part) =>
        typeof part !== 'string' ? part : part === 'piece' ? piece : escaped(values[part]()),
      ),
    )
  }

  /** The same for the few browsers that do not take gzip. */
  text(piece: GzipPart, values: Record<Slot, () => string>): string {
    return this.parts
      .map((part) =>
        typeof part !== 'string' ? part.text() : part === 'piece' ? piece.text() : escaped(values[part]()),
      )
      .join('')
  }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
