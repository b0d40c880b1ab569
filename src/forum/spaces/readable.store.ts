import type { Database } from '../../platform/database/index.ts'
import { isKeeper, type Writer } from '../rules.ts'

/** In a query where `s` are spaces: those that exist for this reader. Undefined: a guest. */
export function readableBy(db: Database, reader: Writer | undefined) {
  if (!reader) return db`s.readers = 'everybody'`
  if (isKeeper(reader)) return db`true`
  return db`(s.readers = 'everybody' or s.group_id is null or exists (
    select from group_members where group_id = s.group_id and member_id = ${reader.id}))`
}
