import type { Context } from 'hono'
import { transaction } from '../../../platform/database/index.ts'
import { type MistakenForm, mistakenForm, readForm } from '../../../platform/forms.ts'
import { limit, readBody } from '../../../platform/guards.ts'
import { nameOf, sealingKey } from '../../../platform/sealing.ts'
import { type Env, type Member, requireMember, slice, zoneOf } from '../../../platform/web.ts'
import { askForAddress } from '../jobs.ts'
import { confirmHours, kindsFor, nextHour } from '../rules.ts'
import { addressForm, choicesForm } from './forms.ts'
import { sealAddress, stopTokenOf } from './letters.ts'
import { addAddress, type Choices, changeChoices, findAddress, removeAddress } from './store.ts'

type Draw = (c: Context<Env>, member: Member, mistake: MistakenForm) => Promise<Response>

// A stranger's mailbox is not filled with our questions, whoever asks and however many accounts they have.
const perDay = 24 * 3600
const asksOfMember = { points: 5, seconds: perDay }
const asksOfAddress = { points: 3, seconds: perDay }

const path = '/account/reach'

/** A member's address for mails that say that something waits. */
export function addressRoutes(draw: Draw) {
  const routes = slice()

  routes.post('/', async (c) => {
    const { db, now, config, locale, limits, jobs } = c.var
    const member = requireMember(c)
    await limit(c, 'mail address', { points: 30, seconds: 3600 })
    const form = readForm(addressForm, await readBody(c))
    if (!config.mail) return draw(c, member, mistakenForm({}, { address: 'mail.off' }))
    if (!form.ok) return draw(c, member, form)
    const choices = choicesOf(c, member, form.value)
    if (!choices) return draw(c, member, mistakenForm(form.typed, { kinds: 'mail.mistake.choice' }))
    const { address } = form.value
    const name = nameOf(sealingKey(config), 'mail limit', address.toLowerCase()).toString('base64url')
    await limits.count('mail of member', member.id, asksOfMember)
    await limits.count('mail to address', name, asksOfAddress)

    const added = {
      ...choices,
      memberId: member.id,
      sealed: sealAddress(config, member.id, address),
      stopToken: stopTokenOf(config, { memberId: member.id, addedAt: now }),
      locale,
    }
    await transaction(db, (tx) => addAddress(tx, added, now.add({ hours: confirmHours }), now))
    await jobs.send(askForAddress, { memberId: member.id })
    return c.redirect(`${path}?done=asked#mail`, 303)
  })

  routes.post('/choices', async (c) => {
    const { db } = c.var
    const member = requireMember(c)
    const form = readForm(choicesForm, await readBody(c))
    if (!form.ok) return draw(c, member, form)
    const choices = choicesOf(c, member, form.value)
    if (!choices || !(await findAddress(db, member.id)))
      return draw(c, member, mistakenForm(form.typed, { kinds: 'mail.mistake.choice' }))
    await transaction(db, (tx) => changeChoices(tx, member.id, choices))
    return c.redirect(`${path}?done=saved#mail`, 303)
  })

  routes.post('/remove', async (c) => {
    const member = requireMember(c)
    await removeAddress(c.var.db, member.id)
    return c.redirect(`${path}?done=erased#mail`, 303)
  })

  return routes
}

function choicesOf(
  c: Context<Env>,
  member: Member,
  { pace, hour, kinds }: Pick<Choices, 'pace' | 'hour' | 'kinds'>,
): Choices | undefined {
  if (!kindsFor(member.closed?.role ?? member.role).includes(kinds)) return undefined
  const zone = zoneOf(c)
  return { pace, hour, kinds, zone, nextAt: nextHour(c.var.now, hour, zone) }
}
