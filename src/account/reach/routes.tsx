import type { Context } from 'hono'
import { type Env, type Member, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { type DeviceMistake, deviceRoutes } from './push/device.routes.ts'
import { pushKey } from './push/message.ts'
import { listDevices } from './push/store.ts'
import { kindsFor } from './rules.ts'
import { doneWords, ReachPage } from './views.tsx'

/** How a member is told that something waits, beyond the mark in the head of the site. */
export const reach = slice()

reach.get('/', (c) => reachPage(c, requireMember(c)))
reach.route(
  '/push',
  deviceRoutes((c, member, mistake) => reachPage(c, member, { push: mistake })),
)

interface Mistakes {
  push?: DeviceMistake
}

async function reachPage(c: Context<Env>, member: Member, mistakes: Mistakes = {}): Promise<Response> {
  const { db, config } = c.var
  const key = config.webPush ? (await pushKey(db)).publicKey : undefined
  return c.var.page(
    <ReachPage
      devices={await listDevices(db, member.id)}
      pushKey={key}
      pushMistake={mistakes.push}
      kinds={kindsFor(member.closed?.role ?? member.role)}
      sessionId={member.sessionId}
      zone={zoneOf(c)}
      done={doneWords.find((word) => word === c.req.query('done'))}
    />,
    mistakes.push ? 422 : 200,
  )
}
