import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { emptyForm, mistakenForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireOperator, slice } from '../../platform/web.ts'
import { correctMeeting, getRecord, type RecordToCorrect, takeCorrected } from './corrected.store.ts'
import { type Corrections, correct, correctionText } from './corrections.rules.ts'
import { correctionForm, correctionsIn } from './form.ts'
import { shapeOfFeed } from './rawShape.ts'
import { readCorrected } from './read.ts'
import { type FeedMeeting, RefusedRecord } from './record.ts'
import type { Raw } from './shape.ts'
import { type Feed, getFeed } from './store.ts'
import { CorrectPage } from './views/correct.tsx'

/** One record of a list, corrected by hand in a way that the next reading leaves alone. */
export const correctRecords = slice()

correctRecords.get('/:id{[0-9]+}/correct', async (c) => {
  requireOperator(c)
  const { feed, record } = await asked(c)
  const saved = c.req.query('saved') === '1'
  return c.var.page(<CorrectPage {...{ feed, record, saved, form: emptyForm(typedOf(record)) }} />)
})

correctRecords.post('/:id{[0-9]+}/correct', async (c) => {
  requireOperator(c)
  const { db, now } = c.var
  const { feed, record } = await asked(c)
  const body = await readBody(c)
  const form = readForm(correctionForm, body)
  if (!form.ok) return c.var.page(<CorrectPage {...{ feed, record, form }} />, 422)
  const corrections =
    body.act === 'back'
      ? {}
      : correctionsIn(form.value, record.refused ? { name: record.name } : listSays(record.details))
  if (record.refused) {
    const read = readAgain(feed, record, corrections, now)
    if (read instanceof RefusedRecord) {
      const again = mistakenForm(form.typed, { [fieldOf(read)]: 'mistake.correctStill' })
      return c.var.page(<CorrectPage {...{ feed, record, form: again, still: read }} />, 422)
    }
    await transaction(db, (tx) => takeCorrected(tx, feed, read, corrections, now))
  } else await transaction(db, (tx) => correctMeeting(tx, record.meetingId, corrections, now))
  return c.redirect(`${pathOf(feed, record.externalId)}&saved=1`, 303)
})

async function asked(c: Context<Env>): Promise<{ feed: Feed; record: RecordToCorrect }> {
  const feed = await getFeed(c.var.db, getId(c, 'id'))
  const id = c.req.query('record') ?? ''
  if (id === '' || id.includes('\0') || !id.isWellFormed()) throw notFound()
  return { feed, record: await getRecord(c.var.db, feed.id, id) }
}

function pathOf(feed: Feed, externalId: string): string {
  return `/operations/feeds/${feed.id}/correct?record=${encodeURIComponent(externalId)}`
}

function readAgain(
  feed: Feed,
  record: Extract<RecordToCorrect, { refused: true }>,
  corrections: Corrections,
  now: Temporal.Instant,
): FeedMeeting | RefusedRecord {
  try {
    const raw = JSON.parse(record.raw) as Raw
    return { ...readCorrected(raw, shapeOfFeed(feed, raw, now), corrections), externalId: record.externalId }
  } catch (refusal) {
    if (refusal instanceof RefusedRecord) return refusal
    throw refusal
  }
}

/** The field of the form that would help. */
function fieldOf({ why }: RefusedRecord): keyof Corrections {
  if (why.startsWith('zone')) return 'zone'
  if (why.startsWith('day')) return 'days'
  if (why.startsWith('name')) return 'name'
  return 'time'
}

/** What the list says, in the fields of the form. */
function listSays(details: FeedMeeting): { [field in keyof Corrections]?: Corrections[field] | undefined } {
  const { name, recurrence, time, minutes, zone, placeName, address, latitude, longitude } = details
  return {
    name,
    days: recurrence?.every === 'week' ? recurrence.days.toSorted() : undefined,
    time,
    minutes,
    zone,
    placeName,
    address,
    point: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  }
}

function typedOf(record: RecordToCorrect): Record<string, string | string[]> {
  if (record.refused) return { name: record.name }
  const { corrections, details } = record
  const shown = listSays({ ...correct(details, { ...corrections, status: 'running' }), status: 'running' })
  const text = (field: keyof Corrections) => correctionText(shown[field])
  return {
    name: text('name'),
    status: corrections.status ?? '',
    days: (shown.days ?? []).map(String),
    time: text('time'),
    minutes: text('minutes'),
    zone: text('zone'),
    placeName: text('placeName'),
    address: text('address'),
    point: text('point'),
  }
}
