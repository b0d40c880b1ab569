import { type Database, roundsOn, someOf, type Transaction } from '../../platform/database/index.ts'
import type { Category } from '../words/index.ts'
import { isLimited, newMembers, type Standing, toLevel1 } from './rules.ts'

/**
 * What a member has read, written and been reported for. Never more is looked at than matters: somebody who has written
 * here for years is known after a few rows.
 */
export async function getStanding(db: Database, memberId: string, now: Temporal.Instant): Promise<Standing> {
  const standing = await standingsInRounds(db, memberId)
  if (!standing) throw new Error('The member is gone.')
  const written = isLimited(standing, now) ? await countWritten(db, memberId, now) : unlimited
  return { ...standing, ...written }
}

type Standings = Omit<Standing, 'postsSent' | 'postsToday'>

const standingsInRounds = roundsOn(async (db, memberIds: string[]): Promise<(Standings | undefined)[]> => {
  // As they stand: with a parameter for a limit a statement is planned anew each time.
  const read = db.unsafe(String(toLevel1.postsRead))
  const accepted = db.unsafe(String(toLevel1.postsAccepted))
  const standings = await db<(Standings & { id: string })[]>`
    select m.id, m.role, m.created_at as joined_at, m.proved_work, m.vouched_at is not null as is_vouched,
      (select least(coalesce(sum(read_number + 1), 0), ${read})::int from (
        select read_number from topic_marks where member_id = m.id and read_number >= 0 limit ${read}) k) as posts_read,
      (select count(*)::int from (
        (select from replies where author_id = m.id and held_at is null and not removed_by_moderator limit ${accepted})
        union all
        (select from topics where author_id = m.id and held_at is null and not removed_by_moderator limit ${accepted})
        limit ${accepted}) p) as posts_accepted,
      (select count(*)::int from (
        select from reports r join moderation_cases c on c.id = r.case_id
        where c.author_id = m.id and r.upheld and not (${isAboutCrisis(db, 'r')} or ${isAboutCrisis(db, 'c')}) limit 1) p
      ) as reports_upheld
    from members m where m.id = any(${someOf(db, memberIds)})`
  const byId = new Map(standings.map(({ id, ...standing }) => [id, standing]))
  return memberIds.map((id) => byId.get(id))
})

/** Nobody is less trusted because others were afraid for them. */
function isAboutCrisis(db: Database, of: 'r' | 'c') {
  return db`${db(of)}.category ~ '^(worried|crisis)'`
}

const unlimited = { postsSent: newMembers.heldPosts, postsToday: 0 }

const mostADay = newMembers.postsADay + newMembers.darkPostsADay

/** What the limits of new members count. */
async function countWritten(
  db: Database,
  memberId: string,
  now: Temporal.Instant,
): Promise<typeof unlimited> {
  const [written] = await db<(typeof unlimited)[]>`
    with posts as (
      select created_at from topics where author_id = ${memberId}
      union all
      select created_at from replies where author_id = ${memberId}
    )
    select least(count(*), ${newMembers.heldPosts})::int as posts_sent,
      least(count(*) filter (where created_at > ${now.subtract({ hours: 24 })}), ${mostADay})::int as posts_today
    from posts`
  return written ?? unlimited
}

interface PostRef {
  topicId: string
  replyId: string | null
}

/** Keeps with a post what its words were seen to be about, once each; of changed words it is looked at once more. */
export async function keepSignals(
  tx: Transaction,
  { topicId, replyId }: PostRef,
  categories: readonly Category[],
  now: Temporal.Instant,
): Promise<void> {
  if (categories.length === 0) return
  await tx`
    insert into post_signals (topic_id, reply_id, category, found_at)
    select ${topicId}, ${replyId}, category, ${now} from unnest(${[...categories]}::text[]) as category
    on conflict (topic_id, reply_id, category) do update set is_seen = false, found_at = excluded.found_at`
}

/** Whether somebody below the first post of a topic speaks of a crisis: with the first post they would be out of sight. */
export async function isDarkBelow(db: Database, topicId: string): Promise<boolean> {
  const rows = await db`
    select from post_signals s join replies r on r.id = s.reply_id
    where s.topic_id = ${topicId} and s.category like 'crisis%' and r.removed_at is null and r.held_at is null limit 1`
  return rows.length > 0
}

/** The words are gone, and with them what they were about. */
export async function forgetSignals(tx: Transaction, { topicId, replyId }: PostRef): Promise<void> {
  await tx`
    delete from post_signals where topic_id = ${topicId} and reply_id is not distinct from ${replyId}::bigint`
}

/** What the queue calls what was found. */
const queueNames: Partial<Record<string, string>> = {
  vendor: 'sourcing',
  price: 'sourcing',
  contact: 'privacy',
  amount: 'dosing',
  'about-another': 'worried',
}

/**
 * What a post with several is called by, the first of them: who offers something and says how to reach them is selling,
 * and their number is part of it.
 */
const byName = [
  'crisis-explicit',
  'crisis-implicit',
  'about-another',
  'sourcing',
  'vendor',
  'price',
  'contact',
  'dosing',
  'amount',
  'link',
]

interface Signals extends PostRef {
  authorId: string | null
  /** What the queue calls all that was found; the post is called by the first. */
  categories: string[]
}

/** Posts with words that nobody has looked at: each once, and not again. */
export async function listUnseenSignals(tx: Transaction, limit: number): Promise<Signals[]> {
  const found = await tx<Signals[]>`
    with picked as (
      select ctid from post_signals where not is_seen order by found_at limit ${limit} for update skip locked
    ), seen as (
      update post_signals set is_seen = true where ctid in (select ctid from picked)
      returning topic_id, reply_id, category
    )
    select s.topic_id, s.reply_id, case when s.reply_id is null then t.author_id else r.author_id end as author_id,
      array_agg(s.category order by array_position(${byName}::text[], s.category), s.category) as categories
    from seen s join topics t on t.id = s.topic_id left join replies r on r.id = s.reply_id
    group by s.topic_id, s.reply_id, t.author_id, r.author_id order by s.topic_id, s.reply_id`
  return found.map((one) => ({ ...one, categories: one.categories.map((name) => queueNames[name] ?? name) }))
}

export async function exportSignals(db: Database, memberId: string): Promise<unknown> {
  return [
    ...(await db`
      select s.topic_id, s.reply_id, s.category, s.found_at from post_signals s join topics t on t.id = s.topic_id
        left join replies r on r.id = s.reply_id
      where case when s.reply_id is null then t.author_id else r.author_id end = ${memberId}
      order by s.found_at, s.topic_id, s.reply_id, s.category`),
  ]
}

/** Must run while the posts still say whose they were. */
export async function eraseSignals(tx: Transaction, memberId: string): Promise<void> {
  await tx`
    delete from post_signals s using topics t
    where t.id = s.topic_id and s.reply_id is null and t.author_id = ${memberId}`
  await tx`delete from post_signals s using replies r where r.id = s.reply_id and r.author_id = ${memberId}`
}
