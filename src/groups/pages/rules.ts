import type { Group, GroupMember, GroupRole } from '../index.ts'

type LeaveRefusal = 'leave.not' | 'leave.last' | 'leave.lastAlone'

/** A group is never left without a host while somebody else is in it, nor as an empty room. */
export function whyNotLeave(
  role: GroupRole | undefined,
  count: { members: number; hosts: number },
): LeaveRefusal | undefined {
  if (!role) return 'leave.not'
  if (role !== 'host' || count.hosts > 1) return undefined
  return count.members > 1 ? 'leave.last' : 'leave.lastAlone'
}

export function whyNotChange(
  group: Group,
  role: GroupRole | undefined,
): 'refusal.host' | 'refusal.closed' | undefined {
  if (role !== 'host') return 'refusal.host'
  return group.status === 'closed' ? 'refusal.closed' : undefined
}

/**
 * Anybody here may be asked to host, also who is no member yet; a host need not be.
 * @param isNew whoever is new here asks only those who came to the group by themselves
 */
export function whyNoInvitation(
  memberId: string | undefined,
  people: GroupMember[],
  isNew: boolean,
): 'mistake.handle' | 'mistake.isHost' | 'mistake.isNew' | undefined {
  if (memberId === undefined) return 'mistake.handle'
  const known = people.find((one) => one.memberId === memberId)
  if (isNew && !known) return 'mistake.isNew'
  return known?.role === 'host' ? 'mistake.isHost' : undefined
}

/** A group always has a host. */
export function whyNotStepBack({ hosts }: { hosts: number }): 'refusal.lastHost' | undefined {
  return hosts > 1 ? undefined : 'refusal.lastHost'
}
