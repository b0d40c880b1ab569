import type { Database, Transaction } from '../../platform/database/index.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from '../spaces/readable.store.ts'

/** Somebody whose return others may be told of. */
export interface Returning {
  id: string
  handle: string
  isFollowed: boolean
}

export interface SpaceToFollow {
  id: string
  name: string
  slug: string | null
  groupSlug: string | null
}

/** A space that is there for this reader. */
export async function findSpaceToFollow(
  db: Database,
  spaceId: string,
  reader: Writer,
): Promise<SpaceToFollow | undefined> {
  const [space] = await db<SpaceToFollow[]>`
    select s.id, coalesce(g.name, s.name) as name, s.slug, g.slug as group_slug
    from spaces s left join groups g on g.id = s.group_id where s.id = ${spaceId} and ${readableBy(db, reader)}`
  return space
}

export async function isSpaceFollowed(db: Database, memberId: string, spaceId: string): Promise<boolean> {
  const rows = await db`select from space_follows where member_id = ${memberId} and space_id = ${spaceId}`
  return rows.length > 0
}

export async function followSpace(
  tx: Transaction,
  memberId: string,
  spaceId: string,
  follows: boolean,
  now: Temporal.Instant,
): Promise<void> {
  if (follows)
    await tx`insert into space_follows (member_id, space_id, followed_at) values (${memberId}, ${spaceId}, ${now})
      on conflict do nothing`
  else await tx`delete from space_follows where member_id = ${memberId} and space_id = ${spaceId}`
}

/** Those who wrote in a conversation and let their return be told. */
export async function listReturningIn(db: Database, topicId: string, memberId: string): Promise<Returning[]> {
  return db<Returning[]>`
    select m.id, m.handle, f.member_id is not null as is_followed
    from (
      select author_id from topics where id = ${topicId} and removed_at is null
      union select author_id from replies where topic_id = ${topicId} and removed_at is null and held_at is null
    ) wrote join members m on m.id = wrote.author_id
    join forum_members p on p.member_id = m.id and p.tells_return
    left join return_follows f on f.followed_id = m.id and f.member_id = ${memberId}
    where m.id <> ${memberId} order by m.handle limit 100`
}

export async function listFollowedPeople(db: Database, memberId: string): Promise<Returning[]> {
  return db<Returning[]>`
    select m.id, m.handle, true as is_followed from return_follows f join members m on m.id = f.followed_id
    where f.member_id = ${memberId} order by m.handle`
}

/** Only of those who let it be told. Stopping is always possible. */
export async function followReturn(
  tx: Transaction,
  memberId: string,
  followedId: string,
  follows: boolean,
  now: Temporal.Instant,
): Promise<void> {
  if (follows)
    await tx`
      insert into return_follows (member_id, followed_id, followed_at)
      select ${memberId}, member_id, ${now} from forum_members
      where member_id = ${followedId} and tells_return and member_id <> ${memberId} on conflict do nothing`
  else await tx`delete from return_follows where member_id = ${memberId} and followed_id = ${followedId}`
}

/** Taken back, those who waited for it are forgotten as well. */
export async function letReturnBeTold(
  tx: Transaction,
  memberId: string,
  tells: boolean,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into forum_members (member_id, tells_return, last_wrote_at)
    values (${memberId}, ${tells}, ${tells ? now : null})
    on conflict (member_id) do update set tells_return = excluded.tells_return, last_wrote_at = excluded.last_wrote_at`
  if (!tells) await tx`delete from return_follows where followed_id = ${memberId}`
}

export interface FollowedSpace {
  id: string
  name: string
}

export async function listFollowedSpaces(db: Database, memberId: string): Promise<FollowedSpace[]> {
  return db<FollowedSpace[]>`
    select s.id, coalesce(g.name, s.name) as name
    from space_follows f join spaces s on s.id = f.space_id left join groups g on g.id = s.group_id
    where f.member_id = ${memberId} order by 2`
}

export async function exportFollowing(db: Database, memberId: string): Promise<unknown> {
  const topics = await db`
    select t.id, t.title, k.state, k.read_number from topic_marks k join topics t on t.id = k.topic_id
    where k.member_id = ${memberId} order by t.id`
  const people = await db`
    select m.handle, f.followed_at from return_follows f join members m on m.id = f.followed_id
    where f.member_id = ${memberId} order by m.handle`
  const [own] = await db`
    select caught_up_at, tells_return, last_wrote_at from forum_members where member_id = ${memberId}`
  const [taper] = await db`select step, changed_at from taper_steps where member_id = ${memberId}`
  const spaces = await listFollowedSpaces(db, memberId)
  return {
    topics: [...topics],
    spaces: spaces.map(({ name }) => name),
    people: [...people],
    settings: own ?? null,
    taperStep: taper ?? null,
  }
}
