import { transaction } from '../../platform/database/index.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { requireMember, slice } from '../../platform/web.ts'
import { checkAgain, refuseWhenBusy } from '../entering.ts'
import { confirmForm, passphraseForm, readSecretForm } from '../forms.ts'
import { hashSecret } from '../hashing.ts'
import { changePassphrase, changeRecoveryHash } from '../members.store.ts'
import { forgetMember } from '../readMember.ts'
import { endOtherSessions } from '../sessions.store.ts'
import { newRecoveryCode, recoveryHash } from '../tokens.ts'
import { CodePage } from '../views/CodePage.tsx'
import { NewCodePage, PassphrasePage } from '../views/SecretsPages.tsx'

export const secrets = slice()

secrets.get('/passphrase', (c) => {
  requireMember(c)
  return c.var.page(<PassphrasePage form={emptyForm()} />)
})

secrets.post('/passphrase', async (c) => {
  const member = requireMember(c)
  const form = readSecretForm(passphraseForm(member.handle), await readBody(c))
  if (!form.ok) return c.var.page(<PassphrasePage form={form} />, 422)
  const refusal = await checkAgain(c, member.id, form.value.current)
  if (refusal)
    return c.var.page(
      <PassphrasePage form={mistakenForm(form.typed, { current: refusal.mistake })} />,
      refusal.status,
    )

  refuseWhenBusy(c)
  const passphraseHash = await hashSecret(form.value.passphrase)
  await transaction(c.var.db, async (tx) => {
    await changePassphrase(tx, member.id, passphraseHash)
    await endOtherSessions(tx, member.id, member.sessionId)
  })
  forgetMember(member.id)
  return c.redirect('/account?done=changed', 303)
})

secrets.get('/recovery-code', (c) => {
  requireMember(c)
  return c.var.page(<NewCodePage form={emptyForm()} />)
})

secrets.post('/recovery-code', async (c) => {
  const member = requireMember(c)
  const form = readSecretForm(confirmForm, await readBody(c))
  if (!form.ok) return c.var.page(<NewCodePage form={form} />, 422)
  const refusal = await checkAgain(c, member.id, form.value.passphrase)
  if (refusal)
    return c.var.page(
      <NewCodePage form={mistakenForm(form.typed, { passphrase: refusal.mistake })} />,
      refusal.status,
    )

  const code = newRecoveryCode()
  await transaction(c.var.db, (tx) => changeRecoveryHash(tx, member.id, recoveryHash(code)))
  return c.var.page(<CodePage code={code} next="/account" />)
})
