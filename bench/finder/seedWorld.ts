import { type Sql, type Transaction, transaction } from '../../src/platform/database/index.ts'

/** Words of names and notes, the frequent first: drawn so that the first is a hundred times as common as the last. */
const words =
  'group meeting step open recovery hope serenity morning night women men young early sunrise freedom living sober ' +
  'friday sunday step tradition church hall room parking entrance rear basement door ring bell code side stairs lift ' +
  'masks welcome newcomers candle light quiet hour tea coffee book study discussion speaker topic meditation walk ' +
  'harbour river garden library centre community lunch noon after work weekend daily gratitude courage wisdom unity ' +
  'service primary purpose keep simple easy first things acceptance promise miracle bridge lantern anchor compass'

const syllables =
  'bar ken mor ton ley wick ham ford ster win dal ros lin gar bel fen hal cor ven tam ' +
  'ash bur can del eld fal gil hart ing jas kel lor mel nor oak pen quil ram sal tor'

/** The towns with their share of the world's meetings, as directories show it: many large ones, much countryside. */
const townsOffered = 400

/** As far ahead as the site itself writes times: it finds nothing left to do. */
const daysAhead = 35

/**
 * Adds invented meetings of the shape real directories have until there are so many: nine of ten in lists of four
 * fellowships, weekly but for one in twenty, a third online, around the larger towns of the English-speaking world.
 * In SQL, because a million rows through a driver take longer than all the searches.
 */
export async function growTo(db: Sql, count: number, now: Temporal.Instant): Promise<void> {
  const [{ have = 0 } = {}] = await db<{ have: number }[]>`select count(*)::int as have from meetings`
  if (have >= count) return
  if (have === 0) await prepare(db)
  await transaction(db, async (tx) => {
    const restore = await withoutIndexes(tx)
    await addGroups(tx, have + 1, count)
    await addMeetings(tx, have + 1, count, now)
    await addTimes(tx, have, now)
    for (const statement of restore) await tx.unsafe(statement)
  })
  // As the site's own database does by itself some minutes later.
  await db`vacuum analyze meetings`
  await db`vacuum analyze meeting_times`
}

/** The moment from which the times of the meetings that are there were written. */
export async function seededAt(db: Sql): Promise<Temporal.Instant | undefined> {
  const [row] = await db<{ until: Temporal.Instant | null }[]>`select max(timed_until) as until from meetings`
  return row?.until?.subtract({ hours: 24 * daysAhead })
}

