import type { Database, Transaction } from '../platform/database/index.ts'
import { isAboutCrisis, type Severity, severityOf } from './rules.ts'

/** A post by its place; the topic's own text has no id of its own. */
export interface PostRef {
  topicId: string
  replyId: string | null
}

export interface Case extends PostRef {
  id: string
  authorId: string | null
  authorHandle: string | null
  authorRole: string | null
  origin: 'report' | 'words' | 'held'
  category: string
  severity: Severity
  openedAt: Temporal.Instant
  claimedBy: string | null
  claimedByHandle: string | null
  claimedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
}

export interface QueuedCase extends Case {
  reporters: { upheld: number; decided: number }[]
}

/**
 * Opens the case of a post, or makes the open one as grave as what is said now; of two as grave, the one about a crisis
 * stands, so that nothing else that is said of the post takes its protection away.
 * @param categories the case is called by the first, and looked at as soon as the gravest of them asks for
 * @returns the case's id
 */
export async function openCase(
  tx: Transaction,
  post: PostRef & { authorId: string | null },
  origin: Case['origin'],
  categories: readonly string[],
  now: Temporal.Instant,
): Promise<string> {
  const [category = ''] = categories
  const severity = Math.min(...categories.map(severityOf))
  const [row] = await tx<{ id: string }[]>`
    insert into moderation_cases (topic_id, reply_id, author_id, origin, category, severity, opened_at)
    values (${post.topicId}, ${post.replyId}, ${post.authorId}, ${origin}, ${category}, ${severity}, ${now})
    on conflict (topic_id, reply_id) where closed_at is null do update set
      category = case when excluded.severity < moderation_cases.severity
        or (excluded.severity = moderation_cases.severity and ${isAboutCrisis(category)}) then excluded.category
        else moderation_cases.category end,
      told_at = case when excluded.severity < moderation_cases.severity then null else moderation_cases.told_at end,
      severity = least(excluded.severity, moderation_cases.severity)
    returning id`
  return row?.id ?? ''
}

/** Everything that is open, with how reliable its reporters were before. */
export async function listOpenCases(db: Database, limit: number): Promise<QueuedCase[]> {
  return db<QueuedCase[]>`
    select ${columns(db)}, coalesce((
        select json_agg(json_build_object('upheld', past.upheld, 'decided', past.decided)) from reports r
        cross join lateral (
          select count(*) filter (where p.upheld)::int as upheld, count(p.upheld)::int as decided from reports p
          where p.reporter_id = r.reporter_id) past
        where r.case_id = c.id), '[]') as reporters
    from ${withNames(db)} where c.closed_at is null order by c.severity, c.opened_at limit ${limit}`
}

export async function findCase(db: Database, caseId: string): Promise<Case | undefined> {
  const [found] = await db<Case[]>`select ${columns(db)} from ${withNames(db)} where c.id = ${caseId}`
  return found
}

/** The case as it stands, held still for who decides it. */
export async function lockCase(tx: Transaction, caseId: string): Promise<Case | undefined> {
  const [row] = await tx`select id from moderation_cases where id = ${caseId} for update`
  return row && findCase(tx, caseId)
}

/** @param keeperId null gives it back */
export async function claimCase(
  tx: Transaction,
  caseId: string,
  keeperId: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    update moderation_cases set claimed_by = ${keeperId}, claimed_at = ${keeperId ? now : null} where id = ${caseId}`
}

export async function closeCase(tx: Transaction, caseId: string, now: Temporal.Instant): Promise<void> {
  await tx`
    update moderation_cases set closed_at = ${now}, claimed_by = null, claimed_at = null where id = ${caseId}`
}

/** What was decided did not hold: it waits again, unless the same post has a new case by now. */
export async function reopenCase(tx: Transaction, caseId: string): Promise<void> {
  await tx`
    update moderation_cases c set closed_at = null, told_at = null
    where id = ${caseId} and not exists (
      select from moderation_cases o where o.topic_id = c.topic_id and o.reply_id is not distinct from c.reply_id
        and o.closed_at is null)`
}

/** Earlier and open cases of the same writer, the newest first. */
export async function listCasesOf(db: Database, authorId: string, limit: number): Promise<Case[]> {
  return db<Case[]>`
    select ${columns(db)} from ${withNames(db)} where c.author_id = ${authorId} order by c.id desc limit ${limit}`
}

/** Cases of which no moderator was told yet; told from now on. */
export async function takeUntold(
  tx: Transaction,
  now: Temporal.Instant,
): Promise<Pick<Case, 'id' | 'severity' | 'authorId'>[]> {
  return tx<Pick<Case, 'id' | 'severity' | 'authorId'>[]>`
    update moderation_cases set told_at = ${now} where told_at is null and closed_at is null
    returning id, severity, author_id`
}

function columns(db: Database) {
  return db`c.id, c.topic_id, c.reply_id, c.author_id, a.handle as author_handle, a.role as author_role, c.origin,
    c.category, c.severity, c.opened_at, c.claimed_by, k.handle as claimed_by_handle, c.claimed_at, c.closed_at`
}

function withNames(db: Database) {
  return db`moderation_cases c left join members a on a.id = c.author_id left join members k on k.id = c.claimed_by`
}
