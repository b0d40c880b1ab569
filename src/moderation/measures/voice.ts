import type { Context } from 'hono'
import { refused } from '../../platform/errors.ts'
import { type Env, type Member, requireMember } from '../../platform/web.ts'
import { t } from './messages.ts'
import { findHolding } from './store.ts'

/** Who may not write in the forum for now does not speak to people as a host either. */
export async function requireVoice(c: Context<Env>): Promise<Member> {
  const member = requireMember(c)
  if (await findHolding(c.var.db, member.id, c.var.now)) throw refused(t(c.var.locale)('holding.elsewhere'))
  return member
}
