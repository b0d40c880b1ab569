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

export function whyNotHost(
  people: GroupMember[],
  memberId: string | undefined,
): 'refusal.notMember' | undefined {
  return people.some((one) => one.memberId === memberId) ? undefined : 'refusal.notMember'
}
