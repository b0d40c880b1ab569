import type { Context } from 'hono'
import { transaction } from '../../../platform/database/index.ts'
import { notFound } from '../../../platform/errors.ts'
import { readForm } from '../../../platform/forms.ts'
import { limit, readBody } from '../../../platform/guards.ts'
import { nameOf, sealingKey } from '../../../platform/sealing.ts'
import { type Env, getId, type Member, requireMember, slice } from '../../../platform/web.ts'
import { deviceLabel } from '../../index.ts'
import { kindsFor, mostDevices } from '../rules.ts'
import { choiceForm, deviceForm } from './forms.ts'
import { sealSubscription } from './message.ts'
import { addDevice, changeDevice, listDevices, removeDevice } from './store.ts'

/** Why a device was not added or changed: a sentence of the catalogue. */
export type DeviceMistake = 'push.mistake' | 'push.full' | 'push.off' | 'push.choice'

const officeOf = (member: Member) => member.closed?.role ?? member.role

/** The devices of a member that are told of news. */
export function deviceRoutes(
  draw: (c: Context<Env>, member: Member, mistake: DeviceMistake) => Promise<Response>,
) {
  const routes = slice()

  routes.post('/', async (c) => {
    const { db, now, config, locale } = c.var
    const member = requireMember(c)
    await limit(c, 'push device', { points: 60, seconds: 3600 })
    if (!config.webPush) return draw(c, member, 'push.off')
    const form = readForm(deviceForm, await readBody(c))
    if (!form.ok || !kindsFor(officeOf(member)).includes(form.value.kinds))
      return draw(c, member, 'push.mistake')
    if ((await listDevices(db, member.id)).length >= mostDevices) return draw(c, member, 'push.full')
    const { endpoint, p256dh, auth, wording, kinds } = form.value
    const device = {
      memberId: member.id,
      sessionId: member.sessionId,
      name: nameOf(sealingKey(config), 'push device', endpoint),
      sealed: sealSubscription(config, member.id, { endpoint, p256dh, auth }),
      label: deviceLabel(c.req.header('user-agent')),
      wording,
      kinds,
      locale,
    }
    await transaction(db, (tx) => addDevice(tx, device, now))
    return c.redirect('/account/reach?done=added#push', 303)
  })

  routes.post('/:deviceId', async (c) => {
    const member = requireMember(c)
    const id = getId(c, 'deviceId')
    if (!(await listDevices(c.var.db, member.id)).some((device) => device.id === id)) throw notFound()
    const form = readForm(choiceForm, await readBody(c))
    if (!form.ok || !kindsFor(officeOf(member)).includes(form.value.kinds))
      return draw(c, member, 'push.choice')
    await changeDevice(c.var.db, member.id, id, form.value)
    return c.redirect('/account/reach?done=saved#push', 303)
  })

  routes.post('/:deviceId/remove', async (c) => {
    const member = requireMember(c)
    const id = getId(c, 'deviceId')
    if (!(await transaction(c.var.db, (tx) => removeDevice(tx, member.id, id)))) throw notFound()
    return c.redirect('/account/reach?done=removed#push', 303)
  })

  return routes
}
