import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { requireMember, slice } from '../../platform/web.ts'
import { countGroupMembers, getGroup, joinGroup, leaveGroup, lockGroup, roleIn } from '../index.ts'
import { agreementsHtml } from './agreements.ts'
import { t } from './messages.ts'
import { whyNotLeave } from './rules.ts'
import { JoinPage, LeavePage } from './views/membership.tsx'

/** Joining and leaving. */
export const membership = slice()

membership.get('/:slug/join', async (c) => {
  const { db, locale } = c.var
  const group = await getGroup(db, c.req.param('slug'))
  if (group.status === 'closed') throw refused(t(locale)('refusal.closed'), 410)
  const member = requireMember(c)
  if (await roleIn(db, group.id, member.id)) return c.redirect(`/groups/${group.slug}`, 303)
  return c.var.page(<JoinPage group={group} agreements={agreementsHtml(group)} />)
})

membership.post('/:slug/join', async (c) => {
  const { db, locale, now } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug'))
  if (group.status === 'closed') throw refused(t(locale)('refusal.closed'), 410)
  await transaction(db, (tx) => joinGroup(tx, group.id, member.id, now))
  return c.redirect(`/groups/${group.slug}`, 303)
})

membership.get('/:slug/leave', async (c) => {
  const { db, locale } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug'))
  const role = await roleIn(db, group.id, member.id)
  if (!role) return c.redirect(`/groups/${group.slug}`, 303)
  const refusal = whyNotLeave(role, await countGroupMembers(db, group.id))
  return c.var.page(<LeavePage group={group} refusal={refusal && t(locale)(refusal)} />)
})

membership.post('/:slug/leave', async (c) => {
  const { db, locale } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug'))
  await transaction(db, async (tx) => {
    // Two hosts who leave in the same moment would leave nobody.
    await lockGroup(tx, group.id)
    const refusal = whyNotLeave(await roleIn(tx, group.id, member.id), await countGroupMembers(tx, group.id))
    // Leaving twice is leaving once.
    if (refusal && refusal !== 'leave.not') throw refused(t(locale)(refusal), 409)
    await leaveGroup(tx, group.id, member.id)
  })
  return c.redirect(`/groups/${group.slug}`, 303)
})
