import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { limit, readBody } from '../../platform/guards.ts'
import { permissionsPolicy } from '../../platform/securityHeaders.ts'
import {
  type Env,
  getId,
  type Member,
  passkeyFirst,
  requireMember,
  slice,
  zoneOf,
} from '../../platform/web.ts'
import {
  accountWords,
  checkAgain,
  confirmForm,
  forgetMember,
  localPath,
  markConfirmed,
  readSecretForm,
} from '../index.ts'
import { addNotices } from '../notices/index.ts'
import { boundTo } from './address.ts'
import { askToAdd, askToShow, readNewPasskey, readShown } from './ceremony.ts'
import { addForm, mostPasskeys } from './forms.ts'
import { t } from './messages.ts'
import { today } from './signIn.routes.tsx'
import { addPasskey, listPasskeys, markUsed, removePasskey } from './store.ts'
import { ConfirmPage, doneWords, PasskeysPage, RemovePage } from './views.tsx'

/** A member's passkeys, and showing one again before the pages of an office. */
export const passkeys = slice()

const perNetwork = { points: 100, seconds: 600 }
const path = '/account/passkeys'

passkeys.get('/', (c) => passkeysPage(c, requireMember(c)))

passkeys.post('/ask', async (c) => {
  const { db, now, config, locale } = c.var
  const member = requireMember(c)
  needConfirmed(member)
  const bound = boundTo(c)
  c.header('cache-control', 'no-store')
  const say = t(locale)
  if (!bound) return c.json({ mistake: say('cannot') }, 422)
  if ((await listPasskeys(db, member.id)).length >= mostPasskeys)
    return c.json({ mistake: say('add.full', { count: mostPasskeys }) }, 422)
  const form = readSecretForm(confirmForm, await readBody(c))
  const refusal = form.ok ? await checkAgain(c, member.id, form.value.passphrase) : undefined
  const mistake = refusal?.mistake ?? form.mistakes.passphrase
  if (mistake) return c.json({ mistake: accountWords(locale).any(mistake) }, refusal?.status ?? 422)
  return c.json(await askToAdd({ db, bound, now }, member, config.siteName))
})

passkeys.post('/', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  needConfirmed(member)
  await limit(c, 'passkey add', perNetwork)
  const bound = boundTo(c)
  const body = await readBody(c)
  const form = readSecretForm(addForm, body)
  const passkey =
    bound && form.ok ? await readNewPasskey({ db, bound, now }, member.id, form.value.answer) : undefined
  const name = form.ok ? form.value.name : ''
  const added =
    passkey !== undefined &&
    (await transaction(db, async (tx) => {
      if (!(await addPasskey(tx, { ...passkey, name }, now))) return false
      // Whoever has just made a key on this device has shown it, too.
      await markConfirmed(tx, member.id, member.sessionId, now)
      await addNotices(tx, [member.id], { kind: 'passkey-added', link: path }, now)
      return true
    }))
  if (!added) return passkeysPage(c, member, { name }, 422)
  forgetMember(member.id)
  return c.redirect(`${path}?done=added`, 303)
})

passkeys.get('/confirm', (c) => {
  const member = requireMember(c)
  const next = localPath(c.req.query('next'))
  if (!member.closed) return c.redirect(next ?? '/account', 303)
  if (member.closed.until === 'added') return c.redirect(path, 303)
  return confirmPage(c, next)
})

passkeys.post('/confirm/ask', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const bound = boundTo(c)
  c.header('cache-control', 'no-store')
  if (!bound) return c.json({ mistake: t(c.var.locale)('cannot') }, 422)
  return c.json(await askToShow({ db, bound, now }, 'confirm', member.id))
})

passkeys.post('/confirm', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  await limit(c, 'passkey confirm', perNetwork)
  const body = await readBody(c)
  const next = localPath(body.next)
  const bound = boundTo(c)
  const shown = bound && (await readShown({ db, bound, now }, 'confirm', member.id, body.answer))
  const confirmed =
    shown !== undefined &&
    (await transaction(db, async (tx) => {
      if (!(await markUsed(tx, shown.passkey.id, shown.counter, today(now)))) return false
      await markConfirmed(tx, member.id, member.sessionId, now)
      return true
    }))
  if (!confirmed) return confirmPage(c, next, 422)
  forgetMember(member.id)
  return c.redirect(next ?? '/account', 303)
})

passkeys.get('/:passkeyId/remove', async (c) => {
  const passkey = await getPasskey(c, requireMember(c))
  return c.var.page(<RemovePage passkey={passkey} form={emptyForm()} />)
})

passkeys.post('/:passkeyId/remove', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  needConfirmed(member)
  const passkey = await getPasskey(c, member)
  const form = readSecretForm(confirmForm, await readBody(c))
  if (!form.ok) return c.var.page(<RemovePage passkey={passkey} form={form} />, 422)
  const refusal = await checkAgain(c, member.id, form.value.passphrase)
  if (refusal) {
    const wrong = mistakenForm(form.typed, { passphrase: refusal.mistake })
    return c.var.page(<RemovePage passkey={passkey} form={wrong} />, refusal.status)
  }
  await transaction(db, async (tx) => {
    if ((await removePasskey(tx, member.id, passkey.id)) === undefined) throw notFound()
    await addNotices(tx, [member.id], { kind: 'passkey-removed', link: path }, now)
  })
  forgetMember(member.id)
  return c.redirect(`${path}?done=removed`, 303)
})

/** With the passphrase alone nobody puts a key of their own in the place of one that they cannot show. */
function needConfirmed(member: Member): void {
  if (member.closed?.until === 'confirmed') throw passkeyFirst()
}

async function getPasskey(c: Context<Env>, member: Member) {
  const id = getId(c, 'passkeyId')
  const found = (await listPasskeys(c.var.db, member.id)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

async function passkeysPage(
  c: Context<Env>,
  member: Member,
  refused?: { name: string },
  status: 200 | 422 = 200,
): Promise<Response> {
  allowPasskeys(c)
  return c.var.page(
    <PasskeysPage
      passkeys={await listPasskeys(c.var.db, member.id)}
      isPossible={boundTo(c) !== undefined}
      refused={refused}
      done={doneWords.find((word) => word === c.req.query('done'))}
      zone={zoneOf(c)}
    />,
    status,
  )
}

function confirmPage(c: Context<Env>, next: string | undefined, status: 200 | 422 = 200): Response {
  allowPasskeys(c)
  return c.var.page(<ConfirmPage next={next} isWrong={status !== 200} />, status)
}

function allowPasskeys(c: Context<Env>): void {
  c.header(
    'permissions-policy',
    permissionsPolicy(['publickey-credentials-create', 'publickey-credentials-get']),
  )
}
