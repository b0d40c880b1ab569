import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { emptyForm, type Form, type MistakenForm, mistakenForm } from '../../platform/forms.ts'
import { limit, readBody } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import { enter, giveCookies, refuseWhenBusy } from '../entering.ts'
import { joinForm, readSecretForm } from '../forms.ts'
import { tidyHandle } from '../handle.rules.ts'
import { hashSecret } from '../hashing.ts'
import { findInvite, needsInvite, useInvite } from '../invites/invites.store.ts'
import { addMember, isHandleTaken } from '../members.store.ts'
import { newChallenge, readProof, useProof } from '../proof/proof.ts'
import { localPath } from '../session.rules.ts'
import { newRecoveryCode, recoveryHash } from '../tokens.ts'
import { CodePage } from '../views/CodePage.tsx'
import { JoinPage } from '../views/JoinPage.tsx'
import { makePassphrase } from '../words.ts'

export const join = slice()

// Many share one network (a clinic, Tor): whoever brings proof of work is let through a flood.
const plainLimit = { points: 60, seconds: 3600 }
const provedLimit = { points: 1200, seconds: 3600 }
const checkLimit = { points: 600, seconds: 600 }

/** The sum for the check at sign-up. */
join.get('/check', async (c) => {
  await limit(c, 'join check', checkLimit)
  c.header('cache-control', 'no-store')
  return c.json(await newChallenge(c.var.db, c.var.now))
})

join.get('/', async (c) => {
  const next = localPath(c.req.query('next'))
  if (c.var.member) return c.redirect(next ?? '/account', 303)
  return joinPage(c, emptyForm(), { next, invite: c.req.query('invite') })
})

join.post('/', async (c) => {
  const { db, now } = c.var
  const body = await readBody(c)
  const way = {
    next: localPath(body.next),
    invite: typeof body.invite === 'string' ? body.invite : undefined,
  }
  const form = readSecretForm(joinForm, body)
  if (body.make === 'words') return joinPage(c, emptyForm(form.typed), { ...way, made: makePassphrase() })
  if (!form.ok) return joinPage(c, form, way, 422)

  const proof = await readProof(db, body.proof, now)
  await limit(c, proof ? 'join proved' : 'join', proof ? provedLimit : plainLimit)
  if (!(await mayJoin(c, way.invite))) return joinPage(c, form, way, 403)
  const { handle, passphrase, shared } = form.value
  const taken = mistakenForm(form.typed, { handle: 'mistake.handle.taken' })
  if (await isHandleTaken(db, handle)) return joinPage(c, taken, way, 422)

  refuseWhenBusy(c)
  const passphraseHash = await hashSecret(passphrase)
  const code = newRecoveryCode()
  const entered = await transaction(db, async (tx) => {
    const invite = way.invite === undefined ? undefined : await useInvite(tx, way.invite, now)
    // The last use of an invite, by two at once: one of them is told.
    if (!invite && (await needsInvite(tx))) return 'uninvited'
    const id = await addMember(
      tx,
      {
        handle,
        passphraseHash,
        recoveryHash: recoveryHash(code),
        provedWork: proof !== undefined && (await useProof(tx, proof)),
        vouchedAt: invite?.vouches ? now : null,
      },
      now,
    )
    // Somebody took the handle in this moment: the invite and the work go back to whoever brought them.
    if (!id) throw new Taken()
    return enter(c, tx, { id, handle: tidyHandle(handle), role: 'member', zone: null }, shared)
  }).catch((error: unknown) => {
    if (error instanceof Taken) return 'taken' as const
    throw error
  })
  if (entered === 'uninvited') return joinPage(c, form, way, 403)
  if (entered === 'taken') return joinPage(c, taken, way, 422)
  giveCookies(c, entered)
  // No redirect here: the code must not be kept anywhere, not even until the next request.
  const { handle: welcome } = entered.member
  return c.var.page(<CodePage code={code} next={way.next ?? '/account'} welcome={welcome} />, 201)
})

/** Undoes the transaction. */
class Taken extends Error {}

interface Way {
  next: string | undefined
  /** The word of an invite's link. */
  invite: string | undefined
  made?: string
}

async function joinPage(
  c: Context<Env>,
  form: MistakenForm | Form<unknown>,
  { invite, ...way }: Way,
  status: 200 | 403 | 422 = 200,
): Promise<Response> {
  const allowed = await mayJoin(c, invite)
  const standing = allowed ? 'open' : invite === undefined ? 'closed' : 'stale'
  return c.var.page(<JoinPage form={form} invite={invite} standing={standing} {...way} />, status)
}

async function mayJoin(c: Context<Env>, invite: string | undefined): Promise<boolean> {
  const { db, now } = c.var
  if (!(await needsInvite(db))) return true
  return invite !== undefined && (await findInvite(db, invite, now)) !== undefined
}
