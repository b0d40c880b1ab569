import { transaction } from '../../platform/database/index.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { limit, readBody } from '../../platform/guards.ts'
import { slice } from '../../platform/web.ts'
import { enter, giveCookies, refuseWhenBusy } from '../entering.ts'
import { joinForm, readSecretForm } from '../forms.ts'
import { tidyHandle } from '../handle.rules.ts'
import { hashSecret } from '../hashing.ts'
import { addMember, isHandleTaken } from '../members.store.ts'
import { localPath } from '../session.rules.ts'
import { newRecoveryCode, recoveryHash } from '../tokens.ts'
import { CodePage } from '../views/CodePage.tsx'
import { JoinPage } from '../views/JoinPage.tsx'
import { makePassphrase } from '../words.ts'

export const join = slice()

join.get('/', (c) => {
  const next = localPath(c.req.query('next'))
  if (c.var.member) return c.redirect(next ?? '/account', 303)
  return c.var.page(<JoinPage form={emptyForm()} next={next} />)
})

join.post('/', async (c) => {
  const { db, now } = c.var
  const body = await readBody(c)
  const next = localPath(body.next)
  const form = readSecretForm(joinForm, body)
  if (body.make === 'words')
    return c.var.page(<JoinPage form={emptyForm(form.typed)} next={next} made={makePassphrase()} />)
  if (!form.ok) return c.var.page(<JoinPage form={form} next={next} />, 422)

  await limit(c, 'join', { points: 60, seconds: 3600 })
  const { handle, passphrase, shared } = form.value
  const taken = mistakenForm(form.typed, { handle: 'mistake.handle.taken' })
  if (await isHandleTaken(db, handle)) return c.var.page(<JoinPage form={taken} next={next} />, 422)

  refuseWhenBusy(c)
  const passphraseHash = await hashSecret(passphrase)
  const code = newRecoveryCode()
  const entered = await transaction(db, async (tx) => {
    const id = await addMember(tx, { handle, passphraseHash, recoveryHash: recoveryHash(code) }, now)
    return id && (await enter(c, tx, { id, handle: tidyHandle(handle), role: 'member', zone: null }, shared))
  })
  if (!entered) return c.var.page(<JoinPage form={taken} next={next} />, 422)
  giveCookies(c, entered)
  // No redirect here: the code must not be kept anywhere, not even until the next request.
  return c.var.page(<CodePage code={code} next={next ?? '/account'} welcome={entered.member.handle} />, 201)
})
