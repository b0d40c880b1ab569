import type { Database } from '../../platform/database/index.ts'
import { recount } from '../finder/terms.store.ts'
import { rollTimes } from '../times.store.ts'

/** Around these: two towns, one at the date line, one far north. */
const towns = [
  [39.95, -75.16],
  [51.5, -0.12],
  [-17.75, 179.97],
  [69.65, 18.95],
] as const

/**
 * Meetings of every shape, by arithmetic and not by chance: with a room or a line or both, around four towns, an hour or
 * a day long, of five kinds, closed and paused ones among them; some changed after their times were written.
 */
export async function addWorld(db: Database, count: number, now: Temporal.Instant): Promise<void> {
  await db`insert into feeds (name) values ('First list'), ('Second list')`
  await db`insert into groups (slug, name, kind, summary, zone, source_key, circles, languages, practices, status)
    select 'world-' || n, 'Group ' || n, (array['twelve_step', 'discussion', 'skills', 'holistic', 'family'])[1 + n % 5],
      '', 'UTC', case when n % 4 > 0 then 'world ' || n end, case when n % 6 = 0 then '{women}'::text[] else '{}' end,
      case when n % 3 = 0 then '{en}'::text[] else '{es}' end, '{}', case when n % 29 = 0 then 'closed' else 'active' end
    from generate_series(1, ${Math.ceil(count / 5)}::int) n`
  await db`insert into meetings (group_id, feed_id, name, status, recurrence, time, minutes, zone, online, in_person,
      online_url, latitude, longitude, types, words)
    select groups.id, case when g % 4 > 0 then (select id from feeds where name = (array['First list', 'Second list'])[1 + g % 2]) end,
      'Meeting ' || n, case when n % 41 = 0 then 'ended' else 'running' end,
      case when n % 9 = 0 then jsonb_build_object('every', 'month', 'weeks', jsonb_build_array(1 + n % 4), 'day', 1 + n % 7)
        else jsonb_build_object('every', 'week', 'interval', 1, 'days', jsonb_build_array(1 + n % 7, 1 + (n + n % 5) % 7)) end,
      lpad((n * 7 % 24)::text, 2, '0') || ':' || (array['00', '15', '30'])[1 + n % 3],
      case when n % 37 = 0 then 1440 when n % 19 = 0 then 300 else 60 end,
      (array['America/New_York', 'Europe/London', 'Pacific/Fiji', 'Europe/Oslo'])[1 + n % 4],
      n % 3 = 0, n % 3 > 0 or n % 30 = 0, case when n % 3 = 0 then 'https://meet.example/' || n end,
      case when n % 3 > 0 or n % 30 = 0 then (${towns.map(([latitude]) => latitude)}::float8[])[1 + n % 4]
        + sin(n) * (n % 11) / 20.0 end,
      case when n % 3 > 0 or n % 30 = 0 then least(180, (${towns.map(([, longitude]) => longitude)}::float8[])[1 + n % 4]
        + cos(n) * (n % 13) / 20.0) end,
      array_remove(array[case when n % 2 = 0 then 'O' else 'C' end, case when n % 5 = 0 then 'X' end,
        case when n % 8 = 0 then 'W' end, case when n % 23 = 0 then 'S' end], null),
      'meeting ' || (array['hope', 'lantern', 'harbour'])[1 + n % 3] || case when n % 17 = 0 then ' compass' else '' end
    from generate_series(1, ${count}::int) n
    cross join lateral (select (n + 4) / 5 as g) grouped join groups on slug = 'world-' || g`
  await rollTimes(db, now)
  await db`update meetings set latitude = latitude + 0.2, types = types || '{ASL}' where id % 7 = 0`
  await db`update meetings set online = true, in_person = false where id % 31 = 0`
  // As another hand might write them: neither where nor what they are is worked out.
  await db`update meeting_times set cell = 0, marks = -1 where meeting_id % 13 = 0`
  await recount(db, now)
  await db`analyze meetings, meeting_times, groups, finder_counts, finder_words`
}

export interface WorldTime {
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  traits: string[]
  words: string
  inPerson: boolean
  latitude: number | null
  longitude: number | null
}

/** Every time there is, to look through by hand. */
export async function listWorldTimes(db: Database): Promise<WorldTime[]> {
  return db<WorldTime[]>`
    select id, starts_at, ends_at, traits, words, in_person, latitude, longitude
    from meeting_times join meetings on id = meeting_id order by starts_at, id`
}

/** Counts that are wrong: the way that is chosen must change nothing about what is found. */
export async function skewCounts(
  db: Database,
  { total, traits, cells, words }: Record<'total' | 'traits' | 'cells' | 'words', number>,
): Promise<void> {
  await db`create temp table if not exists true_counts on commit drop as
    select trait as name, meetings, true as is_trait from finder_counts union all select word, meetings, false from finder_words`
  await db`update finder_counts set meetings = true_counts.meetings * case
      when trait = '' then ${total}::int when trait like 'cell:%' then ${cells}::int else ${traits}::int end
    from true_counts where name = trait and is_trait`
  await db`update finder_words set meetings = true_counts.meetings * ${words}::int
    from true_counts where name = word and not is_trait`
}

/** The times of a meeting that say something else than the meeting. */
export async function countWrongMarks(db: Database): Promise<number> {
  const [row] = await db<{ wrong: number }[]>`
    select count(*)::int as wrong from meeting_times join meetings on id = meeting_id
    where (marks, cell) is distinct from (marks_of(traits), cell_of(in_person, map_x, map_y)) and marks <> -1`
  return row?.wrong ?? 0
}
