import type { Database, Transaction } from '../platform/database/index.ts'

export interface Aftercare {
  caseId: string
  authorId: string
  dueAt: Temporal.Instant
  authorHandle: string | null
  topicId: string
  replyId: string | null
}

export async function planAftercare(tx: Transaction, caseId: string, dueAt: Temporal.Instant): Promise<void> {
  await tx`insert into aftercare (case_id, due_at) values (${caseId}, ${dueAt}) on conflict do nothing`
}

/** What is due, or soon will be. */
export async function listAftercare(db: Database): Promise<Aftercare[]> {
  return db<Aftercare[]>`
    select f.case_id, c.author_id, f.due_at, a.handle as author_handle, c.topic_id, c.reply_id
    from aftercare f join moderation_cases c on c.id = f.case_id left join members a on a.id = c.author_id
    where f.done_at is null and c.author_id is not null order by f.due_at`
}

/** Nobody asks themselves how they are: what is about a moderator's own words stays for the others. */
export async function markAftercareDone(
  tx: Transaction,
  caseId: string,
  keeperId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    update aftercare f set done_by = ${keeperId}, done_at = ${now} from moderation_cases c
    where f.case_id = ${caseId} and f.done_at is null and c.id = f.case_id and c.author_id is distinct from ${keeperId}`
}

/** Reminders that are due and of which nobody was told yet; told from now on. */
export async function takeDueAftercare(
  tx: Transaction,
  now: Temporal.Instant,
): Promise<{ caseId: string; authorId: string | null }[]> {
  return tx<{ caseId: string; authorId: string | null }[]>`
    update aftercare f set told_at = ${now} from moderation_cases c
    where c.id = f.case_id and f.told_at is null and f.done_at is null and f.due_at <= ${now}
    returning f.case_id, c.author_id`
}
