import { type Database, someOf } from '../../platform/database/index.ts'
import { isKeeper, type Writer } from '../rules.ts'

/** In a query where `s` are spaces: those that exist for this reader. Undefined: a guest. */
export function readableBy(db: Database, reader: Writer | undefined) {
  if (!reader) return db`s.readers = 'everybody'`
  if (isKeeper(reader)) return db`true`
  return db`(s.readers = 'everybody' or s.group_id is null or exists (
    select from group_members where group_id = s.group_id and member_id = ${reader.id}))`
}

/** What decides which spaces somebody may read: two of whom it is the same may read the same. */
export type Readership = 'guests' | 'keepers' | { ownGroups: string[] }

export async function readershipOf(db: Database, reader: Writer | undefined): Promise<Readership> {
  if (!reader) return 'guests'
  if (isKeeper(reader)) return 'keepers'
  const own = await db<{ groupId: string }[]>`
    select s.group_id from group_members g join spaces s on s.group_id = g.group_id
    where g.member_id = ${reader.id} and s.readers <> 'everybody' order by s.group_id`
  return { ownGroups: own.map(({ groupId }) => groupId) }
}

/** In a query where `s` are spaces, as `readableBy`: whatever has become of their groups since it was asked. */
export function readableAs(db: Database, readership: Readership) {
  if (readership === 'guests') return db`s.readers = 'everybody'`
  if (readership === 'keepers') return db`true`
  const { ownGroups } = readership
  return db`(s.readers = 'everybody' or s.group_id is null
    ${ownGroups.length > 0 ? db`or s.group_id = any(${someOf(db, ownGroups)})` : db``})`
}
