import type { Context } from 'hono'
import { Refusal } from '../../../platform/errors.ts'
import { limit } from '../../../platform/guards.ts'
import { type Env, slice } from '../../../platform/web.ts'
import { t } from '../messages.ts'
import { ConfirmedPage, ConfirmPage, StopPage, StoppedPage } from './linkPages.tsx'
import { confirm, isConfirmable, stop } from './store.ts'

const perNetwork = { points: 120, seconds: 600 }

/**
 * Where the links of mails lead. They work in whatever browser opens them, signed in or not; looking alone does nothing,
 * since mail servers look at links before people do.
 */
export const confirmLinks = slice()

confirmLinks.get('/:token', async (c) => {
  await limit(c, 'mail link', perNetwork)
  const token = c.req.param('token')
  if (!(await isConfirmable(c.var.db, token, c.var.now))) throw tooLate(c)
  return c.var.page(<ConfirmPage token={token} />)
})

confirmLinks.post('/:token', async (c) => {
  await limit(c, 'mail link', perNetwork)
  if (!(await confirm(c.var.db, c.req.param('token'), c.var.now))) throw tooLate(c)
  return c.var.page(<ConfirmedPage />)
})

/** Mounted before forms are asked where they come from: a mail program's own button comes from nowhere (RFC 8058). */
export const stopLinks = slice()

stopLinks.get('/:token', (c) => c.var.page(<StopPage token={c.req.param('token')} />))

stopLinks.post('/:token', async (c) => {
  await limit(c, 'mail link', perNetwork)
  await stop(c.var.db, c.req.param('token'))
  return c.var.page(<StoppedPage />)
})

function tooLate(c: Context<Env>): Refusal {
  return new Refusal(410, t(c.var.locale)('mail.link.old'))
}
