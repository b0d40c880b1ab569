import type { Database, Transaction } from '../platform/database/index.ts'
import type { Case } from './cases.store.ts'
import type { MeasureKind } from './rules.ts'

export interface Measure {
  id: string
  caseId: string
  origin: Case['origin']
  topicId: string
  replyId: string | null
  memberId: string | null
  moderatorId: string | null
  kind: MeasureKind
  /** The post was taken out of sight with it. */
  hides: boolean
  category: string
  reason: string
  madeAt: Temporal.Instant
  until: Temporal.Instant | null
  secondedAt: Temporal.Instant | null
  /** The second of the two who decided a ban. */
  secondedBy: string | null
  /** Who had reported the post: they are heard, and do not judge. */
  reporterIds: string[]
  undoneAt: Temporal.Instant | null
}

export interface Appeal {
  measureId: string
  words: string
  madeAt: Temporal.Instant
  decidedAt: Temporal.Instant | null
  granted: boolean | null
  answer: string
}

export async function addMeasure(
  tx: Transaction,
  measure: Pick<
    Measure,
    'caseId' | 'memberId' | 'moderatorId' | 'kind' | 'hides' | 'category' | 'reason' | 'until'
  >,
  now: Temporal.Instant,
): Promise<string> {
  const { caseId, memberId, moderatorId, kind, hides, category, reason, until } = measure
  const [row] = await tx<{ id: string }[]>`
    insert into measures (case_id, member_id, moderator_id, kind, hides, category, reason, made_at, until)
    values (${caseId}, ${memberId}, ${moderatorId}, ${kind}, ${hides}, ${category}, ${reason}, ${now}, ${until})
    returning id`
  return row?.id ?? ''
}

export async function findMeasure(db: Database, id: string): Promise<Measure | undefined> {
  const [found] = await db<Measure[]>`select ${columns(db)} from ${withCase(db)} where m.id = ${id}`
  return found
}

export async function lockMeasure(tx: Transaction, id: string): Promise<Measure | undefined> {
  const [row] = await tx`select id from measures where id = ${id} for update`
  return row && findMeasure(tx, id)
}

export async function listMeasuresOf(db: Database, memberId: string): Promise<Measure[]> {
  return db<Measure[]>`
    select ${columns(db)} from ${withCase(db)} where m.member_id = ${memberId} order by m.id desc limit 50`
}

export async function listMeasuresOfCase(db: Database, caseId: string): Promise<Measure[]> {
  return db<Measure[]>`select ${columns(db)} from ${withCase(db)} where m.case_id = ${caseId} order by m.id`
}

/** Bans that wait for a second moderator. */
export async function listToSecond(db: Database): Promise<Measure[]> {
  return db<Measure[]>`
    select ${columns(db)} from ${withCase(db)}
    where m.kind = 'ban' and m.seconded_at is null and m.undone_at is null order by m.made_at`
}

export async function secondMeasure(
  tx: Transaction,
  id: string,
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx`update measures set seconded_by = ${keeperId}, seconded_at = ${now} where id = ${id}`
}

export async function undoMeasure(tx: Transaction, id: string, now: Temporal.Instant): Promise<void> {
  await tx`update measures set undone_at = ${now} where id = ${id} and undone_at is null`
}

/** Whether another decision that still stands did the same to the same post. */
export async function isDoneByOther(
  tx: Transaction,
  { id, topicId, replyId }: Pick<Measure, 'id' | 'topicId' | 'replyId'>,
  what: 'hides' | 'collapse',
): Promise<boolean> {
  const rows = await tx`
    select from ${withCase(tx)}
    where c.topic_id = ${topicId} and c.reply_id is not distinct from ${replyId}::bigint and m.id <> ${id}
      and m.undone_at is null and ${what === 'hides' ? tx`m.hides` : tx`m.kind = 'collapse'`} limit 1`
  return rows.length > 0
}

/** When another decision closed the same topic that still stands; null: none did. */
export async function otherLockOf(
  tx: Transaction,
  { id, topicId }: Pick<Measure, 'id' | 'topicId'>,
): Promise<Temporal.Instant | null> {
  const [other] = await tx<{ madeAt: Temporal.Instant }[]>`
    select m.made_at from ${withCase(tx)}
    where m.kind = 'lock' and c.topic_id = ${topicId} and m.id <> ${id} and m.undone_at is null
    order by m.id limit 1`
  return other?.madeAt ?? null
}

/** @returns false when there was an appeal already: nothing of it is lost, and nothing doubled */
export async function addAppeal(
  tx: Transaction,
  measureId: string,
  words: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx`
    insert into appeals (measure_id, words, made_at) values (${measureId}, ${words}, ${now})
    on conflict do nothing returning measure_id`
  return rows.length > 0
}

export async function findAppeal(db: Database, measureId: string): Promise<Appeal | undefined> {
  const [appeal] = await db<Appeal[]>`
    select measure_id, words, made_at, decided_at, granted, answer from appeals where measure_id = ${measureId}`
  return appeal
}

type OpenAppeal = Appeal & Pick<Measure, 'moderatorId' | 'secondedBy' | 'reporterIds' | 'memberId'>

export async function listOpenAppeals(db: Database): Promise<OpenAppeal[]> {
  return db<OpenAppeal[]>`
    select a.measure_id, a.words, a.made_at, a.decided_at, a.granted, a.answer, m.moderator_id, m.seconded_by, m.member_id,
      ${reporterIds(db)}
    from appeals a join measures m on m.id = a.measure_id where a.decided_at is null order by a.made_at`
}

/** Appeals that wait for long, and of which nobody was reminded; reminded from now on. */
export async function takeWaitingAppeals(
  tx: Transaction,
  madeBefore: Temporal.Instant,
  now: Temporal.Instant,
): Promise<OpenAppeal[]> {
  return tx<OpenAppeal[]>`
    update appeals a set reminded_at = ${now} from measures m
    where m.id = a.measure_id and a.decided_at is null and a.reminded_at is null and a.made_at <= ${madeBefore}
    returning a.measure_id, a.words, a.made_at, a.decided_at, a.granted, a.answer, m.moderator_id, m.seconded_by,
      m.member_id, ${reporterIds(tx)}`
}

export async function decideAppeal(
  tx: Transaction,
  measureId: string,
  decision: { keeperId: string; granted: boolean; answer: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    update appeals set decided_by = ${decision.keeperId}, decided_at = ${now}, granted = ${decision.granted},
      answer = ${decision.answer}
    where measure_id = ${measureId} and decided_at is null`
}

function columns(db: Database) {
  return db`m.id, m.case_id, c.origin, c.topic_id, c.reply_id, m.member_id, m.moderator_id, m.kind, m.hides, m.category, m.reason,
    m.made_at, m.until, m.seconded_at, m.seconded_by, m.undone_at, ${reporterIds(db)}`
}

function reporterIds(db: Database) {
  return db`array(select r.reporter_id from reports r
    where r.case_id = m.case_id and r.reporter_id is not null)::text[] as reporter_ids`
}

function withCase(db: Database) {
  return db`measures m join moderation_cases c on c.id = m.case_id`
}
