import { dayShown } from '../account/index.ts'
import { touchGroups } from '../groups/index.ts'
import { keepSignals } from '../moderation/trust/index.ts'
import type { Category } from '../moderation/words/index.ts'
import { type Database, roundsOn, type Transaction, transaction } from '../platform/database/index.ts'
import { Refusal } from '../platform/errors.ts'
import { afterReplies } from './following/afterPost.store.ts'
import { quotedHandles } from './following/quoted.rules.ts'
import type { NoteKind } from './posts/notes.ts'
import { type Author, listTags, topicTag, type Written } from './writing.store.ts'

interface NewReply extends Written {
  notes?: NoteKind[]
  once: string
  /** Marked as "I need someone". */
  needs?: boolean
  signals?: Category[]
}

/** A reply on its way, and where it is to go. */
interface Sent {
  topicId: string
  author: Author
  reply: NewReply
  now: Temporal.Instant
}

/** Where it stands. */
interface Added {
  id: string
  topicId: string
  number: number
}

/**
 * Adds a reply, which answers the topic unless its own author wrote it. The topic's row is locked meanwhile: numbers
 * have no gaps, and a topic that was closed since the page was drawn stays closed. The same form sent twice gives the
 * reply of the first time.
 * @returns undefined when the topic was closed or removed in the meantime
 */
export function addReply(
  db: Database,
  topicId: string,
  author: Author,
  reply: NewReply,
  now: Temporal.Instant,
): Promise<Added | undefined> {
  return inRounds(db, { topicId, author, reply, now })
}

/** Replies that come in the same moment share a transaction, as long as they are of different people. */
const inRounds = roundsOn(addReplies, {
  apart: ({ author }: Sent) => [`member ${author.id}`],
  together: ({ topicId }) => [`topic ${topicId}`],
})

async function addReplies(db: Database, sent: Sent[]): Promise<(Added | undefined)[]> {
  return transaction(db, async (tx) => {
    // Sent together, done one after the other: what is asked before the lock is there does not know of a double send.
    const [, spots, earlier] = await Promise.all([planOnce(tx), lockSpots(tx, sent), listEarlier(tx, sent)])
    const arriving = inTheirPlaces(
      sent.flatMap((one) => {
        const spot = spots.get(one.author.id)
        return !spot || spot.isShut || earlier.has(one.author.id) ? [] : [{ ...one, spot }]
      }),
    )
    // Sent together as well: where a reply will stand is known since its topic is locked.
    await Promise.all([insertReplies(tx, arriving), followUp(tx, arriving)])
    const added = new Map(arriving.map(({ author, added }) => [author.id, added]))
    return sent.map(({ author }) => {
      // Wherever the form went before, it is one reply; but nobody hears of it where they may write no more.
      const there = spots.has(author.id)
      return there ? (earlier.get(author.id) ?? added.get(author.id)) : undefined
    })
  })
}

/** A round of three is no reason to plan anew what was planned for ten: that would take longer than to do it. */
async function planOnce(tx: Transaction): Promise<void> {
  await tx`set local plan_cache_mode = force_generic_plan`
}

/** What is known of a topic and of whoever writes in it, from the moment the topic is locked. */
interface Spot {
  groupId: string | null
  isShut: boolean
  showsDay: boolean
  lastDoseOn: Temporal.PlainDate | null
  replyCount: number
  /** An id for the reply, if it is written. */
  replyId: string
}

/** By author. The topics in the order of their ids, so that two rounds never wait for each other. */
async function lockSpots(tx: Transaction, sent: Sent[]): Promise<Map<string, Spot>> {
  const spots = await tx<(Spot & { authorId: string })[]>`
    select sent.author_id, t.group_id, m.shows_day, m.last_dose_on, t.reply_count,
      nextval('replies_id_seq') as reply_id,
      coalesce(t.closed_at, t.removed_at, s.retired_at, g.closed_at) is not null as is_shut
    from unnest(${sent.map(({ topicId }) => topicId)}::bigint[], ${sent.map(({ author }) => author.id)}::bigint[])
        as sent (topic_id, author_id)
      join topics t on t.id = sent.topic_id join members m on m.id = sent.author_id
      join spaces s on s.id = t.space_id left join groups g on g.id = t.group_id
    order by t.id for no key update of t`
  return new Map(spots.map(({ authorId, ...spot }) => [authorId, spot]))
}

