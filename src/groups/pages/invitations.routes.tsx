import type { Context } from 'hono'
import { addNotices } from '../../account/notices/index.ts'
import { requireVoice } from '../../moderation/measures/index.ts'
import { isBlockedBetween } from '../../moderation/quiet/index.ts'
import { getStanding, levelOf } from '../../moderation/trust/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, requireMember, slice } from '../../platform/web.ts'
import {
  acceptInvitation,
  addInvitation,
  countGroupMembers,
  findByHandle,
  findInvitation,
  type Group,
  getGroup,
  listGroupMembers,
  listInvitations,
  lockGroup,
  removeInvitation,
  roleIn,
  setHome,
  stepBack,
} from '../index.ts'
import { t } from './hostingMessages.ts'
import { getOwnGroup } from './own.ts'
import { whyNoInvitation, whyNotStepBack } from './rules.ts'
import { InvitationPage } from './views/invitation.tsx'
import { PeoplePage } from './views/people.tsx'

/** Asking somebody to host, handing over, stepping back; and the group somebody calls home. */
export const invitations = slice()

const invitationsLimit = { points: 20, seconds: 24 * 3600 }

invitations.get('/:slug/people', async (c) => peoplePage(c, await getOwnGroup(c)))

invitations.post('/:slug/invitations', async (c) => {
  const { db, now, limits } = c.var
  const group = await getOwnGroup(c)
  const member = await requireVoice(c)
  const body = await readBody(c)
  const typed = { handle: String(body.handle ?? '').slice(0, 100) }
  await limits.count('host invitations', member.id, invitationsLimit)
  const asked = await findByHandle(db, typed.handle)
  const people = await listGroupMembers(db, group.id)
  const isNew = levelOf(await getStanding(db, member.id, now), now) === 0
  const refusal = whyNoInvitation(asked?.id, people, isNew)
  if (refusal || !asked)
    return peoplePage(c, group, mistakenForm(typed, { handle: refusal ?? 'mistake.handle' }), 422)
  const takesOver = body.how === 'over'
  await transaction(db, async (tx) => {
    await addInvitation(tx, { groupId: group.id, memberId: asked.id, invitedBy: member.id, takesOver }, now)
    // Somebody who blocked them is not reached, and nobody is told so.
    const isBlocked = await isBlockedBetween(tx, member.id, asked.id)
    await addNotices(
      tx,
      isBlocked ? [] : [asked.id],
      {
        kind: takesOver ? 'group-handover' : 'group-invited',
        link: `/groups/${group.slug}/invitation`,
        words: { group: group.name },
        about: `invitation ${group.id}`,
      },
      now,
    )
  })
  return c.redirect(`/groups/${group.slug}/people`, 303)
})

invitations.post('/:slug/invitations/withdraw', async (c) => {
  const group = await getOwnGroup(c)
  const memberId = String((await readBody(c)).member ?? '')
  if (/^[1-9]\d{0,17}$/.test(memberId))
    await transaction(c.var.db, (tx) => removeInvitation(tx, group.id, memberId))
  return c.redirect(`/groups/${group.slug}/people`, 303)
})

invitations.get('/:slug/invitation', async (c) => {
  const { group, invitation } = await getInvitation(c)
  return c.var.page(<InvitationPage {...{ group, invitation }} />)
})

invitations.post('/:slug/invitation', async (c) => {
  const { db, now } = c.var
  const { group, invitation } = await getInvitation(c)
  const isYes = (await readBody(c)).answer === 'yes'
  await transaction(db, async (tx) => {
    await lockGroup(tx, group.id)
    // Taken back, asked otherwise or answered in another window since the look above.
    const standing = await findInvitation(tx, group.id, invitation.memberId)
    if (standing?.invitedBy !== invitation.invitedBy || standing?.takesOver !== invitation.takesOver)
      throw refused(t(c.var.locale)('refusal.noInvitation'), 410)
    if (isYes) await acceptInvitation(tx, invitation, now)
    else await removeInvitation(tx, group.id, invitation.memberId)
    if (invitation.invitedBy)
      await addNotices(
        tx,
        [invitation.invitedBy],
        {
          kind: isYes ? 'group-accepted' : 'group-declined',
          link: `/groups/${group.slug}`,
          words: { group: group.name, handle: invitation.handle },
        },
        now,
      )
  })
  return c.redirect(`/groups/${group.slug}`, 303)
})

invitations.post('/:slug/step-back', async (c) => {
  const { db, locale } = c.var
  const group = await getOwnGroup(c)
  const member = requireMember(c)
  await transaction(db, async (tx) => {
    // Two hosts who step back in the same moment would leave nobody.
    await lockGroup(tx, group.id)
    const refusal = whyNotStepBack(await countGroupMembers(tx, group.id))
    if (refusal) throw refused(t(locale)(refusal), 409)
    await stepBack(tx, group.id, member.id)
  })
  return c.redirect(`/groups/${group.slug}`, 303)
})

invitations.post('/:slug/home', async (c) => {
  const { db, locale } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug'))
  if (!(await roleIn(db, group.id, member.id))) throw refused(t(locale)('refusal.notIn'), 403)
  const { home, shown } = await readBody(c)
  await transaction(db, (tx) =>
    setHome(tx, member.id, group.id, { is: home === 'yes', shown: shown === 'yes' }),
  )
  return c.redirect(`/groups/${group.slug}#home`, 303)
})

async function peoplePage(c: Context<Env>, group: Group, form = emptyForm(), status: 200 | 422 = 200) {
  const { db } = c.var
  const [people, invited] = await Promise.all([listGroupMembers(db, group.id), listInvitations(db, group.id)])
  return c.var.page(<PeoplePage {...{ group, people, invited, form }} />, status)
}

/** The invitation of whoever looks; when it was taken back the page says so. */
async function getInvitation(c: Context<Env>) {
  const { db, locale } = c.var
  const member = requireMember(c)
  const group = await getGroup(db, c.req.param('slug') ?? '')
  const invitation = await findInvitation(db, group.id, member.id)
  if (!invitation || group.status === 'closed') throw refused(t(locale)('refusal.noInvitation'), 410)
  return { group, invitation }
}
