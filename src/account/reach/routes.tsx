import type { Context } from 'hono'
import { emptyForm, type MistakenForm } from '../../platform/forms.ts'
import { type Env, type Member, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { addressRoutes } from './mail/address.routes.ts'
import { unsealAddress } from './mail/letters.ts'
import { findAddress, type MailAddress } from './mail/store.ts'
import { type DeviceMistake, deviceRoutes } from './push/device.routes.ts'
import { pushKey } from './push/message.ts'
import { listDevices } from './push/store.ts'
import { kindsFor, masked } from './rules.ts'
import { doneWords, ReachPage } from './views.tsx'

/** How a member is told that something waits, beyond the mark in the head of the site. */
export const reach = slice()

reach.get('/', (c) => reachPage(c, requireMember(c)))
reach.route(
  '/push',
  deviceRoutes((c, member, push) => reachPage(c, member, { push })),
)
reach.route(
  '/mail',
  addressRoutes((c, member, mail) => reachPage(c, member, { mail })),
)

interface Mistakes {
  push?: DeviceMistake
  mail?: MistakenForm
}

async function reachPage(c: Context<Env>, member: Member, mistakes: Mistakes = {}): Promise<Response> {
  const { db, config } = c.var
  const zone = zoneOf(c)
  const kinds = kindsFor(member.closed?.role ?? member.role)
  const row = await findAddress(db, member.id)
  const address = row && unsealAddress(config, member.id, row.sealed)
  return c.var.page(
    <ReachPage
      push={{
        devices: await listDevices(db, member.id),
        pushKey: config.webPush ? (await pushKey(db)).publicKey : undefined,
        pushMistake: mistakes.push,
        kinds,
        sessionId: member.sessionId,
        zone,
      }}
      mail={{
        hasMail: config.mail !== undefined,
        address: row && { masked: masked(address ?? ''), isConfirmed: row.confirmedAt !== null },
        form: mistakes.mail ?? emptyForm(row && typedOf(row)),
        kinds,
        zone: row?.zone ?? zone,
      }}
      done={doneWords.find((word) => word === c.req.query('done'))}
    />,
    mistakes.push || mistakes.mail ? 422 : 200,
  )
}

function typedOf({ pace, hour, kinds }: MailAddress): Record<string, string> {
  return { pace, hour: String(hour), kinds }
}
