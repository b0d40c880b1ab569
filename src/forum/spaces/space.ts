/** Where people write: an open space, or the space of a group. */
export interface Space {
  /** Null: a group's space in which nobody has written yet. */
  id: string | null
  /** Null for an open space, as are the group's id and address. */
  groupId: string | null
  groupSlug: string | null
  slug: string | null
  name: string
  /** A sentence about what belongs here. */
  about: string
  /** Where its morning is; null: the operator's zone. */
  zone: string | null
  /** `members`: of the group, or anybody signed in where it is open. For everybody else it does not exist. */
  readers: 'everybody' | 'members'
  opensCheckIn: boolean
  isIndexed: boolean
  retiredAt: Temporal.Instant | null
}

export type SpaceName = Pick<Space, 'slug' | 'groupSlug'>

export function spacePath({ slug, groupSlug }: SpaceName): string {
  return groupSlug ? `/forum/groups/${groupSlug}` : `/forum/spaces/${slug}`
}

export function writePath({ slug, groupSlug }: SpaceName): string {
  return groupSlug ? `/forum/new?group=${groupSlug}` : `/forum/new?space=${slug}`
}

/** How a form names a space: groups and open spaces may bear the same word. */
export function spaceValue({ slug, groupSlug }: SpaceName): string {
  return groupSlug ? `group:${groupSlug}` : (slug ?? '')
}

export type SeenBy = 'open' | 'members' | 'group'

/** Who reads what is written there, as its pages say it. */
export function seenBy({ readers, groupId }: Pick<Space, 'readers' | 'groupId'>): SeenBy {
  if (readers === 'everybody') return 'open'
  return groupId ? 'group' : 'members'
}