/** Built at the end an index takes a tenth of the time. Gives what makes them again. */
async function withoutIndexes(tx: Transaction): Promise<string[]> {
  const indexes = await tx<{ name: string; made: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = any('{meetings,meeting_times}'::regclass[]) and not indisunique`
  for (const { name } of indexes) await tx`drop index ${tx(name)}`
  return indexes.map(({ made }) => made)
}

async function addGroups(tx: Transaction, from: number, count: number): Promise<void> {
  await tx`insert into groups (slug, name, kind, summary, zone, source_key, circles, languages, practices)
    select 'bench-' || n, initcap(sample_word(n) || ' ' || sample_word(n + 7)) || ' ' || n, kind_of(n), '', 'UTC',
      case when n % 10 > 0 then 'bench ' || n end,
      case when n % 10 = 0 and n % 3 = 0 then '{women}'::text[] else '{}' end,
      case when n % 10 = 0 then '{en}'::text[] else '{}' end,
      case when n % 40 = 0 then '{walk}'::text[] else '{}' end
    from generate_series(${Math.ceil(from / 5)}::int, ${Math.ceil(count / 5)}::int) n
    on conflict do nothing`
}

async function addMeetings(
  tx: Transaction,
  from: number,
  count: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx`insert into meetings (group_id, feed_id, name, status, recurrence, time, minutes, zone, online,
      in_person, online_url, town, address, latitude, longitude, types, notes, words, timed_until)
    select groups.id, case when g % 10 > 0 then (select id from feeds where name = 'Bench ' || g % 4) end,
      made.name, 'running', jsonb_build_object('every', 'week', 'interval', 1, 'days', jsonb_build_array(1 + n % 7)),
      lpad((6 + (random() * random() * 17)::int)::text, 2, '0') || ':' || (array['00', '00', '30', '15'])[1 + n % 4],
      60, town.zone, n % 3 = 0, n % 3 > 0 or n % 30 = 0,
      case when n % 3 = 0 then 'https://meet.example/' || n end, town.name, n || ' Main St, ' || town.name,
      case when n % 3 > 0 or n % 30 = 0 then town.latitude + (random() - 0.5) * 0.7 * random() end,
      case when n % 3 > 0 or n % 30 = 0 then town.longitude + (random() - 0.5) * 0.7 * random() end,
      array_remove(array[case when n % 2 = 0 then 'O' else 'C' end, case when random() < 0.3 then 'D' end,
        case when random() < 0.25 then 'X' end, case when random() < 0.08 then 'W' end,
        case when random() < 0.05 then 'M' end, case when random() < 0.02 then 'S' end,
        case when random() < 0.004 then 'ASL' end, case when random() < 0.06 then 'MED' end], null),
      made.notes, lower(made.name || ' ' || town.name || ' ' || coalesce(made.notes, '')),
      ${now.add({ hours: 24 * daysAhead })}
    from generate_series(${from}::int, ${count}::int) n
    cross join lateral (select (n + 4) / 5 as g) grouped
    join groups on slug = 'bench-' || g
    cross join lateral (select floor(power(random(), 1.7) * ${townsOffered})::int + n * 0 as town) pick
    join bench_towns town on town.rank = pick.town
    cross join lateral (
      select initcap(sample_word(n) || ' ' || sample_word(n + 1) || ' ' || sample_word(n + 2)) || ' ' || n % 9973 as name,
        case when n % 3 > 0 then (
          select string_agg(sample_word(n + m), ' ') from generate_series(1, 4 + n % 22) m) end as notes
    ) made`
}

async function addTimes(tx: Transaction, have: number, now: Temporal.Instant): Promise<void> {
  // The meetings are there: five million questions whether each is would take longer than all else.
  await tx`set local session_replication_role = replica`
  await tx`insert into meeting_times (meeting_id, starts_at, ends_at, on_date, cell, marks)
    select id, at, at + interval '1 hour', day, cell_of(in_person, map_x, map_y), marks
    from (select meetings.*, marks_of(traits) as marks from meetings where id > ${have} offset 0) meetings
    cross join generate_series(0, ${daysAhead - 1}::int) step
    cross join lateral (select (${now} at time zone 'UTC')::date + step as day) dated
    cross join lateral (select (day + time::time) at time zone zone as at) clock
    where extract(isodow from day) = (recurrence -> 'days' ->> 0)::int
      and (id % 20 > 0 or extract(day from day) <= 7)
    on conflict do nothing`
  await tx`set local session_replication_role = origin`
}

async function prepare(db: Sql): Promise<void> {
  await db`select setseed(0.2026)`
  await db`insert into feeds (name) select 'Bench ' || n from generate_series(0, 3) n on conflict do nothing`
  await db`create table bench_towns as
    select (row_number() over (order by population desc) - 1)::int as rank, name, latitude, longitude,
      case country when 'GB' then 'Europe/London' when 'IE' then 'Europe/Dublin' when 'AU' then 'Australia/Sydney'
        when 'CA' then 'America/Toronto'
        else case when longitude < -115 then 'America/Los_Angeles' when longitude < -100 then 'America/Denver'
          when longitude < -87 then 'America/Chicago' else 'America/New_York' end end as zone
    from places where country in ('US', 'GB', 'IE', 'AU', 'CA') order by population desc limit ${townsOffered}`
  await db.unsafe(`
    create function sample_word(seed int) returns text volatile language plpgsql as $$
      declare
        words text[] := '{${words.replaceAll(' ', ',')}}';
        parts text[] := '{${syllables.replaceAll(' ', ',')}}';
        rare int;
      begin
        if random() < 0.04 then
          -- Names of streets and people: twenty thousand, most of them seldom.
          rare := floor(power(random(), 3) * 20000)::int;
          return parts[1 + rare % 40] || parts[1 + rare * 7 / 40 % 40] || parts[1 + rare / 37 % 40];
        end if;
        return words[1 + floor(power(random(), 2.2) * array_length(words, 1))::int];
      end $$;
    create function kind_of(n int) returns text immutable language sql as $$
      select (array['twelve_step', 'twelve_step', 'twelve_step', 'twelve_step', 'discussion', 'twelve_step',
        'skills', 'twelve_step', 'family', 'holistic'])[1 + n % 10] $$`)
}
