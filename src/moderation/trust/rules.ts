/** How much of the house is open to whom. Worked out anew each time, from what is there anyway; nothing is recorded. */

export interface Standing {
  role: 'member' | 'moderator' | 'operator'
  joinedAt: Temporal.Instant
  /** Whether their device did some work at sign-up. */
  provedWork: boolean
  /** The operator vouches for them: an invitation can say so. */
  isVouched: boolean
  /** At most as many as matter here. */
  postsRead: number
  postsAccepted: number
  /** These two are counted only while they limit something: from then on, enough are sent and none today. */
  postsSent: number
  postsToday: number
  reportsUpheld: number
}

type Known = Omit<Standing, 'postsSent' | 'postsToday'>

export type Level = 0 | 1 | 2

export const toLevel1 = { days: 3, postsRead: 30, postsAccepted: 2 }
const toLevel2 = { days: 21 }
/** Words from a dark place go beyond the limit of a day, as often again: a machine that learns this gains little. */
export const newMembers = { postsADay: 5, darkPostsADay: 5, heldPosts: 2 }

/** 0: new. 1: three days, thirty posts read, two accepted. 2: three weeks and no report about them that was right. */
export function levelOf(standing: Known, now: Temporal.Instant): Level {
  if (standing.role !== 'member') return 2
  const days = (now.epochMilliseconds - standing.joinedAt.epochMilliseconds) / 86_400_000
  const isKnown =
    standing.isVouched ||
    (days >= toLevel1.days &&
      standing.postsRead >= toLevel1.postsRead &&
      standing.postsAccepted >= toLevel1.postsAccepted)
  if (!isKnown) return 0
  return days >= toLevel2.days && standing.reportsUpheld === 0 ? 2 : 1
}

/** Whether it matters how many posts they have sent: those of new members are few a day, the first may have to wait. */
export function isLimited(standing: Known, now: Temporal.Instant): boolean {
  return (
    levelOf(standing, now) === 0 || (waitsAtFirst(standing) && standing.postsAccepted < newMembers.heldPosts)
  )
}

function waitsAtFirst({ role, provedWork, isVouched }: Known): boolean {
  return role === 'member' && !provedWork && !isVouched
}

export function mayLink(level: Level): boolean {
  return level > 0
}

export function whyNoPost(
  standing: Standing,
  isDark: boolean,
  now: Temporal.Instant,
): 'limit.posts' | undefined {
  const most = newMembers.postsADay + (isDark ? newMembers.darkPostsADay : 0)
  const isFull = levelOf(standing, now) === 0 && standing.postsToday >= most
  return isFull ? 'limit.posts' : undefined
}

/** The first two posts of an account that was made without proof of work wait for a moderator. */
export function willBeHeld(standing: Standing): boolean {
  return waitsAtFirst(standing) && standing.postsSent < newMembers.heldPosts
}
