import type { Context } from 'hono'
import { transaction } from '../../../platform/database/index.ts'
import { notFound } from '../../../platform/errors.ts'
import { limit, readBody } from '../../../platform/guards.ts'
import { type Env, requireMember, slice } from '../../../platform/web.ts'
import { answerWith } from '../answer/answer.ts'
import { siteOf } from '../site.ts'
import { endAddress, findAddress, findOwner, makeAddress } from './address.store.ts'
import { planCalendar } from './calendar.ts'
import { AddressPage, NewAddressPage } from './views.tsx'

/** The page of a member's own calendar. */
export const ownCalendar = slice()

const page = '/meetings/mine/calendar'

ownCalendar.get(page, async (c) => {
  const member = requireMember(c)
  return c.var.page(<AddressPage address={await findAddress(c.var.db, member.id)} />)
})

ownCalendar.post(page, async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const { plain } = await readBody(c)
  const token = await transaction(db, (tx) => makeAddress(tx, member.id, plain === 'yes', now))
  // Shown in this answer and never again: after a redirect it would stand in an address.
  const address = `${siteOf(c.var.config).origin}/feeds/mine/${token}.ics`
  return c.var.page(<NewAddressPage {...{ address }} plain={plain === 'yes'} />, 201)
})

ownCalendar.post(`${page}/end`, async (c) => {
  const member = requireMember(c)
  await endAddress(c.var.db, member.id)
  return c.redirect(page, 303)
})

/** The calendar itself: whoever knows the address may read it, and nobody guesses it. */
export async function answerOwnCalendar(c: Context<Env>): Promise<Response> {
  const { db, now, config } = c.var
  await limit(c, 'own-calendar', { points: 300, seconds: 60 })
  const token = /^([\w-]{43})\.ics$/.exec(c.req.param('file') ?? '')?.[1]
  const owner = token ? await findOwner(db, token) : undefined
  if (!owner) throw notFound()
  c.header('x-robots-tag', 'noindex')
  return answerWith(c, {
    key: '',
    tags: [],
    type: 'text/calendar; charset=utf-8',
    maxAgeSeconds: 300,
    secret: true,
    make: () => planCalendar(db, owner, siteOf(config), now),
  })
}
