import type { Database, Transaction } from '../../platform/database/index.ts'
import {
  columnsOfReply,
  columnsOfTopicPost,
  olderReplies,
  olderTopics,
  type Part,
  repliesFor,
  topicsFor,
} from '../found/found.store.ts'
import type { FoundPost, PostMark } from '../found/found.ts'
import type { Writer } from '../rules.ts'

export interface Asked {
  /** The day a post was written on, or the step. */
  by: 'day' | 'step'
  from: number
  to: number
  reader: Writer | undefined
  after?: PostMark | undefined
  limit: number
}

/**
 * What people wrote on some days, newest first, from those who let it be seen. The index holds each day newest first, so
 * every day is one read of it, however many posts there are.
 */
export async function listPostsOn(db: Database, asked: Asked): Promise<FoundPost[]> {
  const { by, from, to, reader, after, limit } = asked
  const isShown = by === 'day' ? db`m.shows_day` : db`exists (select from taper_steps where member_id = m.id)`
  const topicDay = by === 'day' ? db`t.author_day` : db`t.author_step`
  const replyDay = by === 'day' ? db`r.author_day` : db`r.author_step`
  return db<FoundPost[]>`
    select found.* from generate_series(${from}::int, ${to}::int) day cross join lateral (
      (select ${columnsOfTopicPost(db)}
        from ${topicsFor(db, reader, db`${topicDay} = day and ${isShown} and ${olderTopics(db, after)}`)}
        order by t.created_at desc, t.id desc limit ${limit})
      union all
      (select ${columnsOfReply(db)}
        from ${repliesFor(db, reader, db`${replyDay} = day and ${isShown} and ${olderReplies(db, after)}`)}
        order by r.created_at desc, r.topic_id desc, r.number desc limit ${limit})
    ) found
    order by found.created_at desc, found.topic_id desc, found.number desc limit ${limit}`
}

export interface Nearest {
  before: number | null
  after: number | null
}

/** The nearest days (or steps) outside of these on which somebody wrote. */
export async function findNearest(
  db: Database,
  asked: Pick<Asked, 'by' | 'from' | 'to' | 'reader'>,
): Promise<Nearest> {
  const { by, from, to, reader } = asked
  const isShown = by === 'day' ? db`m.shows_day` : db`exists (select from taper_steps where member_id = m.id)`
  const topicDay = by === 'day' ? db`t.author_day` : db`t.author_step`
  const replyDay = by === 'day' ? db`r.author_day` : db`r.author_step`
  const topic = (day: Part, order: Part) =>
    db`(select ${topicDay} from ${topicsFor(db, reader, db`${topicDay} ${day} and ${isShown}`)}
      order by ${topicDay} ${order} limit 1)`
  const reply = (day: Part, order: Part) =>
    db`(select ${replyDay} from ${repliesFor(db, reader, db`${replyDay} ${day} and ${isShown}`)}
      order by ${replyDay} ${order} limit 1)`
  const earlier = [db`< ${from}`, db`desc`] as const
  const later = [db`> ${to}`, db`asc`] as const
  const [nearest] = await db<Nearest[]>`
    select greatest(${topic(...earlier)}, ${reply(...earlier)}) as before,
      least(${topic(...later)}, ${reply(...later)}) as after`
  return nearest ?? { before: null, after: null }
}

export interface OwnPlace {
  lastDoseOn: Temporal.PlainDate | null
  showsDay: boolean
  step: number | null
}

export async function getOwnPlace(db: Database, memberId: string): Promise<OwnPlace> {
  const [place] = await db<OwnPlace[]>`
    select m.last_dose_on, m.shows_day, taper.step from members m
    left join taper_steps taper on taper.member_id = m.id where m.id = ${memberId}`
  return place ?? { lastDoseOn: null, showsDay: false, step: null }
}

/** @param step null: shown no longer, nor on what was written before */
export async function changeStep(
  tx: Transaction,
  memberId: string,
  step: number | null,
  now: Temporal.Instant,
): Promise<void> {
  if (step === null) await tx`delete from taper_steps where member_id = ${memberId}`
  else
    await tx`insert into taper_steps (member_id, step, changed_at) values (${memberId}, ${step}, ${now})
      on conflict (member_id) do update set step = excluded.step, changed_at = excluded.changed_at`
}
