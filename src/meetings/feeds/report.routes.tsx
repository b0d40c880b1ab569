import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { readBody } from '../../platform/guards.ts'
import { getId, pageOf, requireOperator, slice } from '../../platform/web.ts'
import { importFeed } from '../jobs.ts'
import { t } from './messages.ts'
import type { Line } from './record.ts'
import { countLines, listChangeExamples, listLines } from './report.store.ts'
import { getImport, importChannel } from './store.ts'
import { decideImport, leaveImport } from './unfinished.store.ts'
import { ImportPage, isOver, Progress } from './views/report.tsx'

/** What became of one reading of a list: its progress, its report, and the operator's word on a large change. */
export const importReports = slice()

const linesOfAPage = 50
const examplesOfEach = 8

importReports.get('/:id', async (c) => {
  requireOperator(c)
  const { db } = c.var
  const report = await getImport(db, getId(c, 'id'))
  const counts = await countLines(db, report.id)
  const asked: Line['action'] | undefined = (['refused', 'mended'] as const).find(
    (each) => each === c.req.query('lines'),
  )
  const action = asked ?? (counts.some((each) => each.action === 'refused') ? 'refused' : 'mended')
  const number = pageOf(c)
  const lines = await listLines(db, report.id, action, {
    limit: linesOfAPage,
    offset: (number - 1) * linesOfAPage,
  })
  const total = counts.filter((each) => each.action === action).reduce((sum, each) => sum + each.lines, 0)
  const pages = Math.max(1, Math.ceil(total / linesOfAPage))
  const examples = await listChangeExamples(db, report.id, examplesOfEach)
  return c.var.page(<ImportPage {...{ report, counts, action, lines, number, pages, examples }} />)
})

/** The progress as it goes on, drawn; at the end the browser asks for the page again. */
importReports.get('/:id/live', async (c) => {
  requireOperator(c)
  const { db, live, draw } = c.var
  const report = await getImport(db, getId(c, 'id'))
  const progress = async () => {
    const now = await getImport(db, report.id)
    return { event: isOver(now) ? 'over' : 'progress', data: draw(<Progress report={now} />) }
  }
  return live.stream(c, importChannel(report.id), progress, async () => [await progress()])
})

importReports.post('/:id/decide', async (c) => {
  requireOperator(c)
  const { db, now, locale } = c.var
  const report = await getImport(db, getId(c, 'id'))
  const { act } = await readBody(c)
  const decided = await transaction(db, async (tx) => {
    if (act === 'leave') return await leaveImport(tx, report.id, now)
    return report.heldFor !== 'columns' && (act === 'apply' || act === 'keep')
      ? await decideImport(tx, report.id, act)
      : false
  })
  if (!decided) throw refused(t(locale)('import.notHeld'), 409)
  if (act !== 'leave') await c.var.jobs.send(importFeed, { importId: report.id })
  return c.redirect(`/operations/feeds/imports/${report.id}`, 303)
})
