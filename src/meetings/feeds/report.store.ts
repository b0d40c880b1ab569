import type { Database, Transaction } from '../../platform/database/index.ts'
import { type FieldChange, fieldChanges } from './fieldChanges.ts'
import type { Plan } from './plan.ts'
import type { FeedMeeting, Line, Reading, Refusal } from './record.ts'
import { type Import, importChannel } from './store.ts'

const keptImports = 10
/** Nobody reads more; what is beyond is counted. */
const keptLines = 10_000
const keptExamples = 50

interface Outcome {
  reading: Reading
  plan: Plan
  /** Why it waits for the operator; undefined when it was brought in. */
  heldFor?: Import['heldFor'] | undefined
  /** The text of what waits. */
  content?: string | undefined
  nothingRemovedOf?: number | undefined
  at: Temporal.Instant
}

/** The report of an import, in the transaction that makes its changes or holds them back. */
export async function noteReport(tx: Transaction, importId: string, outcome: Outcome): Promise<void> {
  const { reading, plan, heldFor = null, content = null, nothingRemovedOf = null, at } = outcome
  const refused = reading.lines.filter((line) => line.action === 'refused')
  const refusedRecords = new Set(refused.map((line) => line.record))
  const mended = new Set(
    reading.lines.map((line) => line.record).filter((record) => !refusedRecords.has(record)),
  )
  const mendedLines = reading.lines.filter((line) => line.action === 'mended')
  const lines = [...refused.slice(0, keptLines), ...mendedLines.slice(0, keptLines)]
  await tx`update imports set status = ${heldFor ? 'held' : 'done'}, held_for = ${heldFor}, content = ${content},
    records = ${reading.records}, taken = ${reading.meetings.length}, mended = ${mended.size},
    refused = ${refused.length}, added = ${plan.added.length}, changed = ${plan.changed.length},
    gone = ${plan.gone.length}, same = ${plan.same}, renamed = ${plan.renamed.length},
    joined = ${plan.added.filter(({ joins }) => joins).length}, nothing_removed_of = ${nothingRemovedOf},
    lines_left_out = ${reading.lines.length - lines.length}, finished_at = ${at}
    where id = ${importId}`
  // One that was held before has its lines from then.
  await tx`delete from import_lines where import_id = ${importId}`
  await tx`delete from import_changes where import_id = ${importId}`
  await addLines(tx, importId, lines)
  await addChanges(tx, importId, plan)
  if (!heldFor) await noteFeed(tx, importId, reading, at)
  await tx`delete from imports using imports newer where newer.id = ${importId} and imports.feed_id = newer.feed_id
    and imports.id not in (
      select id from imports kept where kept.feed_id = newer.feed_id order by id desc limit ${keptImports})`
  tx.announce(importChannel(importId), {})
}

async function noteFeed(tx: Transaction, importId: string, reading: Reading, at: Temporal.Instant) {
  const [feed] = await tx<
    { id: string }[]
  >`update feeds set last_import_at = ${at}, format = ${reading.format}
    where id = (select feed_id from imports where id = ${importId}) returning id`
  if (feed) await putRefusals(tx, feed.id, reading.refusals)
}

const longestRaw = 20_000

async function putRefusals(tx: Transaction, feedId: string, refusals: Refusal[]): Promise<void> {
  await tx`delete from feed_refusals where feed_id = ${feedId}`
  const rows = refusals.slice(0, keptLines).flatMap(({ raw, ...refusal }) => {
    const text = JSON.stringify(raw).toWellFormed().replaceAll('\\u0000', ' ')
    return text.length > longestRaw ? [] : [{ ...refusal, raw: text }]
  })
  await tx`insert into feed_refusals (feed_id, external_id, name, field, why, was, raw)
    select ${feedId}, "externalId", name, field, why, was, raw
    from jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows)))}) as refusal(
      "externalId" text, name text, field text, why text, was text, raw text)`
}

async function addLines(tx: Transaction, importId: string, lines: Line[]): Promise<void> {
  for (let start = 0; start < lines.length; start += 1000) {
    const rows = lines.slice(start, start + 1000).map((line, index) => ({ ...line, position: start + index }))
    await tx`insert into import_lines
        (import_id, position, action, record, name, external_id, field, why, was, became)
      select ${importId}, position, action, record, name, "externalId", field, why, was, became
      from jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows)))}) as line(position int, action text,
        record int, name text, "externalId" text, field text, why text, was text, became text)`
  }
}

export interface ChangeExample {
  change: 'added' | 'changed' | 'gone'
  name: string
  externalId: string
  fields: FieldChange[]
}

async function addChanges(tx: Transaction, importId: string, plan: Plan): Promise<void> {
  const example = (change: ChangeExample['change'], meeting: FeedMeeting, fields: FieldChange[] = []) => ({
    change,
    name: meeting.name,
    externalId: meeting.externalId,
    fields,
  })
  const examples: ChangeExample[] = [
    ...plan.gone.slice(0, keptExamples).flatMap(({ details }) => (details ? [example('gone', details)] : [])),
    ...plan.changed
      .slice(0, keptExamples)
      .map(({ meeting, before }) => example('changed', meeting, fieldChanges(before.details, meeting))),
    ...plan.added.slice(0, keptExamples).map(({ meeting }) => example('added', meeting)),
  ]
  const rows = examples.map((each, position) => ({ ...each, position }))
  await tx`insert into import_changes (import_id, position, change, name, external_id, fields)
    select ${importId}, position, change, name, "externalId", fields
    from jsonb_to_recordset(${tx.json(JSON.parse(JSON.stringify(rows)))}) as example(
      position int, change text, name text, "externalId" text, fields jsonb)`
}

export async function listChangeExamples(
  db: Database,
  importId: string,
  most: number,
): Promise<ChangeExample[]> {
  return db<ChangeExample[]>`
    select change, name, external_id, fields from (
      select *, row_number() over (partition by change order by position) as place from import_changes
      where import_id = ${importId}) examples
    where place <= ${most} order by position`
}

export async function listLines(
  db: Database,
  importId: string,
  action: Line['action'],
  paging: { limit: number; offset: number },
): Promise<Line[]> {
  return db<Line[]>`select action, record, name, external_id, field, why, was, became from import_lines
    where import_id = ${importId} and action = ${action} order by position
    limit ${paging.limit} offset ${paging.offset}`
}

export interface LineCount {
  action: Line['action']
  field: string
  why: Line['why']
  lines: number
}

export async function countLines(db: Database, importId: string): Promise<LineCount[]> {
  return db<LineCount[]>`select action, field, why, count(*)::int as lines from import_lines
    where import_id = ${importId} group by action, field, why order by action desc, lines desc, field`
}
