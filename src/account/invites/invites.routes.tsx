import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import * as v from 'valibot'
import { originOf } from '../../platform/config.ts'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { emptyForm, type MistakenForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireOperator, slice, zoneOf } from '../../platform/web.ts'
import { addInvite, listInvites, needsInvite, requireInvites, revokeInvite } from './invites.store.ts'
import { InvitesPage } from './views.tsx'

/** The operator’s page of links to join by. */
export const operatorInvites = slice()

const whole = (least: number, most: number) =>
  v.pipe(
    v.string('invite.mistake.number'),
    v.trim(),
    v.regex(/^\d{1,4}$/, 'invite.mistake.number'),
    v.transform(Number),
    v.minValue(least, 'invite.mistake.number'),
    v.maxValue(most, 'invite.mistake.number'),
  )

const inviteForm = v.object({
  label: v.pipe(
    v.string('invite.mistake.label'),
    v.trim(),
    v.nonEmpty('invite.mistake.label'),
    v.maxLength(80, 'invite.mistake.label'),
  ),
  mostUses: whole(1, 1000),
  days: whole(1, 365),
  vouches: v.pipe(
    v.optional(v.unknown()),
    v.transform((value) => value === 'yes'),
  ),
})

const fresh = { mostUses: '1', days: '14' }

operatorInvites.get('/', (c) => {
  requireOperator(c)
  return invitesPage(c, emptyForm(fresh))
})

operatorInvites.post('/', async (c) => {
  const operator = requireOperator(c)
  const form = readForm(inviteForm, await readBody(c))
  if (!form.ok) return invitesPage(c, form, 422)
  const token = randomBytes(24).toString('base64url')
  const { db, now } = c.var
  const { vouches = false, ...asked } = form.value
  const invite = { ...asked, vouches, token, madeBy: operator.id }
  await transaction(db, (tx) => addInvite(tx, invite, now))
  // No redirect: the link is shown once and kept nowhere.
  return invitesPage(c, emptyForm(fresh), 201, `/join?invite=${token}`)
})

operatorInvites.post('/required', async (c) => {
  requireOperator(c)
  const needed = (await readBody(c)).needed === 'yes'
  await transaction(c.var.db, (tx) => requireInvites(tx, needed))
  return c.redirect('/operations/invites', 303)
})

operatorInvites.post('/:inviteId/revoke', async (c) => {
  requireOperator(c)
  const inviteId = getId(c, 'inviteId')
  if (!(await transaction(c.var.db, (tx) => revokeInvite(tx, inviteId, c.var.now)))) throw notFound()
  return c.redirect('/operations/invites', 303)
})

async function invitesPage(
  c: Context<Env>,
  form: MistakenForm,
  status: 200 | 201 | 422 = 200,
  made?: string,
): Promise<Response> {
  const { db, now, config } = c.var
  const [invites, needed] = await Promise.all([listInvites(db), needsInvite(db)])
  return c.var.page(
    <InvitesPage
      invites={invites}
      needed={needed}
      form={form}
      link={made && originOf(config) + made}
      now={now}
      zone={zoneOf(c)}
    />,
    status,
  )
}
