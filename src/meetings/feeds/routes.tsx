import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { refused } from '../../platform/errors.ts'
import { emptyForm, mistakenForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireOperator, slice } from '../../platform/web.ts'
import { importFeed } from '../jobs.ts'
import { correctRecords } from './correct.routes.tsx'
import { textOf } from './fetch.ts'
import { feedForm } from './form.ts'
import { t } from './messages.ts'
import { importReports } from './report.routes.tsx'
import { feedSettings } from './settings.routes.tsx'
import { addImport, type Feed, getFeed, listFeeds, putFeed, removeBarrenFeed } from './store.ts'
import { FeedsPage } from './views/feeds.tsx'

/** The operator's lists of meetings: bring one in, read it again, see what became of each record, correct it. */
export const operatorFeeds = slice()

operatorFeeds.get('/', async (c) => {
  requireOperator(c)
  const feeds = await listFeeds(c.var.db)
  return c.var.page(<FeedsPage feeds={feeds} form={emptyForm({ kind: 'twelve_step' })} />)
})

operatorFeeds.post('/', async (c) => {
  requireOperator(c)
  const { db } = c.var
  const body = await readBody(c)
  const form = readForm(feedForm, body)
  const upload = [body.file].flat().find((each) => each instanceof File && each.size > 0)
  const lacksSource = form.ok && !upload && !form.value.address
  if (!form.ok || lacksSource) {
    const again = form.ok ? mistakenForm(form.typed, { address: 'mistake.feedSource' }) : form
    return c.var.page(<FeedsPage feeds={await listFeeds(db)} form={again} />, 422)
  }
  // PostgreSQL cannot hold U+0000; a feed with one is none anyway, and the report will say so.
  const content =
    upload instanceof File ? textOf(new Uint8Array(await upload.arrayBuffer())).replaceAll('\0', ' ') : null
  const source =
    upload instanceof File ? upload.name.slice(0, 200).toWellFormed() : (form.value.address ?? '')
  const importId = await transaction(db, async (tx) => {
    const feed = await putFeed(tx, {
      ...form.value,
      address: content === null ? form.value.address : undefined,
    })
    return await addImport(tx, feed, { source, content })
  })
  return await begin(c, importId)
})

operatorFeeds.post('/:id/again', async (c) => {
  requireOperator(c)
  const feed: Feed = await getFeed(c.var.db, getId(c, 'id'))
  return await begin(c, await addImport(c.var.db, feed, { source: feed.address ?? '', content: null }))
})

operatorFeeds.post('/:id/remove', async (c) => {
  requireOperator(c)
  const feed = await getFeed(c.var.db, getId(c, 'id'))
  if (!(await removeBarrenFeed(c.var.db, feed.id))) throw refused(t(c.var.locale)('feeds.notBarren'), 409)
  return c.redirect('/operations/feeds', 303)
})

async function begin(c: Context<Env>, importId: string): Promise<Response> {
  await c.var.jobs.send(importFeed, { importId })
  return c.redirect(`/operations/feeds/imports/${importId}`, 303)
}

operatorFeeds.route('/imports', importReports)
operatorFeeds.route('/', feedSettings)
operatorFeeds.route('/', correctRecords)
