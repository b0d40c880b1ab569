import { postsOnPage } from '../rules.ts'

/**
 * How many pages further on each page of a merged topic stands in the other one. Whole pages, so that every old address
 * still leads to the page where its post is, without a script that looks for it; the price is a short page between.
 */
export function pagesFurther(lastNumber: number): number {
  return Math.floor(lastNumber / postsOnPage) + 1
}

interface Place {
  id: string
  readers: 'everybody' | 'members'
  groupId: string | null
  removedAt: Temporal.Instant | null
  heldAt: Temporal.Instant | null
}

type WhyNot = 'mistake.sameTopic' | 'mistake.noTopic' | 'mistake.wouldShow'

/** Words written for a few are never brought before more people than they were written for. */
export function wouldShow(
  from: Pick<Place, 'readers' | 'groupId'>,
  to: Pick<Place, 'readers' | 'groupId'>,
): boolean {
  if (from.readers === 'everybody') return false
  return to.readers === 'everybody' || to.groupId !== from.groupId
}

export function whyNoMerge(from: Place, into: Place): WhyNot | undefined {
  if (from.id === into.id) return 'mistake.sameTopic'
  if (into.removedAt || into.heldAt || from.heldAt) return 'mistake.noTopic'
  return wouldShow(from, into) ? 'mistake.wouldShow' : undefined
}

/** A conversation by whatever a moderator pastes: its address with or without the site's name, or the number alone. */
export function topicIn(text: string): string | undefined {
  return /^(?:https?:\/\/[^/\s]+)?(?:\/forum\/)?([1-9]\d{0,17})(?:[/?#]\S*)?$/.exec(text.trim())?.[1]
}
