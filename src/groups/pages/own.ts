import type { Context } from 'hono'
import { refused } from '../../platform/errors.ts'
import { type Env, requireMember } from '../../platform/web.ts'
import { type Group, getGroup, roleIn } from '../index.ts'
import { t } from './messages.ts'
import { whyNotChange } from './rules.ts'

/** The group of the address, for its hosts while it is open. */
export async function getOwnGroup(c: Context<Env>): Promise<Group> {
  const { db, locale } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug') ?? '')
  const refusal = whyNotChange(group, await roleIn(db, group.id, member.id))
  if (refusal) throw refused(t(locale)(refusal), refusal === 'refusal.closed' ? 410 : 403)
  return group
}
