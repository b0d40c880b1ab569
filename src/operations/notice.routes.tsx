import type { Context } from 'hono'
import * as v from 'valibot'
import { transaction } from '../platform/database/index.ts'
import { emptyForm, type MistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { endSiteNotice, listSiteNotices, setSiteNotice } from '../platform/siteNotice/index.ts'
import { type Env, requireOperator, slice, zoneOf } from '../platform/web.ts'
import { NoticePage, noticeHours } from './noticePage.tsx'

/** A sentence to everybody, on every page, until a time. */
export const siteNotices = slice()

const shown = 20
const longest = 200

const noticeForm = v.object({
  words: v.pipe(
    v.string('notice.mistake.words'),
    v.transform((words) => words.replace(/\s+/g, ' ').trim()),
    v.minLength(1, 'notice.mistake.words'),
    v.maxLength(longest, 'notice.mistake.words'),
    v.regex(/^[^\p{Cc}\p{Cf}]*$/u, 'notice.mistake.words'),
  ),
  hours: v.pipe(
    v.string('notice.mistake.hours'),
    v.transform(Number),
    v.picklist(noticeHours, 'notice.mistake.hours'),
  ),
})

siteNotices.get('/', (c) => noticePage(c, emptyForm({ hours: '12' })))

siteNotices.post('/', async (c) => {
  const operator = requireOperator(c)
  const { db, now } = c.var
  const form = readForm(noticeForm, await readBody(c))
  if (!form.ok) return noticePage(c, form, 422)
  const { words, hours } = form.value
  await transaction(db, (tx) =>
    setSiteNotice(tx, { words, until: now.add({ hours }), setBy: operator.id }, now),
  )
  return c.redirect('/operations/notice', 303)
})

siteNotices.post('/end', async (c) => {
  requireOperator(c)
  await transaction(c.var.db, (tx) => endSiteNotice(tx, c.var.now))
  return c.redirect('/operations/notice', 303)
})

async function noticePage(c: Context<Env>, form: MistakenForm, status: 200 | 422 = 200): Promise<Response> {
  requireOperator(c)
  const past = await listSiteNotices(c.var.db, shown)
  const isOn = c.var.siteNotice !== undefined
  return c.var.page(<NoticePage past={past} isOn={isOn} form={form} zone={zoneOf(c)} />, status)
}
