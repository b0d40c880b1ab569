import { findGroup, type Group } from '../../groups/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from './readable.store.ts'
import type { Space } from './space.ts'

/** What lists of spaces and the names of spaces on other pages depend on. */
export const spacesTag = '=spaces'

/** An open space, also a retired one: its words stay readable. */
async function findSpace(db: Database, slug: string, reader: Writer | undefined): Promise<Space | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined
  const [space] = await db<Space[]>`
    select ${columns(db)} from spaces s left join groups g on g.id = s.group_id
    where s.slug = ${slug} and ${readableBy(db, reader)}`
  return space
}

export async function getSpace(db: Database, slug: string, reader: Writer | undefined): Promise<Space> {
  const space = await findSpace(db, slug, reader)
  if (!space) throw notFound()
  return space
}

/** The space of a group; every group has one, also before anybody has written in it. */
async function findGroupSpace(
  db: Database,
  groupSlug: string,
  reader: Writer | undefined,
): Promise<Space | undefined> {
  const group = await findGroup(db, groupSlug)
  if (!group) return undefined
  const [space] = await db<(Space & { mayRead: boolean })[]>`
    select ${columns(db)}, ${readableBy(db, reader)} as may_read
    from spaces s join groups g on g.id = s.group_id where s.group_id = ${group.id}`
  if (!space) return unwritten(group)
  const { mayRead, ...found } = space
  return mayRead ? found : undefined
}

export async function getGroupSpace(
  db: Database,
  groupSlug: string,
  reader: Writer | undefined,
): Promise<Space> {
  const space = await findGroupSpace(db, groupSlug, reader)
  if (!space) throw notFound()
  return space
}

/** A space by the word that forms use for it: `sleep`, or `group:night-watch`. */
export async function findSpaceNamed(
  db: Database,
  value: string,
  reader: Writer | undefined,
): Promise<Space | undefined> {
  return value.startsWith('group:')
    ? findGroupSpace(db, value.slice('group:'.length), reader)
    : findSpace(db, value, reader)
}

function unwritten(group: Group): Space {
  return {
    id: null,
    groupId: group.id,
    groupSlug: group.slug,
    slug: null,
    name: group.name,
    about: group.summary,
    zone: group.zone,
    readers: 'everybody',
    opensCheckIn: false,
    isIndexed: false,
    retiredAt: group.closedAt,
  }
}

/** The space's id; a group's space is made when somebody first writes in it. */
export async function placeOf(tx: Transaction, space: Pick<Space, 'id' | 'groupId'>): Promise<string> {
  if (space.id) return space.id
  await tx`insert into spaces (group_id) values (${space.groupId}) on conflict (group_id) do nothing`
  const [made] = await tx<{ id: string }[]>`select id from spaces where group_id = ${space.groupId}`
  if (!made) throw new Error('The space of a group was neither made nor there before.')
  return made.id
}

/** The open spaces in the operator's order; retired ones last, and only where they are asked for. */
export async function listOpenSpaces(
  db: Database,
  reader: Writer | undefined,
  options: { retired?: boolean } = {},
): Promise<Space[]> {
  return db<Space[]>`
    select ${columns(db)} from spaces s left join groups g on g.id = s.group_id
    where s.group_id is null and ${readableBy(db, reader)}
      ${options.retired ? db`` : db`and s.retired_at is null`}
    order by s.retired_at is not null, s.place, s.id`
}

/** The spaces of groups in which somebody has written, the liveliest first. */
export async function listGroupSpaces(
  db: Database,
  reader: Writer | undefined,
  limit: number,
): Promise<Space[]> {
  return db<Space[]>`
    select ${columns(db)} from spaces s join groups g on g.id = s.group_id
    where g.status = 'active' and ${readableBy(db, reader)}
      and exists (select from topics t where t.space_id = s.id and t.removed_at is null and t.held_at is null)
    order by g.last_active_at desc nulls last, g.id limit ${limit}`
}

/** Whether there is any group whose words only its own members read. */
export async function hasHiddenGroups(db: Database): Promise<boolean> {
  const [hidden] = await db`select from spaces where group_id is not null and readers <> 'everybody' limit 1`
  return hidden !== undefined
}

function columns(db: Database) {
  return db`s.id, s.group_id, g.slug as group_slug, s.slug, coalesce(g.name, s.name) as name,
    coalesce(g.summary, s.about) as about, coalesce(s.zone, g.zone) as zone, s.readers, s.opens_check_in,
    s.is_indexed, coalesce(s.retired_at, g.closed_at) as retired_at`
}
