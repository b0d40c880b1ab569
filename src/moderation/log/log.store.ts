import type { Database, Transaction } from '../../platform/database/index.ts'
import { beginning, hashOf, type LogEntry } from './logChain.ts'

/** Entries are written one after the other, whoever writes. */
// 7_140_002 is the lock on the data folder, which the running site holds for as long as it runs.
const logLock = 7_140_004

/** For what somebody does under their name: their letter beside it would name them in all other entries. */
const inTheOpen = '–'

/**
 * The last thing that a transaction does: whoever writes here holds up all others who would, and must wait for nobody
 * who may wait for them.
 * @param entry `keeperId` null: done under their name
 */
export async function addToLog(
  tx: Transaction,
  entry: { what: string; category: string; keeperId: string | null },
  now: Temporal.Instant,
): Promise<void> {
  await tx`select pg_advisory_xact_lock(${logLock})`
  const keeper = entry.keeperId === null ? inTheOpen : await letterOf(tx, entry.keeperId)
  const [last] = await tx<{ number: string; hash: Buffer }[]>`
    select number, hash from moderation_log order by number desc limit 1`
  const line = {
    number: String(BigInt(last?.number ?? 0) + 1n),
    onDate: now.toZonedDateTimeISO('UTC').toPlainDate(),
    what: entry.what,
    category: entry.category,
    keeper,
    previous: last?.hash ?? beginning,
  }
  await tx`
    insert into moderation_log (number, on_date, what, category, keeper, previous, hash)
    values (${line.number}, ${line.onDate}, ${line.what}, ${line.category}, ${line.keeper}, ${line.previous},
      ${hashOf(line)})`
  tx.changed('moderation log')
}

async function letterOf(tx: Transaction, keeperId: string): Promise<string> {
  await tx`insert into keeper_letters (member_id) values (${keeperId}) on conflict do nothing`
  const [letter] = await tx<
    { letter: number }[]
  >`select letter from keeper_letters where member_id = ${keeperId}`
  return `K${letter?.letter ?? 0}`
}

/** Newest first, for the page that everybody may read. */
export async function listLog(db: Database, before: string | undefined, limit: number): Promise<LogEntry[]> {
  return db<LogEntry[]>`
    select * from moderation_log ${before ? db`where number < ${before}` : db``}
    order by number desc limit ${limit}`
}

/** Oldest first, from after an entry: what a check goes through. */
export async function listLogAfter(db: Database, number: string, limit: number): Promise<LogEntry[]> {
  return db<LogEntry[]>`select * from moderation_log where number > ${number} order by number limit ${limit}`
}

/**
 * Decisions that are there and not in the log, by kind: a chain whose end was cut off is whole, but what was decided
 * stands elsewhere too, until its author leaves. In one statement, so that what is being decided now counts in both.
 */
export async function countUnlogged(db: Database): Promise<number> {
  const [row] = await db<{ missing: number }[]>`
    with decided as (
      select kind as what from measures
      union all
      select 'hold' from measures where hides and kind <> 'hold'
      union all
      select 'ban-agreed' from measures where kind = 'ban' and seconded_at is not null
      union all
      select case when granted then 'appeal-granted' else 'appeal-kept' end from appeals where decided_at is not null
    )
    select coalesce(sum(greatest(0, d.count - coalesce(l.count, 0))), 0)::int as missing
    from (select what, count(*) from decided group by what) d
      left join (select what, count(*) from moderation_log group by what) l using (what)`
  return row?.missing ?? 0
}
