import type { NoteKind } from '../posts/notes.ts'

/** One post as lists of posts show it: where it stands, who wrote it on which day, and its words. */
export interface FoundPost {
  topicId: string
  title: string
  /** Null: the topic's own text, which is post 0. */
  replyId: string | null
  number: number
  authorId: string | null
  authorHandle: string | null
  authorDay: number | null
  authorStep: number | null
  spaceName: string
  bodyHtml: string
  /** What it says of itself before it is read. */
  notes: NoteKind[]
  /** Folded away by a moderator: read where it stands. */
  isFolded: boolean
  /** Opened by the house in the morning: nobody's own words. */
  isHouses: boolean
  createdAt: Temporal.Instant
}

/** Where a list of posts goes on, newest first. */
export interface PostMark {
  at: Temporal.Instant
  topicId: string
  number: number
}

export function writePostMark(post: Pick<FoundPost, 'createdAt' | 'topicId' | 'number'>): string {
  return `${post.createdAt.toString({ smallestUnit: 'microsecond' })}_${post.topicId}_${post.number}`
}

export function readPostMark(text: string): PostMark | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([1-9]\d{0,17})_(\d{1,9})$/.exec(text)
  if (!parts?.[1] || !parts[2]) return undefined
  try {
    return { at: Temporal.Instant.from(parts[1]), topicId: parts[2], number: Number(parts[3]) }
  } catch {
    return undefined
  }
}
