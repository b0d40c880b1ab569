import { createHash } from 'node:crypto'

/** A post by its place: a reply, or the topic's own text. */
export interface PostRef {
  topicId: string
  replyId: string | null
}

/** The address of one post alone; what is done with it lies below `postBase`. */
export function postPath(ref: PostRef): string {
  return ref.replyId ? postBase(ref) : `/forum/${ref.topicId}/first`
}

export function postBase({ topicId, replyId }: PostRef): string {
  return replyId ? `/forum/${topicId}/replies/${replyId}` : `/forum/${topicId}`
}

/** A short name for exactly these words: an edit says which words it was made from. */
export function markOf({ title, markdown }: { title: string; markdown: string }): string {
  return createHash('sha256').update(`${title}\n${markdown}`).digest('base64url').slice(0, 22)
}
