import type { Context } from 'hono'
import { findKeptPost, getTopicToRead, type KeptPost } from '../forum/index.ts'
import { transaction } from '../platform/database/index.ts'
import { notFound, Refusal, refused } from '../platform/errors.ts'
import { emptyForm, type MistakenForm, mistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, type Member, requireMember, slice, zoneOf } from '../platform/web.ts'
import { openCase } from './cases.store.ts'
import { listDuties } from './duties.store.ts'
import { reportForm } from './forms.ts'
import { t } from './messages.ts'
import { addReport } from './reports.store.ts'
import { worried } from './rules.ts'
import { ReportedPage, ReportPage } from './views/report.tsx'

/** Saying that a post needs somebody’s eyes, or that its writer does. */
export const reporting = slice()

const reportsLimit = { points: 20, seconds: 24 * 3600 }

reporting.get('/report', async (c) => {
  const member = requireMember(c)
  const post = await getReported(c)
  const category = c.req.query('about') === worried ? worried : ''
  // Whoever says this of themselves is shown people to talk to.
  if (post.authorId === member.id && category) return c.redirect('/help', 303)
  refuseOwn(c, post, member)
  return reportPage(c, post, emptyForm({ category }))
})

reporting.post('/report', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const post = await getReported(c)
  refuseOwn(c, post, member)
  const form = readForm(reportForm, await readBody(c))
  if (!form.ok) return reportPage(c, post, form, 422)
  if (await isTooMany(c, member))
    return reportPage(c, post, mistakenForm(form.typed, { words: 'mistake.manyReports' }), 429)
  await transaction(db, async (tx) => {
    const caseId = await openCase(tx, post, 'report', [form.value.category], now)
    await addReport(tx, caseId, member.id, form.value, now)
  })
  const duties = await listDuties(db, now)
  return c.var.page(
    <ReportedPage
      post={post}
      category={form.value.category}
      duties={duties}
      isKeepers={member.role !== 'member'}
      now={now}
      zone={zoneOf(c)}
    />,
  )
})

function reportPage(
  c: Context<Env>,
  post: KeptPost,
  form: MistakenForm,
  status: 200 | 422 | 429 = 200,
): Response {
  return c.var.page(<ReportPage post={post} form={form} />, status)
}

/** A refusal would lose the words. */
async function isTooMany(c: Context<Env>, member: Member): Promise<boolean> {
  try {
    await c.var.limits.count('report', member.id, reportsLimit)
    return false
  } catch (refusal) {
    if (refusal instanceof Refusal) return true
    throw refusal
  }
}

/** The post that the address names, if whoever asks may read it. */
async function getReported(c: Context<Env>): Promise<KeptPost> {
  const topicId = c.req.query('topic') ?? ''
  // The buttons at the posts say 0 for the topic's own text.
  const reply = c.req.query('reply') ?? '0'
  const replyId = reply === '0' ? null : reply
  const isId = (text: string) => /^[1-9]\d{0,17}$/.test(text)
  if (!isId(topicId) || (replyId !== null && !isId(replyId))) throw notFound()
  await getTopicToRead(c, topicId)
  const post = await findKeptPost(c.var.db, { topicId, replyId })
  if (!post || post.removedAt || post.heldAt) throw notFound()
  return post
}

function refuseOwn(c: Context<Env>, post: KeptPost, member: Member): void {
  if (post.authorId === member.id) throw refused(t(c.var.locale)('report.own'))
}
