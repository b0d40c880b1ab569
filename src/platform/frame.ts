import { randomBytes } from 'node:crypto'
import { GzipPart, gzipOf } from './gzipParts.ts'
import type { Member } from './web.ts'

/** Stands in a view where the piece will stand. Nobody can write it: text is escaped, and Markdown makes no comments. */
export const pieceMark = '<!--piece-->'

const names = ['token', 'once', 'id', 'handle', 'sessionId', 'words'] as const

/** What differs between two visitors who see the same page: the secret of their forms, a fresh id, what they typed. */
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

/** The few frames that were asked for last, where they are kept. */
export class Frames {
  private readonly kept = new Map<string, Frame>()

  constructor(private readonly most: number) {}

  /** About what they take in memory, compressed. */
  get bytes(): number {
    return this.most * 8_000
  }

  /** @param key all that the page depends on, besides the values in its slots and what these are kept with */
  frame(key: string, draw: () => string): Frame {
    let frame = this.kept.get(key)
    if (frame) this.kept.delete(key)
    else frame = new Frame(draw())
    this.kept.set(key, frame)
    if (this.kept.size > this.most) for (const oldest of this.kept.keys().take(1)) this.kept.delete(oldest)
    return frame
  }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
