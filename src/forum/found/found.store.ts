import type { Database } from '../../platform/database/index.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from '../spaces/readable.store.ts'
import type { PostMark } from './found.ts'

/**
 * Posts of both kinds under the same names. Somebody's day and step are theirs to show: they stand here only while
 * they wish it. What is needed once a row is asked for in the row: every join more would be planned anew for each page.
 */
export function columnsOfTopicPost(db: Database) {
  return db`t.id as topic_id, t.title, null::bigint as reply_id, 0 as number, m.id as author_id, m.handle as author_handle,
    case when m.shows_day then t.author_day end as author_day,
    case when exists (select from taper_steps where member_id = t.author_id) then t.author_step end as author_step,
    ${spaceName(db)}, t.body_html, t.notes, t.collapsed_at is not null as is_folded,
    t.kind = 'check_in' as is_houses, t.created_at`
}

export function columnsOfReply(db: Database) {
  return db`r.topic_id, t.title, r.id as reply_id, r.number, m.id as author_id, m.handle as author_handle,
    case when m.shows_day then r.author_day end as author_day,
    case when exists (select from taper_steps where member_id = r.author_id) then r.author_step end as author_step,
    ${spaceName(db)}, r.body_html, r.notes, r.collapsed_at is not null as is_folded, false as is_houses, r.created_at`
}

/** The same of a post `p` of either kind, with its topic `t` and, where it is one, its reply `r`. */
export function columnsOfPost(db: Database) {
  return db`t.id as topic_id, t.title, r.id as reply_id, p.number, m.id as author_id, m.handle as author_handle,
    case when m.shows_day then p.author_day end as author_day,
    case when exists (select from taper_steps where member_id = p.author_id)
      then case when p.post < 0 then t.author_step else r.author_step end end as author_step,
    ${spaceName(db)}, case when p.post < 0 then t.body_html else r.body_html end as body_html,
    case when p.post < 0 then t.notes else r.notes end as notes,
    case when p.post < 0 then t.collapsed_at else r.collapsed_at end is not null as is_folded,
    p.post < 0 and t.kind = 'check_in' as is_houses, p.created_at`
}

function spaceName(db: Database) {
  return db`coalesce((select name from groups where id = s.group_id), s.name) as space_name`
}

/** A piece of a query. */
export type Part = ReturnType<typeof columnsOfReply>

/** Topics `t` that are there for this reader, with their space and author. */
export function topicsFor(db: Database, reader: Writer | undefined, and: Part) {
  return db`topics t join spaces s on s.id = t.space_id left join members m on m.id = t.author_id
    where t.removed_at is null and t.held_at is null and ${readableBy(db, reader)} and ${and}`
}

/** Replies `r` that are there for this reader; those to a removed topic stay. */
export function repliesFor(db: Database, reader: Writer | undefined, and: Part) {
  return db`replies r join topics t on t.id = r.topic_id join spaces s on s.id = t.space_id
      left join members m on m.id = r.author_id
    where r.removed_at is null and r.held_at is null and t.held_at is null and ${readableBy(db, reader)} and ${and}`
}

export function olderTopics(db: Database, after: PostMark | undefined) {
  return after ? db`(t.created_at, t.id, 0) < (${after.at}, ${after.topicId}, ${after.number})` : db`true`
}

export function olderReplies(db: Database, after: PostMark | undefined) {
  return after
    ? db`(r.created_at, r.topic_id, r.number) < (${after.at}, ${after.topicId}, ${after.number})`
    : db`true`
}
