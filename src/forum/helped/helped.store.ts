import type { Database } from '../../platform/database/index.ts'
import type { Writer } from '../rules.ts'
import { readableBy } from '../spaces/readable.store.ts'
import { summary, type TopicSummary, topicsWithNames } from '../store.ts'
import type { HelpId } from './helps.rules.ts'

interface HelpedOf {
  /** Undefined: whatever it helped with. */
  symptom?: HelpId | undefined
  reader: Writer | undefined
  /** Only those before this one. */
  before?: string | undefined
  limit: number
}

/** What members wrote had helped them, the newest first: how many read or thanked it says nothing about what helps. */
export async function listHelped(db: Database, of: HelpedOf): Promise<TopicSummary[]> {
  return db<TopicSummary[]>`
    select ${summary(db)} from ${topicsWithNames(db)}
    where t.kind = 'resource' and t.removed_at is null and t.held_at is null and t.collapsed_at is null
      and t.merged_into is null and ${readableBy(db, of.reader)}
      ${of.symptom ? db`and t.helps_with @> array[${of.symptom}]::text[]` : db``}
      ${of.before ? db`and t.id < ${of.before}` : db``}
    order by t.id desc limit ${of.limit}`
}
