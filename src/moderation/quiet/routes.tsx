import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { emptyForm, type MistakenForm, mistakenForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, type Member, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { readMinute, writeMinute } from './rules.ts'
import {
  changeQuietHours,
  findMemberNamed,
  findQuietHours,
  foldMember,
  type How,
  listFolded,
} from './store.ts'
import { QuietPage } from './views.tsx'

/** Whose words a member finds folded, and when they are left alone. */
export const quiet = slice()

quiet.get('/', async (c) => quietPage(c, requireMember(c)))

quiet.post('/people', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const { handle, how, back } = await readBody(c)
  const otherId = typeof handle === 'string' ? await findMemberNamed(db, handle) : undefined
  if (!otherId || otherId === member.id) throw notFound()
  const wanted: How | null = how === 'muted' || how === 'blocked' ? how : null
  await transaction(db, (tx) => foldMember(tx, member.id, otherId, wanted, now))
  const isPost = typeof back === 'string' && /^\/forum\/\d{1,18}(\/replies\/\d{1,18}|\/first)?$/.test(back)
  return c.redirect(isPost ? back : '/account/quiet', 303)
})

quiet.post('/hours', async (c) => {
  const member = requireMember(c)
  const { from, to, none } = await readBody(c)
  const fromMinute = readMinute(from)
  const toMinute = readMinute(to)
  const isNone = none !== undefined
  if (!isNone && (fromMinute === undefined || toMinute === undefined || fromMinute === toMinute)) {
    const typed = { from: String(from ?? ''), to: String(to ?? '') }
    return quietPage(c, member, mistakenForm(typed, { from: 'hours.mistake' }), 422)
  }
  const hours = isNone ? null : { fromMinute: fromMinute ?? 0, toMinute: toMinute ?? 0, zone: zoneOf(c) }
  await transaction(c.var.db, (tx) => changeQuietHours(tx, member.id, hours))
  return c.redirect('/account/quiet?done=saved', 303)
})

async function quietPage(
  c: Context<Env>,
  member: Member,
  typed?: MistakenForm,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { db } = c.var
  const [people, hours] = await Promise.all([listFolded(db, member.id), findQuietHours(db, member.id)])
  const form =
    typed ??
    emptyForm({
      from: hours ? writeMinute(hours.fromMinute) : '22:00',
      to: hours ? writeMinute(hours.toMinute) : '07:00',
    })
  return c.var.page(
    <QuietPage
      people={people}
      form={form}
      hasHours={hours !== undefined}
      zone={hours?.zone ?? zoneOf(c)}
      saved={c.req.query('done') === 'saved'}
    />,
    status,
  )
}
