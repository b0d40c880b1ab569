import type { Context } from 'hono'
import { type Group, getGroup, roleIn } from '../../groups/index.ts'
import { notFound, refused } from '../../platform/errors.ts'
import { type Env, getId, type Member, requireMember } from '../../platform/web.ts'
import type { Meeting } from '../meeting.ts'
import { getMeeting } from '../store.ts'
import { t } from './messages.ts'

/** The group of the address, for its hosts while it is open. */
export async function requireHost(c: Context<Env>): Promise<{ group: Group; member: Member }> {
  const { db, locale } = c.var
  const group = await getGroup(db, c.req.param('slug') ?? '')
  const member = requireMember(c)
  if ((await roleIn(db, group.id, member.id)) !== 'host') throw refused(t(locale)('host.only'))
  if (group.status === 'closed') throw refused(t(locale)('host.closed'), 410)
  return { group, member }
}

/** A meeting that came with a feed is changed where it comes from, or the next import would undo it. */
export async function getOwn(c: Context<Env>, group: Group): Promise<Meeting> {
  const meeting = await getMeeting(c.var.db, getId(c, 'id'))
  if (meeting.groupId !== group.id) throw notFound()
  if (meeting.feedId !== null) throw refused(t(c.var.locale)('host.imported'), 409)
  return meeting
}
