import type { Hono } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { emptyForm, mistakenForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import type { PersonalData } from '../../platform/personalData.ts'
import { type Env, requireMember, slice } from '../../platform/web.ts'
import { checkAgain, clearBrowser } from '../entering.ts'
import { deleteForm, readSecretForm } from '../forms.ts'
import { findProfile, removeMember } from '../members.store.ts'
import { forgetMember } from '../readMember.ts'
import { endAllSessions, listSessions } from '../sessions.store.ts'
import { DeletedPage, DeletePage } from '../views/SecretsPages.tsx'

/** Everything the site holds about a member: to take along, and to erase. */
export function myData(slices: readonly PersonalData[]): Hono<Env> {
  const mine = slice()

  mine.get('/export', async (c) => {
    const { db, now } = c.var
    const member = requireMember(c)
    const own: Record<string, unknown> = {
      exportedAt: now,
      account: { ...(await findProfile(db, member.id)), sessions: await listSessions(db, member.id) },
    }
    for (const { slice, exportOf } of slices) own[slice] = await exportOf(db, member.id)
    c.header('content-disposition', 'attachment; filename="newleaf-my-data.json"')
    c.header('cache-control', 'no-store')
    c.header('content-type', 'application/json; charset=utf-8')
    return c.body(`${JSON.stringify(own, null, 2)}\n`)
  })

  mine.get('/delete', (c) => {
    requireMember(c)
    return c.var.page(<DeletePage form={emptyForm()} />)
  })

  mine.post('/delete', async (c) => {
    const { db, now } = c.var
    const member = requireMember(c)
    const form = readSecretForm(deleteForm, await readBody(c))
    if (!form.ok) return c.var.page(<DeletePage form={form} />, 422)
    const refusal = await checkAgain(c, member.id, form.value.passphrase)
    if (refusal)
      return c.var.page(
        <DeletePage form={mistakenForm(form.typed, { passphrase: refusal.mistake })} />,
        refusal.status,
      )

    const { words } = form.value
    await transaction(db, async (tx) => {
      for (const { erase } of slices) await erase(tx, member.id, { words, now })
      await endAllSessions(tx, member.id)
      await removeMember(tx, member.id)
    })
    forgetMember(member.id)
    clearBrowser(c, 'cookies')
    return c.redirect(words === 'remove' ? '/account/deleted?words' : '/account/deleted', 303)
  })

  mine.get('/deleted', (c) => c.var.page(<DeletedPage wordsGo={c.req.query('words') !== undefined} />))

  return mine
}
