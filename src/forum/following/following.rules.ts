/** What a member follows, and when somebody counts as having come back. */

/** A week without a word is a break; shorter ones are life. */
export const breakDays = 7

export const topicStates = ['followed', 'muted', 'seen'] as const
/** `seen` is neither: read, or written in and let go of. */
export type TopicState = (typeof topicStates)[number]

/** Why a follower of a conversation is told of a new reply in it. */
export function reasonOf(
  topicAuthorId: string | null,
  writerId: string,
  followerId: string,
): 'forum-answer' | 'forum-back' | 'forum-followed' {
  if (topicAuthorId === followerId) return 'forum-answer'
  return topicAuthorId === writerId ? 'forum-back' : 'forum-followed'
}

/** How many posts are new, and the first of them. `readNumber` -1: nothing was read yet. */
export function unreadOf(topic: { readNumber: number; replyCount: number }): {
  count: number
  first: number
} {
  return { count: Math.max(0, topic.replyCount - topic.readNumber), first: topic.readNumber + 1 }
}