type Arriving = Sent & { spot: Spot; added: Added }

/** One after the other in each topic in the order in which they came, ids and numbers alike. */
function inTheirPlaces(arriving: (Sent & { spot: Spot })[]): Arriving[] {
  return [...Map.groupBy(arriving, ({ topicId }) => topicId)].flatMap(([topicId, inTopic]) => {
    const ids = inTopic.map(({ spot }) => BigInt(spot.replyId)).sort((one, other) => (one < other ? -1 : 1))
    return inTopic.map((one, at) => ({
      ...one,
      added: { id: String(ids[at]), topicId, number: one.spot.replyCount + at + 1 },
    }))
  })
}

/** What the same forms made before, by author. */
async function listEarlier(tx: Transaction, sent: Sent[]): Promise<Map<string, Added>> {
  const earlier = await tx<(Added & { authorId: string })[]>`
    select r.author_id, r.id, r.topic_id, r.number
    from unnest(${sent.map(({ author }) => author.id)}::bigint[], ${sent.map(({ reply }) => reply.once)}::uuid[])
        as sent (author_id, once)
      join replies r on r.author_id = sent.author_id and r.once = sent.once`
  return new Map(earlier.map(({ authorId, ...added }) => [authorId, added]))
}

async function insertReplies(tx: Transaction, arriving: Arriving[]): Promise<void> {
  if (arriving.length === 0) return
  const column = <T>(of: (one: Arriving) => T) => arriving.map(of)
  const added = await tx`
    with sent as (
      select *, moment::timestamptz as now from unnest(${column(({ added }) => added.id)}::bigint[],
        ${column(({ added }) => added.number)}::integer[], ${column(({ topicId }) => topicId)}::bigint[],
        ${column(({ author }) => author.id)}::bigint[],
        ${column(({ author, spot }) => dayShown(spot, author.today) ?? null)}::integer[],
        ${column(({ reply }) => (reply.notes ?? []).join(' '))}::text[],
        ${column(({ reply }) => reply.markdown)}::text[], ${column(({ reply }) => reply.html)}::text[],
        ${column(({ reply }) => reply.once)}::uuid[], ${column(({ now }) => now.toString())}::text[],
        ${column(({ reply }) => (reply.needs ? 'needs' : ''))}::text[]
      ) as sent (id, number, topic_id, author_id, author_day, notes, markdown, html, once, moment, asks)
    ), topic as (
      update topics t set reply_count = last.number, last_post_at = last.now, answered_at = coalesce(t.answered_at,
        (select min(now) from sent where topic_id = t.id and author_id is distinct from t.author_id and asks = ''))
      from (select topic_id, max(number) as number, max(now) as now from sent group by topic_id) last
      where t.id = last.topic_id
    ), draft as (
      delete from drafts d using sent where d.member_id = sent.author_id and d.once = sent.once
    )
    insert into replies (id, topic_id, number, author_id, author_day, author_step, notes, body_markdown, body_html, once,
      created_at) overriding system value
    select id, topic_id, number, author_id, author_day, (select step from taper_steps where member_id = author_id),
      string_to_array(notes, ' '), markdown, html, once, now
    from sent
    on conflict (author_id, once) do nothing`
  // The same form, sent to two topics in the same moment: the other one was quicker.
  if (added.count < arriving.length) throw new Refusal(409)
}

async function followUp(tx: Transaction, arriving: Arriving[]): Promise<void> {
  const replies = arriving.map(({ author, reply, added }) => ({
    ...added,
    authorId: author.id,
    needs: reply.needs === true,
    quotes: quotedHandles(reply.markdown),
  }))
  const now = arriving.map((one) => one.now).reduce(later, Temporal.Instant.fromEpochMilliseconds(0))
  if (replies.length > 0) await afterReplies(tx, replies, now)
  const groupIds = arriving.flatMap(({ spot }) => spot.groupId ?? [])
  if (groupIds.length > 0) tx.alongside(touchGroups(tx, groupIds, now))
  for (const { topicId, reply, spot, added } of arriving) {
    const replyId = added.id
    tx.alongside(keepSignals(tx, { topicId, replyId }, reply.signals ?? [], now))
    tx.announce(topicTag(topicId), { replyId, isNew: true })
    tx.changed(topicTag(topicId), ...listTags(spot.groupId))
  }
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}
