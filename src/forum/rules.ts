/** The forum's decisions. Nothing here reads a clock or a database. */

export const postsOnPage = 20
const editWindowMinutes = 15

export interface Writer {
  id: string
  role: 'member' | 'moderator' | 'operator'
}

/** Who looks, and whether they belong to the group whose space it is (true where there is no group). */
export interface Viewer {
  member: Writer | undefined
  inGroup: boolean
}

interface TopicState {
  closedAt: Temporal.Instant | null
  removedAt: Temporal.Instant | null
  /** Its space was retired: what was written there stays, and nothing is added. */
  retiredAt: Temporal.Instant | null
}

type Refusal = 'refusal.removed' | 'refusal.closed' | 'refusal.retired' | 'refusal.signIn' | 'refusal.group'

/** Everybody may read; to write in a group's space one belongs to the group. */
export function whyNoReply(viewer: Viewer, topic: TopicState): Refusal | undefined {
  if (topic.removedAt) return 'refusal.removed'
  if (topic.closedAt) return 'refusal.closed'
  if (topic.retiredAt) return 'refusal.retired'
  return whyNoTopic(viewer)
}

export function whyNoTopic(viewer: Viewer): Refusal | undefined {
  if (!viewer.member) return 'refusal.signIn'
  if (!viewer.inGroup) return 'refusal.group'
  return undefined
}

interface PostState {
  authorId: string | null
  removedAt: Temporal.Instant | null
}

/** One's own words stay one's own: also after the topic was closed. */
export function mayChange(member: Writer | undefined, post: PostState): boolean {
  return member !== undefined && post.authorId === member.id && post.removedAt === null
}

/** Moderators and operators look after the conversations: they read every space, close and open topics. */
export function isKeeper(member: Writer | undefined): boolean {
  return member?.role === 'moderator' || member?.role === 'operator'
}

interface TopicPlace {
  readers: 'everybody' | 'members'
  authorId: string | null
  heldAt: Temporal.Instant | null
}

/** Whether the topic exists for somebody. What waits for a moderator is there for its author and for moderators. */
export function mayRead(viewer: Viewer, topic: TopicPlace): boolean {
  const { member, inGroup } = viewer
  if (isKeeper(member)) return true
  if (topic.heldAt && topic.authorId !== member?.id) return false
  return topic.readers === 'everybody' || (member !== undefined && inGroup)
}

/** A slip of the pen mended within 15 minutes leaves no mark; later the page says that the post was edited. */
export function leavesMark(post: { createdAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, post.createdAt.add({ minutes: editWindowMinutes })) > 0
}

interface Waiting extends TopicState {
  isFirstPost: boolean
  authorId: string | null
  answeredAt: Temporal.Instant | null
  heldAt: Temporal.Instant | null
}

/** A member's first post waits until somebody else has answered it. */
export function isWaiting(topic: Waiting): boolean {
  const isOpen = !topic.closedAt && !topic.removedAt && !topic.retiredAt && !topic.heldAt
  return topic.isFirstPost && topic.authorId !== null && !topic.answeredAt && isOpen
}

/** The time gone by, in words' units: 0 minutes, 59 minutes, 47 hours, 2 days. */
export function elapsed(
  since: Temporal.Instant,
  now: Temporal.Instant,
): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(0, Math.floor((now.epochMilliseconds - since.epochMilliseconds) / 60_000))
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) }
}
