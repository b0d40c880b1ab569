import type { Database, Transaction } from '../../platform/database/index.ts'
import { newsChannel } from '../index.ts'
import { keptDays } from './rules.ts'

/** What somebody is told. Never the content of a post: names and titles of things they may see, no more. */
export interface NewNotice {
  /** One of the kinds that a slice gives a sentence for. */
  kind: string
  /** Where it leads, on this site. */
  link: string
  /** A title of a conversation comes with its id as `topic`, so that it can be taken back. */
  words?: Record<string, string>
  /** Several about the same thing (`topic 12`) are one, the newest, until it is read. */
  about?: string
  /** Minutes count, and whoever is told has said that they are there: quiet hours do not put it off. */
  isUrgent?: boolean
}

export interface Notice {
  id: string
  kind: string
  link: string
  words: Record<string, string>
  createdAt: Temporal.Instant
  readAt: Temporal.Instant | null
}

/** One announcement holds less than 8,000 bytes, and a space may have thousands who follow it. */
const namedAtOnce = 300

/** Who is told what. */
export interface Telling {
  memberIds: readonly string[]
  notice: NewNotice
}

/** Tells members something, once each however often they are named. */
export async function addNotices(
  tx: Transaction,
  memberIds: readonly string[],
  notice: NewNotice,
  now: Temporal.Instant,
): Promise<void> {
  await addAllNotices(tx, [{ memberIds, notice }], now)
}

/** Tells several things at once; of several about the same thing to the same member the last. */
export async function addAllNotices(
  tx: Transaction,
  tellings: readonly Telling[],
  now: Temporal.Instant,
): Promise<void> {
  const told = eachOnce(tellings)
  if (told.length === 0) return
  const column = (of: (notice: NewNotice) => string | null) => told.map(({ notice }) => of(notice))
  const ids = [...new Set(told.map(({ memberId }) => memberId))]
  for (let from = 0; from < ids.length; from += namedAtOnce)
    tx.announce(newsChannel, { memberIds: ids.slice(from, from + namedAtOnce), isMore: true })
  // In the order in which readers lock theirs: see `markRead`.
  await tx`
    insert into notices (member_id, kind, link, words, about, created_at, due_at)
    select m.id, told.kind, told.link, told.words::jsonb, told.about, ${now},
      case when told.haste = 'urgent' or q.member_id is null then ${now}
        else after_quiet(${now}, q.zone, q.from_minute, q.to_minute) end
    from unnest(${told.map(({ memberId }) => memberId)}::bigint[], ${column(({ kind }) => kind)}::text[],
        ${column(({ link }) => link)}::text[], ${column(({ words = {} }) => JSON.stringify(words))}::text[],
        ${column(({ about = null }) => about)}::text[],
        ${column(({ isUrgent }) => (isUrgent ? 'urgent' : ''))}::text[])
        as told (member_id, kind, link, words, about, haste)
      join members m on m.id = told.member_id left join quiet_hours q on q.member_id = m.id
    order by m.id, told.about
    on conflict (member_id, about) where read_at is null and about is not null
    do update set kind = excluded.kind, link = excluded.link, words = excluded.words,
      created_at = excluded.created_at, due_at = excluded.due_at`
}

function eachOnce(tellings: readonly Telling[]): { memberId: string; notice: NewNotice }[] {
  const told = new Map<string, { memberId: string; notice: NewNotice }>()
  tellings.forEach(({ memberIds, notice }, at) => {
    for (const memberId of memberIds)
      told.set(`${memberId} ${notice.about ?? `, ${at}`}`, { memberId, notice })
  })
  return [...told.values()]
}

/** What was told is not so any more; what was read was read. */
export async function takeBackNotices(tx: Transaction, memberId: string, about: string): Promise<void> {
  await tx`delete from notices where member_id = ${memberId} and about = ${about} and read_at is null`
  tx.announce(newsChannel, { memberIds: [memberId] })
}

/** The conversations are gone, or not for everybody any more: what was told of them stays, without their titles. */
export async function takeBackTitles(tx: Transaction, topicIds: readonly string[]): Promise<void> {
  await tx`
    update notices set words = words - 'title'
    where id in (select id from notices
        where words->>'topic' = any(${[...topicIds]}::text[]) and words ? 'title'
        order by member_id, about, id for update)`
}

/** The newest notices of a member whose time has come. */
export async function listNotices(
  db: Database,
  memberId: string,
  now: Temporal.Instant,
  limit: number,
): Promise<Notice[]> {
  return db<Notice[]>`
    select id, kind, link, words, created_at, read_at from notices
    where member_id = ${memberId} and due_at <= ${now} order by due_at desc, id desc limit ${limit}`
}

/** What was shown is read. */
export async function markRead(
  tx: Transaction,
  memberId: string,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  // Locked in one order by whoever holds several: those who tell and those who read never wait for each other.
  await tx`
    update notices set read_at = ${now}
    where id in (select id from notices
        where member_id = ${memberId} and id = any(${ids}) and read_at is null order by about, id for update)`
  tx.announce(newsChannel, { memberIds: [memberId] })
}

/** Without the names of others that stand in some of them. */
export async function exportNotices(db: Database, memberId: string): Promise<unknown> {
  return [
    ...(await db`
      select kind, link, created_at, read_at from notices where member_id = ${memberId} order by id`),
  ]
}

export async function eraseNotices(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from notices where member_id = ${memberId}`
  // What others were told about them goes as well: it names them.
  await tx`
    delete from notices using members m
    where m.id = ${memberId} and (words->>'name' = m.handle or words->>'handle' = m.handle)`
}

export async function removeOldNotices(db: Database, now: Temporal.Instant): Promise<void> {
  await db`delete from notices where created_at < ${now.subtract({ hours: keptDays * 24 })}`
}
