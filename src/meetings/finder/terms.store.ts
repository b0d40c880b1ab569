import type { Database } from '../../platform/database/index.ts'
import { foldText } from '../places/place.ts'
import { slipsOf } from './typos.ts'
import type { SoughtWord } from './wanted.ts'
import { cellsAcross } from './worldMap.ts'

const wordsAtMost = 8
const beginnings = 12
/** Behind every word that begins so: a range of the index, where a pattern that is not known ahead reads every word. */
const lastLetter = '\u{10ffff}'
const likenesses = 5
const leastLikeness = 0.4

/** What the words stand for: themselves, words that begin so, and words that are written nearly so. */
export async function seekWords(db: Database, text: string): Promise<SoughtWord[]> {
  const typed = [...new Set(foldText(text).split(' ').filter(Boolean))].slice(0, wordsAtMost)
  if (typed.length === 0) return []
  const said = await db<{ typed: string; said: string[]; meetings: number }[]>`
    select typed, coalesce(array_agg(word), '{}') as said, sum(meetings)::int as meetings
    from unnest(${typed}::text[]) typed cross join lateral (
      select word, meetings from finder_words where word = typed
      union
      (select word, meetings from finder_words
        where length(typed) >= 3 and word ~>=~ typed and word ~<~ (typed || ${lastLetter}) order by meetings desc limit ${beginnings})
    ) found group by typed`
  const known = new Map(said.map((word) => [word.typed, { ...word, nearly: [] }]))
  const others = typed.filter((word) => !known.has(word))
  const nearly = others.length > 0 ? await seekLikeWords(db, others) : new Map<string, SoughtWord>()
  return typed.map(
    (word) => known.get(word) ?? nearly.get(word) ?? { typed: word, said: [], nearly: [], meetings: 0 },
  )
}

/** What is one slip of the finger away; only where nothing is, what shares most of its letters in threes. */
async function seekLikeWords(db: Database, typed: string[]): Promise<Map<string, SoughtWord>> {
  const slips = new Map(typed.map((word) => [word, new Set(slipsOf(word))]))
  const near = await db<{ word: string; meetings: number }[]>`
    select word, meetings from finder_words
    where word = any(${[...slips.values()].flatMap((each) => [...each])}::text[]) order by meetings desc`
  const found = new Map<string, SoughtWord>()
  for (const word of typed) {
    const rows = near.filter((row) => slips.get(word)?.has(row.word)).slice(0, likenesses)
    const meetings = rows.reduce((sum, row) => sum + row.meetings, 0)
    if (rows.length > 0)
      found.set(word, { typed: word, said: [], nearly: rows.map((row) => row.word), meetings })
  }
  const others = typed.filter((word) => !found.has(word) && word.length >= 5)
  if (others.length === 0) return found
  const like = await db<{ typed: string; nearly: string[]; meetings: number }[]>`
    select typed, array_agg(word order by likeness desc, meetings desc) as nearly, sum(meetings)::int as meetings
    from unnest(${others}::text[]) typed cross join lateral (
      select word, meetings, similarity(word, typed) as likeness from finder_words
      order by (word || '') <-> typed limit ${likenesses}
    ) candidates where likeness >= ${leastLikeness} group by typed`
  for (const row of like) found.set(row.typed, { ...row, said: [] })
  return found
}

/** How many meetings have each of these traits, and how many there are in all; undefined before the first count. */
export async function countTraits(
  db: Database,
  traits: string[],
): Promise<{ total: number; counts: number[] } | undefined> {
  const rows = await db<{ trait: string; meetings: number }[]>`
    select trait, meetings from finder_counts where trait = any(${['', ...traits]}::text[])`
  const known = new Map(rows.map(({ trait, meetings }) => [trait, meetings]))
  const total = known.get('')
  if (total === undefined) return undefined
  return { total, counts: traits.map((trait) => known.get(trait) ?? 0) }
}

/** The bits by which times know traits. */
export async function marksOf(db: Database, traits: string[]): Promise<string> {
  if (traits.length === 0) return '0'
  const [row] = await db<{ marks: string }[]>`select marks_of(${traits}::text[]) as marks`
  return row?.marks ?? '0'
}

/** Counts words and traits anew and learns postcodes from addresses; false when no meeting changed since. */
export async function recount(db: Database, now: Temporal.Instant): Promise<boolean> {
  const [state] = await db<{ stale: boolean }[]>`
    select coalesce((select counted_at from finder_counts where trait = '') <
      (select max(changed_at) from meetings), true) as stale`
  if (!state?.stale) return false
  await db`delete from finder_words`
  await db`insert into finder_words (word, meetings)
    select word, ndoc from ts_stat('select sought from meetings where traits <> ''{}'' and status <> ''ended''')
    where length(word) <= 40`
  await db`delete from finder_counts`
  await db`insert into finder_counts (trait, meetings, counted_at)
    select trait, count(*), ${now} from meetings, unnest(traits || array['', case when in_person and latitude is not null
      then 'cell:' || floor(map_x * ${cellsAcross}) || ':' || floor(map_y * ${cellsAcross}) end]) as trait
    where traits <> '{}' and status <> 'ended' and trait is not null group by trait`
  await learnPostcodes(db)
  return true
}

/**
 * British and Irish postcodes cannot be had as an open list that is small, but meetings write theirs into their
 * address: the middle of those that share an outward code is near enough for a search of some kilometres.
 */
async function learnPostcodes(db: Database): Promise<void> {
  await db`
    insert into postcodes (country, code, name, latitude, longitude, learnt)
    select country, code, mode() within group (order by coalesce(town, '')),
      percentile_cont(0.5) within group (order by latitude),
      percentile_cont(0.5) within group (order by longitude), true
    from (
      select town, latitude, longitude, case when zone = 'Europe/Dublin' then 'IE' else 'GB' end as country,
        case when zone = 'Europe/Dublin'
          then substring(upper(address) from '\m([A-Z]\d[\dW]) ?[A-Z0-9]{4}\M')
          else substring(upper(address) from '\m([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\M') end as code
      from meetings
      where latitude is not null and in_person and zone in ('Europe/London', 'Europe/Dublin', 'Europe/Belfast')
    ) seen where code is not null group by country, code
    on conflict (code, country) do update set name = excluded.name, latitude = excluded.latitude,
      longitude = excluded.longitude where postcodes.learnt`
}
