import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { limit, readBody } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import { enter, findSecrets, giveCookies, localPath, signInPage } from '../index.ts'
import { boundTo } from './address.ts'
import { askToShow, readShown } from './ceremony.ts'
import { markUsed } from './store.ts'

/** Signing in with a passkey: no handle is typed, the device knows whose it is. */
export const passkeySignIn = slice()

const perNetwork = { points: 300, seconds: 600 }

passkeySignIn.post('/ask', async (c) => {
  const { db, now } = c.var
  await limit(c, 'passkey ask', perNetwork)
  const bound = boundTo(c)
  c.header('cache-control', 'no-store')
  if (!bound) return c.json({ mistake: 'cannot' }, 422)
  return c.json(await askToShow({ db, bound, now }, 'enter', null))
})

passkeySignIn.post('/', async (c) => {
  const { db, now } = c.var
  await limit(c, 'passkey sign-in', perNetwork)
  const body = await readBody(c)
  const next = localPath(body.next)
  const bound = boundTo(c)
  const shown = bound && (await readShown({ db, bound, now }, 'enter', null, body.answer))
  if (!shown) return wrong(c, next)
  const entered = await transaction(db, async (tx) => {
    const { id, memberId } = shown.passkey
    const member = await findSecrets(tx, memberId)
    if (!member || !(await markUsed(tx, id, shown.counter, today(now)))) return undefined
    return enter(c, tx, member, body.shared !== undefined && body.shared !== '', true)
  })
  if (!entered) return wrong(c, next)
  giveCookies(c, entered)
  return c.redirect(next ?? '/account', 303)
})

/** The day in UTC: it tells when a key was used last, not what somebody's evening was like. */
export function today(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('UTC').toPlainDate()
}

function wrong(c: Context<Env>, next: string | undefined): Response {
  return signInPage(c, { next, passkeyFailed: true }, 422)
}
