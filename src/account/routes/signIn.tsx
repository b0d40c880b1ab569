import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { limit, readBody } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import {
  checkSignIn,
  clearBrowser,
  enter,
  enterNow,
  giveCookies,
  isSharedDevice,
  refuseWhenBusy,
} from '../entering.ts'
import { readSecretForm, recoverForm, signInForm } from '../forms.ts'
import { hashSecret } from '../hashing.ts'
import { findSecretsByHandle, replaceSecrets } from '../members.store.ts'
import { forgetMember } from '../readMember.ts'
import { localPath } from '../session.rules.ts'
import { endAllSessions, endSession } from '../sessions.store.ts'
import { signInPage } from '../signInPage.tsx'
import { isRecoveryCode, newRecoveryCode, recoveryHash } from '../tokens.ts'
import { CodePage } from '../views/CodePage.tsx'
import { RecoverPage, SignOutPage } from '../views/SignInPage.tsx'

export const signIn = slice()

// Many share one network (a clinic, Tor): the limits by handle do the work, these only stop a flood.
const perNetwork = { points: 300, seconds: 600 }

signIn.get('/', (c) => {
  const next = localPath(c.req.query('next'))
  if (c.var.member) return c.redirect(next ?? '/account', 303)
  return signInPage(c, { next })
})

signIn.post('/', async (c) => {
  const body = await readBody(c)
  const next = localPath(body.next)
  const form = readSecretForm(signInForm, body)
  if (!form.ok) return signInPage(c, { form, next }, 422)

  await limit(c, 'sign-in', perNetwork)
  const { handle, passphrase, shared } = form.value
  const answer = await checkSignIn(c, handle, passphrase)
  if (answer === 'wrong') {
    const wrong = mistakenForm(form.typed, { passphrase: 'signin.wrong' })
    return signInPage(c, { form: wrong, next }, 422)
  }
  if ('waitSeconds' in answer) {
    c.header('retry-after', String(answer.waitSeconds))
    return signInPage(c, { form, next, waitSeconds: answer.waitSeconds }, 429)
  }
  await enterNow(c, answer.member, shared)
  return c.redirect(next ?? '/account', 303)
})

signIn.get('/recover', (c) =>
  c.var.page(<RecoverPage form={emptyForm()} next={localPath(c.req.query('next'))} />),
)

signIn.post('/recover', async (c) => {
  const { db } = c.var
  const body = await readBody(c)
  const next = localPath(body.next)
  const form = readSecretForm(recoverForm, body)
  if (!form.ok) return c.var.page(<RecoverPage form={form} next={next} />, 422)

  // No growing delay here: 140 random bits cannot be guessed, and a stranger must not be able to bar this way in.
  await limit(c, 'recover', perNetwork)
  const { handle, code, passphrase, shared } = form.value
  const member = await findSecretsByHandle(db, handle)
  const wrong = mistakenForm(form.typed, { code: 'recover.wrong' })
  if (!isRecoveryCode(code, member?.recoveryHash) || !member)
    return c.var.page(<RecoverPage form={wrong} next={next} />, 422)

  refuseWhenBusy(c)
  const newCode = newRecoveryCode()
  const fresh = { passphraseHash: await hashSecret(passphrase), recoveryHash: recoveryHash(newCode) }
  const entered = await transaction(db, async (tx) => {
    if (!(await replaceSecrets(tx, member.id, member.recoveryHash, fresh))) return undefined
    await endAllSessions(tx, member.id)
    return enter(c, tx, member, shared)
  })
  if (!entered) return c.var.page(<RecoverPage form={wrong} next={next} />, 422)
  forgetMember(member.id)
  giveCookies(c, entered)
  return c.var.page(<CodePage code={newCode} next={next ?? '/account'} />)
})

export const signOut = slice()

signOut.get('/', (c) => (c.var.member ? c.var.page(<SignOutPage />) : c.redirect('/', 303)))

signOut.post('/', async (c) => {
  // A page from an older session: nobody is signed out unasked, the question comes again.
  if (c.var.formIsStale) return c.redirect('/sign-out', 303)
  await leaveThisDevice(c)
  return c.redirect('/', 303)
})

async function leaveThisDevice(c: Context<Env>): Promise<void> {
  const { db, member } = c.var
  if (!member) return
  const shared = await isSharedDevice(c, member)
  await transaction(db, (tx) => endSession(tx, member.id, member.sessionId))
  forgetMember(member.id)
  if (shared) clearBrowser(c, 'cookies', 'storage')
  else clearBrowser(c)
}
