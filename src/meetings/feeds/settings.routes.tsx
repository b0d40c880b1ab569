import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { emptyForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireOperator, slice } from '../../platform/web.ts'
import { importFeed, renewFeed } from '../jobs.ts'
import { settingsForm } from './form.ts'
import { readFeed } from './read.ts'
import type { Reading } from './record.ts'
import {
  countFeed,
  findHeldForColumns,
  findRecords,
  listCorrected,
  listImports,
  putColumns,
  putSettings,
} from './settings.store.ts'
import { addImport, type Feed, getFeed } from './store.ts'
import { type ColumnMeaning, tableFields, whyNotColumns } from './tables/fields.ts'
import { guessColumns } from './tables/guess.ts'
import { parseTable } from './tables/parse.ts'
import { decideImport } from './unfinished.store.ts'
import { ColumnsPage } from './views/columns.tsx'
import { FeedPage } from './views/feed.tsx'

/** One list: how it does, what it is, how often it is read, and what the columns of its table mean. */
export const feedSettings = slice()

feedSettings.get('/:id{[0-9]+}', async (c) => {
  requireOperator(c)
  const feed = await getFeed(c.var.db, getId(c, 'id'))
  return c.var.page(await feedPage(c, feed, emptyForm(typedOf(feed))))
})

feedSettings.post('/:id{[0-9]+}', async (c) => {
  requireOperator(c)
  const { db, now } = c.var
  const feed = await getFeed(db, getId(c, 'id'))
  const form = readForm(settingsForm, await readBody(c))
  if (!form.ok) return c.var.page(await feedPage(c, feed, form), 422)
  const { poll, ...settings } = form.value
  await transaction(db, (tx) => putSettings(tx, feed.id, { ...settings, pollHours: poll }, now))
  if (settings.kind !== feed.kind || settings.fellowship !== (feed.fellowship ?? undefined))
    await c.var.jobs.send(renewFeed, { feedId: feed.id })
  return c.redirect(`/operations/feeds/${feed.id}?saved=1`, 303)
})

async function feedPage(c: Context<Env>, feed: Feed, form: ReturnType<typeof emptyForm>) {
  const { db, now } = c.var
  const words = (c.req.query('words') ?? '').trim()
  const [counts, imports, corrected, found] = [
    await countFeed(db, feed.id),
    await listImports(db, feed.id, 5),
    await listCorrected(db, feed.id, 100),
    words === '' ? undefined : await findRecords(db, feed.id, words),
  ]
  const saved = c.req.query('saved') === '1'
  return <FeedPage {...{ feed, counts, imports, corrected, found, words, form, saved, now }} />
}

function typedOf(feed: Feed): Record<string, string> {
  return {
    address: feed.address ?? '',
    zone: feed.zone ?? '',
    kind: feed.kind,
    fellowship: feed.fellowship ?? '',
    poll: feed.pollHours === null ? '' : String(feed.pollHours),
  }
}

const sampleRows = 40

feedSettings.get('/:id{[0-9]+}/columns', async (c) => {
  requireOperator(c)
  const feed = await getFeed(c.var.db, getId(c, 'id'))
  const table = feed.sample === null ? undefined : parseTable(feed.sample, sampleRows)
  const columns = feed.columns ?? (table ? guessColumns(table) : [])
  return c.var.page(<ColumnsPage {...{ feed, table, columns, guessed: feed.columns === null }} />)
})

feedSettings.post('/:id{[0-9]+}/columns', async (c) => {
  requireOperator(c)
  const { db } = c.var
  const feed = await getFeed(db, getId(c, 'id'))
  const table = feed.sample === null ? undefined : parseTable(feed.sample, sampleRows)
  const body = await readBody(c)
  const columns = chosenColumns(table?.columns ?? [], body)
  const mistake = whyNotColumns(columns)
  const view = { feed, table, columns, guessed: false }
  if (mistake) return c.var.page(<ColumnsPage {...view} mistake={mistake} />, 422)
  if (body.act === 'preview') return c.var.page(<ColumnsPage {...view} preview={previewOf(feed, columns)} />)

  const importId = await transaction(db, async (tx) => {
    await putColumns(tx, feed.id, columns)
    const held = await findHeldForColumns(tx, feed.id)
    if (held && (await decideImport(tx, held, null))) return held
    return feed.address === null
      ? undefined
      : await addImport(tx, feed, { source: feed.address, content: null })
  })
  if (importId === undefined) return c.redirect(`/operations/feeds/${feed.id}?saved=1`, 303)
  await c.var.jobs.send(importFeed, { importId })
  return c.redirect(`/operations/feeds/imports/${importId}`, 303)
})

function chosenColumns(names: string[], body: Record<string, unknown>): ColumnMeaning[] {
  return names.flatMap((column, index) => {
    const field = tableFields.find((each) => each === body[`column-${index}`])
    return field ? [{ column, field }] : []
  })
}

/** What the first rows would become. */
function previewOf(feed: Feed, columns: ColumnMeaning[]): Reading {
  return readFeed(feed.sample ?? '', { zone: feed.zone ?? undefined, columns })
}
