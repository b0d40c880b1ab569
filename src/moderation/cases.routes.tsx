import type { Context } from 'hono'
import { findKeptPost, glanceAtPosts, listAround } from '../forum/index.ts'
import { transaction } from '../platform/database/index.ts'
import { notFound } from '../platform/errors.ts'
import { emptyForm, type MistakenForm, mistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, getId, slice, zoneOf } from '../platform/web.ts'
import { listAftercare, markAftercareDone } from './aftercare.store.ts'
import { type Case, claimCase, findCase, listCasesOf, listOpenCases, lockCase } from './cases.store.ts'
import { decide, listSeconds } from './decide.ts'
import { listDuties } from './duties.store.ts'
import { decisionForm } from './forms.ts'
import { gatherCases } from './gather.ts'
import { refuse, requireKeeper } from './keeper.ts'
import { listMeasuresOf, listMeasuresOfCase, listOpenAppeals, listToSecond } from './measures.store.ts'
import { t } from './messages.ts'
import { listReports } from './reports.store.ts'
import { holderOf, inOrder, isChoice, whyNoMeasure, whyNoSecond } from './rules.ts'
import { isDarkBelow } from './trust/index.ts'
import { CasePage } from './views/case.tsx'
import { openingOf } from './views/openings.tsx'
import { QueuePage } from './views/queue.tsx'

/** The queue, and everything about one case on one page. */
export const cases = slice()

const mostRead = 1000
const mostListed = 200
const around = 3

cases.get('/', async (c) => {
  const { db, now } = c.var
  const keeper = requireKeeper(c)
  await gatherCases(db, now)
  const [open, toSecond, appeals, aftercare, duties] = await Promise.all([
    listOpenCases(db, mostRead),
    listToSecond(db),
    listOpenAppeals(db),
    listAftercare(db),
    listDuties(db, now),
  ])
  // What is about their own words is for the others.
  const ofOthers = inOrder(
    open.filter(({ authorId }) => authorId !== keeper.id),
    now,
  )
  const listed = ofOthers.slice(0, mostListed)
  return c.var.page(
    <QueuePage
      keeper={keeper}
      cases={listed}
      glances={await glanceAtPosts(db, listed)}
      decided={c.req.query('decided')?.match(/^\d{1,18}$/)?.[0]}
      more={ofOthers.length - mostListed}
      toSecond={toSecond.filter((ban) => !whyNoSecond(keeper, ban))}
      appeals={appeals.filter((appeal) => !whyNoSecond(keeper, appeal))}
      aftercare={aftercare.filter(({ authorId }) => authorId !== keeper.id)}
      duties={duties}
      now={now}
      zone={zoneOf(c)}
    />,
  )
})

cases.get('/cases/:caseId', async (c) => {
  requireKeeper(c)
  const found = await getCase(c)
  return casePage(c, found, emptyForm({ category: found.category, kind: '' }))
})

cases.post('/cases/:caseId/claim', async (c) => {
  const keeper = requireKeeper(c)
  // Sent twice, it is still theirs.
  const gives = (await readBody(c)).take === 'no'
  await transaction(c.var.db, async (tx) => {
    const found = await lockCase(tx, getId(c, 'caseId'))
    if (!found) throw notFound()
    const holder = holderOf(found, c.var.now)
    if (found.authorId === keeper.id) throw refuse(c, 'refusal.own')
    if (found.closedAt) throw refuse(c, 'refusal.decided', 409)
    if (holder && holder !== keeper.id) throw refuse(c, 'refusal.claimed', 409)
    await claimCase(tx, found.id, gives ? null : keeper.id, c.var.now)
  })
  return c.redirect(`/moderation/cases/${getId(c, 'caseId')}`, 303)
})

cases.post('/cases/:caseId/decide', async (c) => {
  const { db, now } = c.var
  const keeper = requireKeeper(c)
  const form = readForm(decisionForm, await readBody(c))
  if (!form.ok) return casePage(c, await getCase(c), form, 422)
  const { opens, category, reason: own } = form.value
  const reason = opens ? [openingOf(t(c.var.locale), category), own].join(' ').trim() : own
  const mistake = await transaction(db, async (tx) => {
    const found = await lockCase(tx, getId(c, 'caseId'))
    if (!found) throw notFound()
    const below = found.replyId === null && (await isDarkBelow(tx, found.topicId))
    const refusal = whyNoMeasure(keeper, { ...found, isDarkBelow: below }, form.value, now)
    if (refusal && isChoice(refusal)) return refusal
    if (refusal) throw refuse(c, refusal, 409)
    // It would wait for ever, with the post judged and nothing done.
    const hasSecond = form.value.kind !== 'ban' || (await listSeconds(tx, found, keeper.id, now)).length > 0
    if (!hasSecond) return 'refusal.noSecond'
    await decide(tx, found, { ...form.value, reason }, keeper.id, now)
    return undefined
  })
  // Another measure would do: their words to the author are not lost over it.
  if (mistake) return casePage(c, await getCase(c), mistakenForm(form.typed, { kind: mistake }), 409)
  return c.redirect(`/moderation?decided=${getId(c, 'caseId')}`, 303)
})

cases.post('/aftercare/:caseId/done', async (c) => {
  const keeper = requireKeeper(c)
  await transaction(c.var.db, (tx) => markAftercareDone(tx, getId(c, 'caseId'), keeper.id, c.var.now))
  return c.redirect('/moderation#aftercare', 303)
})

async function getCase(c: Context<Env>): Promise<Case> {
  const found = await findCase(c.var.db, getId(c, 'caseId'))
  if (!found) throw notFound()
  return found
}

async function casePage(
  c: Context<Env>,
  found: Case,
  form: MistakenForm,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { db, now } = c.var
  const keeper = requireKeeper(c)
  // What was said of their own post is for somebody else to weigh.
  if (found.authorId === keeper.id) throw refuse(c, 'refusal.own')
  const post = await findKeptPost(db, found)
  if (!post) throw notFound()
  const { authorId } = found
  return c.var.page(
    <CasePage
      keeper={keeper}
      found={found}
      post={post}
      around={await listAround(db, post, around)}
      reports={await listReports(db, found.id)}
      measures={await listMeasuresOfCase(db, found.id)}
      history={authorId ? await listMeasuresOf(db, authorId) : []}
      casesBefore={(authorId ? await listCasesOf(db, authorId, 20) : []).filter(({ id }) => id !== found.id)}
      form={form}
      now={now}
      zone={zoneOf(c)}
    />,
    status,
  )
}
