import type { Database, Transaction } from '../platform/database/index.ts'
import { notFound } from '../platform/errors.ts'
import type { Circle, Group, GroupDraft, GroupKind, Practice, Purpose } from './kinds.ts'
import { freeSlug, isSlug, slugOf } from './slugs.ts'

export interface GroupFilters {
  kind?: GroupKind | undefined
  words?: string | undefined
  purpose?: Purpose | undefined
  practice?: Practice | undefined
  circle?: Circle | undefined
  language?: string | undefined
  way?: 'online' | 'in_person' | undefined
  /** Of these alone. */
  ids?: string[] | undefined
}

export async function findGroup(db: Database, slug: string): Promise<Group | undefined> {
  // What cannot be an address is not even asked for: PostgreSQL refuses some of it as no text.
  if (!isSlug(slug)) return undefined
  const [group] = await db<Group[]>`select * from groups where slug = ${slug}`
  return group
}

export async function getGroup(db: Database, slug: string): Promise<Group> {
  const group = await findGroup(db, slug)
  if (!group) throw notFound()
  return group
}

export async function findGroupById(db: Database, id: string): Promise<Group | undefined> {
  const [group] = await db<Group[]>`select * from groups where id = ${id}`
  return group
}

/** Groups made here first, then those that were lively last; closed ones are left out. */
export async function listGroups(
  db: Database,
  filters: GroupFilters = {},
  paging: { limit?: number; offset?: number } = {},
): Promise<Group[]> {
  return db<Group[]>`
    select * from groups where ${matching(db, filters)}
    order by (source_key is null) desc, last_active_at desc nulls last, name, id
    limit ${paging.limit ?? 50} offset ${paging.offset ?? 0}`
}

export async function countGroupsByKind(
  db: Database,
  filters: GroupFilters = {},
): Promise<Partial<Record<GroupKind, number>>> {
  const rows = await db<{ kind: GroupKind; groups: number }[]>`
    select kind, count(*)::int as groups from groups
    where ${matching(db, { ...filters, kind: undefined })} group by kind`
  return Object.fromEntries(rows.map((row) => [row.kind, row.groups]))
}

function matching(db: Database, filters: GroupFilters) {
  const { kind, words, purpose, practice, circle, language, way, ids } = filters
  const like = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : undefined
  return db`status = 'active'
    ${ids ? db`and id = any(${ids}::bigint[])` : db``}
    ${kind ? db`and kind = ${kind}` : db``}
    ${purpose ? db`and ${purpose} = any(purposes)` : db``}
    ${practice ? db`and ${practice} = any(practices)` : db``}
    ${circle ? db`and ${circle} = any(circles)` : db``}
    ${language ? db`and ${language} = any(languages)` : db``}
    ${way === 'online' ? db`and online` : way === 'in_person' ? db`and in_person` : db``}
    ${like ? db`and (name ilike ${like} or summary ilike ${like} or place_name ilike ${like})` : db``}`
}

export async function addGroup(
  tx: Transaction,
  draft: GroupDraft,
  by: { memberId: string; now: Temporal.Instant },
): Promise<Group> {
  const group = await insertGroup(tx, draft, by)
  await tx`insert into group_members (group_id, member_id, role, joined_at)
    values (${group.id}, ${by.memberId}, 'host', ${by.now})`
  tx.changed('groups')
  return group
}

/** What shows only a group's name, address and whether it is open. */
export const groupNameTag = (groupId: string) => `=group ${groupId}`

/**
 * @param version what the host had before them
 * @returns false when another host has changed the group since: nothing is written then
 */
export async function changeGroup(
  tx: Transaction,
  groupId: string,
  draft: GroupDraft,
  version: number,
): Promise<boolean> {
  const rows = await tx`update groups set version = version + 1
    where id = ${groupId} and version = ${version} returning id`
  if (rows.length === 0) return false
  await writeDraft(tx, groupId, draft)
  tx.changed('groups', `group:${groupId}`, groupNameTag(groupId))
  return true
}

async function writeDraft(tx: Transaction, groupId: string, draft: GroupDraft): Promise<void> {
  await tx`update groups set name = ${draft.name}, kind = ${draft.kind}, summary = ${draft.summary},
    agreements = ${draft.agreements}, purposes = ${draft.purposes}, spirituality = ${draft.spirituality},
    languages = ${draft.languages}, circles = ${draft.circles}, practices = ${draft.practices},
    online = ${draft.online}, in_person = ${draft.inPerson}, zone = ${draft.zone}, place_name = ${draft.placeName}
    where id = ${groupId}`
}

/** Its forum stays readable; nothing is added from now on. */
export async function closeGroup(tx: Transaction, groupId: string, now: Temporal.Instant): Promise<void> {
  await tx`update groups set status = 'closed', closed_at = ${now} where id = ${groupId} and status = 'active'`
  tx.changed('groups', `group:${groupId}`, groupNameTag(groupId))
}

/** Remembers that the group showed a sign of life; an older sign than the last one changes nothing. */
export async function touchGroup(tx: Database, groupId: string, at: Temporal.Instant): Promise<void> {
  await touchGroups(tx, [groupId], at)
}

/** In the order of their ids, so that two who touch several never wait for each other. */
export async function touchGroups(tx: Database, groupIds: string[], at: Temporal.Instant): Promise<void> {
  await tx`
    update groups set last_active_at = greatest(last_active_at, ${at})
    where id in (select id from groups where id = any(${groupIds}::bigint[]) order by id for no key update)`
}

async function insertGroup(
  tx: Transaction,
  draft: GroupDraft,
  by: { memberId: string; now: Temporal.Instant },
): Promise<Group> {
  const wanted = slugOf(draft.name)
  let slug = wanted
  for (;;) {
    const [group] = await tx<Group[]>`
      insert into groups (slug, name, kind, summary, agreements, purposes, spirituality, languages, circles,
        practices, online, in_person, zone, place_name, created_by, created_at, last_active_at)
      values (${slug}, ${draft.name}, ${draft.kind}, ${draft.summary}, ${draft.agreements}, ${draft.purposes},
        ${draft.spirituality}, ${draft.languages}, ${draft.circles}, ${draft.practices}, ${draft.online},
        ${draft.inPerson}, ${draft.zone}, ${draft.placeName}, ${by.memberId}, ${by.now},
        ${by.now})
      on conflict (slug) do nothing
      returning *`
    if (group) return group
    // Taken, perhaps in this very moment: look for the next free one, as often as it takes.
    const used = await tx<{ slug: string }[]>`
      select slug from groups where slug = ${wanted} or slug like ${`${wanted}-%`}`
    slug = freeSlug(
      wanted,
      used.map((row) => row.slug),
    )
  }
}
