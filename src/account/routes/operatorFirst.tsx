import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound, refused } from '../../platform/errors.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { limit, readBody } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import { enter, giveCookies, refuseWhenBusy } from '../entering.ts'
import { joinForm, readSecretForm } from '../forms.ts'
import { tidyHandle } from '../handle.rules.ts'
import { hashSecret } from '../hashing.ts'
import { addMember, isHandleTaken } from '../members.store.ts'
import { t } from '../messages.ts'
import { inviteState, spendInvite } from '../operator.store.ts'
import { newRecoveryCode, recoveryHash } from '../tokens.ts'
import { CodePage } from '../views/CodePage.tsx'
import { OperatorPage } from '../views/JoinPage.tsx'
import { makePassphrase } from '../words.ts'

export const operatorFirst = slice()

operatorFirst.get('/', async (c) => {
  const token = c.req.query('token') ?? ''
  await needOpenInvite(c, token)
  return c.var.page(<OperatorPage form={emptyForm()} token={token} />)
})

operatorFirst.post('/', async (c) => {
  const { db, now } = c.var
  const body = await readBody(c)
  const form = readSecretForm(joinForm, body)
  const token = typeof body.token === 'string' ? body.token : ''
  await limit(c, 'operator-first', { points: 60, seconds: 3600 })
  await needOpenInvite(c, token)
  if (body.make === 'words')
    return c.var.page(<OperatorPage form={emptyForm(form.typed)} token={token} made={makePassphrase()} />)
  if (!form.ok) return c.var.page(<OperatorPage form={form} token={token} />, 422)

  refuseWhenBusy(c)
  const { handle, passphrase, shared } = form.value
  const passphraseHash = await hashSecret(passphrase)
  const code = newRecoveryCode()
  const entered = await transaction(db, async (tx) => {
    if (await isHandleTaken(tx, handle)) return 'taken'
    if (!(await spendInvite(tx, token, now))) throw refused(t(c.var.locale)('operator.used'), 410)
    const member = { handle, passphraseHash, recoveryHash: recoveryHash(code), role: 'operator' as const }
    const id = await addMember(tx, member, now)
    // Somebody took the handle in this very moment; throwing gives the link back.
    if (!id) throw refused(t(c.var.locale)('mistake.handle.taken'), 409)
    return enter(c, tx, { id, handle: tidyHandle(handle), role: 'operator', zone: null }, shared)
  })
  if (entered === 'taken') {
    const taken = mistakenForm(form.typed, { handle: 'mistake.handle.taken' })
    return c.var.page(<OperatorPage form={taken} token={token} />, 422)
  }
  giveCookies(c, entered)
  return c.var.page(<CodePage code={code} next="/account" welcome={entered.member.handle} />, 201)
})

async function needOpenInvite(c: Context<Env>, token: string): Promise<void> {
  const state = await inviteState(c.var.db, token, c.var.now)
  if (state === 'unknown') throw notFound()
  if (state !== 'open') throw refused(t(c.var.locale)(`operator.${state}`), 410)
}
