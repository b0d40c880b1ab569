import { endMeetingsOfGroup } from '../../meetings/index.ts'
import { requireVoice } from '../../moderation/measures/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { emptyForm, readForm, typedText } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { requireMember, slice, zoneOf } from '../../platform/web.ts'
import { addGroup, changeGroup, closeGroup, getGroup } from '../index.ts'
import { readKind } from './addresses.ts'
import { differences } from './differences.ts'
import { firstTyped, groupForm, typedOf } from './forms.ts'
import { invitations } from './invitations.routes.tsx'
import { getOwnGroup } from './own.ts'
import { ChooseKindPage, EditGroupPage, NewGroupPage } from './views/edit.tsx'

/** Starting a group and caring for it. */
export const hosting = slice()

const newGroupsLimit = { points: 6, seconds: 24 * 3600 }

hosting.get('/new', async (c) => {
  await requireVoice(c)
  const kind = readKind(c.req.query('kind'))
  if (!kind) return c.var.page(<ChooseKindPage />)
  const form = emptyForm(firstTyped(kind, zoneOf(c), c.var.locale.slice(0, 2)))
  return c.var.page(<NewGroupPage form={form} kind={kind} />)
})

hosting.post('/new', async (c) => {
  const { db, now, limits } = c.var
  const member = await requireVoice(c)
  const form = readForm(groupForm, await readBody(c))
  const kind = readKind(typedText(form, 'kind'))
  if (!kind) return c.var.page(<ChooseKindPage />, 422)
  if (!form.ok) return c.var.page(<NewGroupPage form={form} kind={kind} />, 422)
  if (typedText(form, 'do') === 'preview')
    return c.var.page(<NewGroupPage form={form} kind={kind} preview={form.value} />)
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
  const { db, locale } = c.var
  const group = await getOwnGroup(c)
  await requireVoice(c)
  const form = readForm(groupForm, await readBody(c))
  if (!form.ok) return c.var.page(<EditGroupPage group={group} form={form} />, 422)
  if (typedText(form, 'do') === 'preview')
    return c.var.page(<EditGroupPage group={group} form={form} preview={form.value} />)
  const version = Number(typedText(form, 'version') || group.version)
  const isKept = await transaction(db, (tx) => changeGroup(tx, group.id, form.value, version))
  if (isKept) return c.redirect(`/groups/${group.slug}`, 303)
  const kept = await getGroup(db, group.slug)
  const clash = differences(locale, kept, form.value)
  return c.var.page(<EditGroupPage group={kept} {...{ form, clash }} />, 409)
})

hosting.post('/:slug/close', async (c) => {
  const { db, now } = c.var
  const group = await getOwnGroup(c)
  const member = requireMember(c)
  await transaction(db, async (tx) => {
    await closeGroup(tx, group.id, now)
    await endMeetingsOfGroup(tx, group.id, { memberId: member.id, now })
  })
  return c.redirect(`/groups/${group.slug}`, 303)
})

hosting.route('/', invitations)
