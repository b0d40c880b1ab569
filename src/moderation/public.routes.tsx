import type { Context } from 'hono'
import { transaction } from '../platform/database/index.ts'
import { emptyForm, type MistakenForm, mistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import type { Env } from '../platform/web.ts'
import { getId, slice, zoneOf } from '../platform/web.ts'
import { addDuty, listDuties, removeDuty } from './duties.store.ts'
import { dutyForm } from './forms.ts'
import { requireKeeper } from './keeper.ts'
import { listLog } from './log/index.ts'
import { LogPage } from './views/log.tsx'
import { RotaPage } from './views/rota.tsx'

/** What everybody may see of those who keep the place safe: when they are there, and what they decided. */
export const inPublic = slice()

const linesOnPage = 100

inPublic.get('/log', async (c) => {
  c.var.cache.guestPage(['moderation log'])
  const asked = c.req.query('before')
  const before = asked && /^[1-9]\d{0,17}$/.test(asked) ? asked : undefined
  const entries = await listLog(c.var.db, before, linesOnPage + 1)
  return c.var.page(
    <LogPage entries={entries.slice(0, linesOnPage)} hasOlder={entries.length > linesOnPage} />,
  )
})

inPublic.get('/rota', (c) => rotaPage(c, emptyForm()))

inPublic.post('/rota', async (c) => {
  const keeper = requireKeeper(c)
  const form = readForm(dutyForm, await readBody(c))
  if (!form.ok) return rotaPage(c, form, 422)
  const { date, time, hours } = form.value
  const startsAt = Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zoneOf(c), plainTime: time })
    .toInstant()
  const endsAt = startsAt.add({ hours })
  if (Temporal.Instant.compare(endsAt, c.var.now) <= 0)
    return rotaPage(c, mistakenForm(form.typed, { date: 'mistake.dutyPast' }), 422)
  await transaction(c.var.db, (tx) => addDuty(tx, keeper.id, { startsAt, endsAt }))
  return c.redirect('/moderation/rota', 303)
})

inPublic.post('/rota/:dutyId/remove', async (c) => {
  const keeper = requireKeeper(c)
  await transaction(c.var.db, (tx) => removeDuty(tx, keeper.id, getId(c, 'dutyId')))
  return c.redirect('/moderation/rota', 303)
})

async function rotaPage(c: Context<Env>, form: MistakenForm, status: 200 | 422 = 200): Promise<Response> {
  const { db, now, member } = c.var
  const isKeeper = member !== undefined && member.role !== 'member'
  return c.var.page(
    <RotaPage
      duties={await listDuties(db, now)}
      keeperId={isKeeper ? member.id : undefined}
      form={form}
      now={now}
      zone={zoneOf(c)}
    />,
    status,
  )
}
