import type { Context } from 'hono'
import { announceSessions } from '../account/index.ts'
import { addNotices } from '../account/notices/index.ts'
import { transaction } from '../platform/database/index.ts'
import { notFound } from '../platform/errors.ts'
import { emptyForm, type MistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, getId, type Member, requireMember, slice, zoneOf } from '../platform/web.ts'
import { reopenCase } from './cases.store.ts'
import { takeBack, tellAuthor } from './decide.ts'
import { listKeepers } from './duties.store.ts'
import { answerForm, appealForm, secondForm } from './forms.ts'
import { refuse, requireKeeper } from './keeper.ts'
import { addToLog } from './log/index.ts'
import {
  addAppeal,
  decideAppeal,
  findAppeal,
  findMeasure,
  lockMeasure,
  type Measure,
  secondMeasure,
  undoMeasure,
} from './measures.store.ts'
import { settleReports } from './reports.store.ts'
import { mayAppeal, whyNoSecond } from './rules.ts'
import { DecisionPage } from './views/decision.tsx'

/** What was decided, in words for its author; the way to appeal, and a second moderator’s answer. */
export const decisions = slice()

decisions.get('/decisions/:measureId', async (c) => {
  const member = requireMember(c)
  const measure = await getMeasure(c, member)
  return decisionPage(c, measure, member, emptyForm())
})

decisions.post('/decisions/:measureId/appeal', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const measure = await getMeasure(c, member)
  if (!mayAppeal(measure, member.id, now)) throw refuse(c, 'refusal.noAppeal')
  const form = readForm(appealForm, await readBody(c))
  if (!form.ok) return decisionPage(c, measure, member, form, 422)
  await transaction(db, async (tx) => {
    if (!(await addAppeal(tx, measure.id, form.value.words, now))) return
    const others = (await listKeepers(tx, now)).filter((keeper) => !whyNoSecond(keeper, measure))
    const notice = { kind: 'moderation-appealed', link: `/moderation/decisions/${measure.id}` }
    await addNotices(
      tx,
      others.map(({ id }) => id),
      notice,
      now,
    )
  })
  return c.redirect(`/moderation/decisions/${measure.id}`, 303)
})

/** Another moderator than the one who decided answers; what was wrong is taken back at once. */
decisions.post('/decisions/:measureId/answer', async (c) => {
  const { db, now } = c.var
  const keeper = requireKeeper(c)
  const form = readForm(answerForm, await readBody(c))
  const measureId = getId(c, 'measureId')
  if (!form.ok) return decisionPage(c, await getMeasure(c, keeper), keeper, form, 422)
  await transaction(db, async (tx) => {
    const measure = await lockMeasure(tx, measureId)
    const appeal = measure && (await findAppeal(tx, measureId))
    if (!measure || !appeal) throw notFound()
    if (appeal.decidedAt) throw refuse(c, 'refusal.decided', 409)
    const refusal = whyNoSecond(keeper, measure)
    if (refusal) throw refuse(c, refusal)
    const { granted, answer } = form.value
    await decideAppeal(tx, measureId, { keeperId: keeper.id, granted, answer }, now)
    if (granted) {
      await undoMeasure(tx, measureId, now)
      await takeBack(tx, measure, now)
      await settleReports(tx, measure.caseId, false)
    }
    await tellAuthor(tx, measure.memberId, measureId, now)
    const what = granted ? 'appeal-granted' : 'appeal-kept'
    await addToLog(tx, { what, category: measure.category, keeperId: keeper.id }, now)
  })
  return c.redirect('/moderation', 303)
})

/** A permanent ban begins when a second moderator agrees. */
decisions.post('/decisions/:measureId/second', async (c) => {
  const { db, now } = c.var
  const keeper = requireKeeper(c)
  const form = readForm(secondForm, await readBody(c))
  if (!form.ok) return decisionPage(c, await getMeasure(c, keeper), keeper, form, 422)
  const { agree: agreed } = form.value
  await transaction(db, async (tx) => {
    const measure = await lockMeasure(tx, getId(c, 'measureId'))
    if (measure?.kind !== 'ban') throw notFound()
    if (measure.secondedAt || measure.undoneAt) throw refuse(c, 'refusal.decided', 409)
    const refusal = whyNoSecond(keeper, measure)
    if (refusal) throw refuse(c, refusal)
    if (agreed) {
      await secondMeasure(tx, measure.id, keeper.id, now)
      await settleReports(tx, measure.caseId, true)
      await tellAuthor(tx, measure.memberId, measure.id, now)
      if (measure.memberId) announceSessions(tx, measure.memberId)
    } else {
      await undoMeasure(tx, measure.id, now)
      // Nobody has let in what waited before; the rest is as it was, and somebody decides anew.
      if (measure.origin !== 'held') await takeBack(tx, measure, now)
      await reopenCase(tx, measure.caseId)
    }
    const what = agreed ? 'ban-agreed' : 'ban-refused'
    await addToLog(tx, { what, category: measure.category, keeperId: keeper.id }, now)
  })
  return c.redirect('/moderation', 303)
})

/** For the member whom it concerns, once it holds, and for other moderators; for everybody else it does not exist. */
async function getMeasure(c: Context<Env>, member: Member): Promise<Measure> {
  const measure = await findMeasure(c.var.db, getId(c, 'measureId'))
  if (!measure) throw notFound()
  const isAbout = measure.memberId === member.id
  const holds = measure.kind !== 'ban' || measure.secondedAt !== null
  if (isAbout ? !holds : member.role === 'member') throw notFound()
  return measure
}

async function decisionPage(
  c: Context<Env>,
  measure: Measure,
  member: Member,
  form: MistakenForm,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { db, now } = c.var
  return c.var.page(
    <DecisionPage
      measure={measure}
      appeal={await findAppeal(db, measure.id)}
      isAuthor={measure.memberId === member.id}
      mayAppeal={mayAppeal(measure, member.id, now)}
      mayAnswer={member.role !== 'member' && !whyNoSecond(member, measure)}
      form={form}
      zone={zoneOf(c)}
    />,
    status,
  )
}
