import type { Context } from 'hono'
import { notFound, refused } from '../platform/errors.ts'
import { type Env, type Member, passkeyFirst, requireMember } from '../platform/web.ts'
import { t } from './messages.ts'

/** A moderator or the operator. For everybody else such pages do not exist. */
export function requireKeeper(c: Context<Env>): Member {
  const member = requireMember(c)
  if (member.role === 'member') throw member.closed ? passkeyFirst() : notFound()
  return member
}

/** Says no in a sentence of ours. */
export function refuse(
  c: Context<Env>,
  reason: Parameters<ReturnType<typeof t>>[0],
  status: 403 | 409 = 403,
) {
  return refused(t(c.var.locale)(reason), status)
}
