import { type Database, roundsOn, someOf } from '../../platform/database/index.ts'

/** What waits to be let in stays out of sight when one of these is decided: nobody lets in what they ban somebody for. */
export const hidingKinds: readonly string[] = ['hold', 'read_only', 'suspend', 'ban']

/** Whether a moderator took the post, or left it, out of sight. */
export async function isHiddenByDecision(
  db: Database,
  { topicId, replyId }: { topicId: string; replyId: string | null },
): Promise<boolean> {
  const rows = await db`
    select from (select ${topicId}::bigint as topic_id, ${replyId}::bigint as reply_id) post where ${isHidden(db)}`
  return rows.length > 0
}

/** The same of a row `post`. */
function isHidden(db: Database) {
  return db`exists (
    select from moderation_cases c join measures m on m.case_id = c.id
    where c.topic_id = post.topic_id and c.reply_id is not distinct from post.reply_id
      and ${isHiding(db)})`
}

/** A decision that keeps a post out of sight. */
export interface Hiding {
  replyId: string | null
  measureId: string
  /** Its author has had the letter about it: a ban holds once a second moderator has agreed. */
  isTold: boolean
}

/** Of a topic and what was answered in it; one for each post, of several the one that its author may read. */
export async function listHiding(db: Database, topicId: string): Promise<Hiding[]> {
  return db<Hiding[]>`
    select distinct on (c.reply_id) c.reply_id, m.id as measure_id, ${isTold(db)} as is_told
    from moderation_cases c join measures m on m.case_id = c.id
    where c.topic_id = ${topicId} and ${isHiding(db)}
    order by c.reply_id, is_told desc, m.id desc`
}

/** Of a row `m`. */
function isHiding(db: Database) {
  return db`m.undone_at is null and (m.hides or m.kind in ${db([...hidingKinds])})`
}

function isTold(db: Database) {
  return db`(m.kind <> 'ban' or m.seconded_at is not null)`
}

/** Of a row `post` that waits to be let in: nobody was asked yet, and nobody has said no. */
export function isUndecided(db: Database) {
  return db`not ${isHidden(db)} and not exists (
    select from moderation_cases c
    where c.topic_id = post.topic_id and c.reply_id is not distinct from post.reply_id and c.closed_at is null
      and c.origin = 'held')`
}

/** What a member may not do for now, and where they read why. */
export interface Holding {
  kind: 'read_only' | 'suspend' | 'ban'
  until: Temporal.Instant | null
  measureId: string
}

/** The strongest measure that keeps a member from writing; a ban counts once a second moderator has agreed. */
export async function findHolding(
  db: Database,
  memberId: string,
  now: Temporal.Instant,
): Promise<Holding | undefined> {
  const holdings = await holdingsInRounds(db, memberId)
  return holdings.find(({ until }) => until === null || Temporal.Instant.compare(until, now) > 0)
}

/** All that were not undone, the strongest first, also those whose time is over. */
const holdingsInRounds = roundsOn(async (db, memberIds: string[]): Promise<Holding[][]> => {
  const holdings = await db<(Holding & { memberId: string })[]>`
    select member_id, kind, until, id as measure_id from measures
    where member_id = any(${someOf(db, memberIds)}) and undone_at is null and kind in ('read_only', 'suspend', 'ban')
      and (kind <> 'ban' or seconded_at is not null)
    order by until desc nulls first`
  const ofMembers = Map.groupBy(holdings, ({ memberId }) => memberId)
  return memberIds.map((id) => (ofMembers.get(id) ?? []).map(({ memberId: _, ...holding }) => holding))
})
