import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { emptyForm, readForm, typedText } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, requireMember, slice, zoneOf } from '../../platform/web.ts'
import {
  addGroup,
  changeGroup,
  closeGroup,
  type Group,
  getGroup,
  listGroupMembers,
  makeHost,
  roleIn,
} from '../index.ts'
import { readKind } from './addresses.ts'
import { firstTyped, groupForm, typedOf } from './forms.ts'
import { t } from './messages.ts'
import { whyNotChange, whyNotHost } from './rules.ts'
import { ChooseKindPage, EditGroupPage, NewGroupPage } from './views/edit.tsx'
import { PeoplePage } from './views/membership.tsx'

/** Starting a group and caring for it. */
export const hosting = slice()

const newGroupsLimit = { points: 6, seconds: 24 * 3600 }

hosting.get('/new', async (c) => {
  requireMember(c)
  const kind = readKind(c.req.query('kind'))
  if (!kind) return c.var.page(<ChooseKindPage />)
  const form = emptyForm(firstTyped(kind, zoneOf(c), c.var.locale.slice(0, 2)))
  return c.var.page(<NewGroupPage form={form} kind={kind} />)
})

hosting.post('/new', async (c) => {
  const { db, now, limits } = c.var
  const member = requireMember(c)
  const form = readForm(groupForm, await readBody(c))
  if (!form.ok) {
    const kind = readKind(typedText(form, 'kind'))
    if (!kind) return c.var.page(<ChooseKindPage />, 422)
    return c.var.page(<NewGroupPage form={form} kind={kind} />, 422)
  }
  await limits.count('new groups', member.id, newGroupsLimit)
  const group = await transaction(db, (tx) => addGroup(tx, form.value, { memberId: member.id, now }))
  // On to the first meeting: a group nobody can come to helps nobody.
  return c.redirect(`/groups/${group.slug}/meetings/new`, 303)
})

hosting.get('/:slug/edit', async (c) => {
  const group = await getOwnGroup(c)
  return c.var.page(<EditGroupPage group={group} form={emptyForm(typedOf(group))} />)
})

hosting.post('/:slug/edit', async (c) => {
  const group = await getOwnGroup(c)
  const form = readForm(groupForm, await readBody(c))
  if (!form.ok) return c.var.page(<EditGroupPage group={group} form={form} />, 422)
  await transaction(c.var.db, (tx) => changeGroup(tx, group.id, form.value))
  return c.redirect(`/groups/${group.slug}`, 303)
})

hosting.get('/:slug/people', async (c) => {
  const group = await getOwnGroup(c)
  return c.var.page(<PeoplePage group={group} people={await listGroupMembers(c.var.db, group.id)} />)
})

hosting.post('/:slug/hosts', async (c) => {
  const { db, locale } = c.var
  const group = await getOwnGroup(c)
  const memberId = String((await readBody(c)).member ?? '')
  const refusal = whyNotHost(await listGroupMembers(db, group.id), memberId)
  if (refusal) throw refused(t(locale)(refusal), 409)
  await transaction(db, (tx) => makeHost(tx, group.id, memberId))
  return c.redirect(`/groups/${group.slug}/people`, 303)
})

hosting.post('/:slug/close', async (c) => {
  const group = await getOwnGroup(c)
  await transaction(c.var.db, (tx) => closeGroup(tx, group.id))
  return c.redirect(`/groups/${group.slug}`, 303)
})

/** The group of the address, for its hosts while it is open. */
async function getOwnGroup(c: Context<Env>): Promise<Group> {
  const { db, locale } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug') ?? '')
  const refusal = whyNotChange(group, await roleIn(db, group.id, member.id))
  if (refusal) throw refused(t(locale)(refusal), refusal === 'refusal.closed' ? 410 : 403)
  return group
}
