import type { Database } from '../../platform/database/index.ts'
import { longestHours, upcomingColumns } from '../columns.store.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { type After, fits, fitsTime, isAfter, kmTo, type Wanted } from './conditions.store.ts'
import type { Filters } from './filters.ts'
import { type Spans, spansOf } from './spans.ts'
import { countTraits, seekWords } from './terms.store.ts'
import { expectedMeetings, isPlaceEnough, type SoughtWord, traitsOf, type Way, wayFor } from './wanted.ts'
import { boxOf, cellsOf } from './worldMap.ts'

interface Asked {
  now: Temporal.Instant
  zone: string
  /** The place that was found for `near`, or the device's. */
  point: Filters['at']
  /** Instead of when the filters say. */
  spans?: Spans
  limit: number
}

export interface Found {
  meetings: UpcomingMeeting[]
  words: SoughtWord[]
}

/** One page of the finder; ask for one row more than is shown to know whether there is another page. */
export async function searchMeetings(db: Database, filters: Filters, asked: Asked): Promise<Found> {
  const understood = await understand(db, filters, asked)
  const wanted = asked.spans ? { ...understood, spans: asked.spans } : understood
  const { words } = wanted
  if (filters.sort === 'distance' && wanted.area)
    return { meetings: await byDistance(db, wanted, filters.after, asked.limit), words }
  return { meetings: await byTime(db, wanted, filters.after, asked.limit), words }
}

export async function understand(
  db: Database,
  filters: Filters,
  { now, zone, point }: Pick<Asked, 'now' | 'zone' | 'point'>,
): Promise<Wanted> {
  return {
    traits: traitsOf(filters),
    words: await seekWords(db, filters.words),
    area: point && { point, km: filters.km },
    spans: spansOf(filters, zone, now),
    now,
  }
}

const usualHours = 3

async function byTime(db: Database, asked: Wanted, after: After, limit: number): Promise<UpcomingMeeting[]> {
  const { isPlaceAlone, ...plan } = await planFor(db, asked, limit)
  const wanted = { ...asked, isPlaceAlone }
  if (plan.way === 'walk') {
    const rows = await walk(db, wanted, after, { limit, steps: plan.steps })
    if (rows.length >= limit) return rows
  }
  return await gather(db, wanted, after, { limit, steps: plan.way === 'gather' ? plan.steps : undefined })
}

const mostSteps = 8000

/** About how many meetings fit, and of how many; undefined before they were counted. */
async function expect(
  db: Database,
  { traits, words, area }: Wanted,
): Promise<{ fitting: number; total: number; isPlaceAlone: boolean } | undefined> {
  const cells = area && cellsOf(boxOf(area.point, area.km))
  // Where somebody lives says nothing about a meeting that has no room: an area counts only those that have one.
  const counted = area ? traits.filter((trait) => trait !== 'in_person') : traits
  const known = await countTraits(db, [...counted, ...(cells ?? []).map(({ cell }) => cell)])
  if (!known) return undefined
  const inArea = cells?.reduce(
    (sum, { share }, index) => sum + share * (known.counts[counted.length + index] ?? 0),
    0,
  )
  const others = [...known.counts.slice(0, counted.length), ...words.map((word) => word.meetings)]
  const counts = inArea === undefined ? others : [...others, inArea]
  return {
    fitting: expectedMeetings(counts, known.total),
    total: known.total,
    isPlaceAlone: inArea !== undefined && isPlaceEnough(inArea, others),
  }
}

/** Along the clock, or what fits first: see wayFor(). */
async function planFor(db: Database, wanted: Wanted, rows: number): Promise<Way & { isPlaceAlone: boolean }> {
  if (wanted.traits.length === 0 && wanted.words.length === 0 && !wanted.area)
    return { way: 'walk', steps: mostSteps, isPlaceAlone: false }
  const expected = await expect(db, wanted)
  if (!expected) return { way: 'walk', steps: mostSteps / 4, isPlaceAlone: false }
  const { fitting, total, isPlaceAlone } = expected
  return { ...wayFor(fitting, total, rows, mostSteps), isPlaceAlone }
}

/** Reads the coming times in order and keeps those of meetings that fit; gives up after so many steps. */
async function walk(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, steps }: { limit: number; steps: number },
): Promise<UpcomingMeeting[]> {
  // `offset 0` keeps the planner from turning the walk into a scan of everything; the branches follow one another.
  return db<UpcomingMeeting[]>`
    with met as materialized (
      select step.meeting_id, step.starts_at, step.ends_at, step.change
      from (${stretchesOf(db, wanted, after, steps)}) step
      cross join lateral (
        select 1 from meetings where meetings.id = step.meeting_id and ${fits(db, wanted)} offset 0
      ) fitting
      limit ${limit}
    )
    select ${upcomingColumns(db, 'met')}, ${kmTo(db, wanted.area)} as km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by starts_at, meeting_id`
}

const stretchesAtMost = 8

/**
 * The times to walk, stretch after stretch, each a read of the index in its order. Each stretch has its bounds as they
 * are: of bounds that come out of a join the planner expects so little that it sorts everything.
 */
function stretchesOf(db: Database, { spans, now }: Wanted, after: After, steps: number) {
  const began = now.subtract({ hours: longestHours })
  // What is on now began within three hours, but for the few that an index of their own holds.
  const lately = now.subtract({ hours: usualHours })
  const ends = spans?.until.map((until) => Temporal.Instant.from(until)) ?? []
  const coming = (spans?.from ?? [])
    .map((from, index) => ({ from: latest(Temporal.Instant.from(from), lately), until: ends[index] ?? now }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0)
    .slice(0, stretchesAtMost)
  const stretch = (bounds: ReturnType<typeof db>) => db`
    (select meeting_id, starts_at, ends_at, change from meeting_times
      where ${bounds} and ends_at > ${now} ${isAfter(db, after)}
      order by starts_at, meeting_id limit ${steps})`
  const long = stretch(db`ends_at - starts_at > interval '3 hours' and starts_at < ${lately}
    and ${fitsTime(db, { spans, now })} and starts_at > ${began}`)
  return spans
    ? db`${long} ${coming.map(
        ({ from, until }) => db`union all ${stretch(db`starts_at >= ${from} and starts_at < ${until}`)}`,
      )}`
    : db`${long} union all ${stretch(db`starts_at >= ${lately}`)}`
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}

/**
 * Finds the meetings that fit, then their times: first along the clock with the list of them in hand, or those of the
 * coming days, which fill a page nearly always; all their times only where that was not enough. One question, so that
 * what fits is looked up once.
 */
async function gather(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, steps }: { limit: number; steps: number | undefined },
): Promise<UpcomingMeeting[]> {
  const begins = after ? Temporal.Instant.fromEpochMilliseconds(after.order * 1000) : wanted.now
  const first = steps
    ? db`select meeting_id, starts_at, ends_at, change from (${stretchesOf(db, wanted, after, steps)}) step
        where (meeting_id in (select id from fitting)) is true limit ${limit}`
    : timesOf(db, wanted, after, { limit, until: begins.add({ hours: 24 * 8 }) })
  return db<UpcomingMeeting[]>`
    with fitting as materialized (select id from meetings where ${fits(db, wanted)}),
    first as materialized (${first}),
    met as materialized (
      select * from first where (select count(*) from first) >= ${limit}
      union all
      (${timesOf(db, wanted, after, { limit, onlyIf: db`(select count(*) from first) < ${limit}` })})
    )
    select ${upcomingColumns(db, 'met')}, ${kmTo(db, wanted.area)} as km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by starts_at, meeting_id`
}

/** The times of `fitting`, in order: meeting by meeting, then sorted. */
function timesOf(
  db: Database,
  wanted: Wanted,
  after: After,
  { limit, until, onlyIf }: { limit: number; until?: Temporal.Instant; onlyIf?: ReturnType<Database> },
) {
  return db`
    select meeting_id, starts_at, ends_at, change from fitting
    cross join lateral (
      select meeting_id, starts_at, ends_at, change from meeting_times
      where meeting_id = fitting.id and ${fitsTime(db, wanted)} ${isAfter(db, after)}
        ${until ? db`and starts_at < ${until}` : db``}
      order by starts_at limit ${limit}
    ) times
    ${onlyIf ? db`where ${onlyIf}` : db``}
    order by starts_at, meeting_id limit ${limit}`
}

const ringsKm = [1, 2, 5, 10, 25, 50, 100]

/** Each meeting once, with its next time, the nearest first: ring by ring, so that a large town costs no more. */
async function byDistance(
  db: Database,
  wanted: Wanted,
  after: After,
  limit: number,
): Promise<UpcomingMeeting[]> {
  if (!wanted.area) return []
  const { point, km } = wanted.area
  const begunKm = (after?.order ?? 0) / 1000
  const rings = [...ringsKm.filter((ring) => ring > begunKm && ring < km), km]
  for (const ring of rings) {
    // A ring that cannot fill the page is not worth a question.
    const expected = ring === km ? undefined : await expect(db, { ...wanted, area: { point, km: ring } })
    if (expected && expected.fitting < limit) continue
    const rows = await withinRing(db, { ...wanted, area: { point, km: ring } }, after, limit)
    if (rows.length >= limit || ring === km) return rows
  }
  return []
}

async function withinRing(
  db: Database,
  wanted: Wanted,
  after: After,
  limit: number,
): Promise<UpcomingMeeting[]> {
  return db<UpcomingMeeting[]>`
    with met as materialized (
      select meeting_id, starts_at, ends_at, change, km
      from (
        select id, km from (
          select id, ${kmTo(db, wanted.area)} as km from meetings where ${fits(db, wanted)} offset 0) measured
        ${after ? db`where (round(km * 1000), id) > (${after.order}, ${after.meetingId}::bigint)` : db``}
      ) fitting
      cross join lateral (
        select meeting_id, starts_at, ends_at, change from meeting_times
        where meeting_id = fitting.id and ${fitsTime(db, wanted)} order by starts_at limit 1
      ) times
      order by round(km * 1000), meeting_id limit ${limit}
    )
    select ${upcomingColumns(db, 'met')}, km
    from met join meetings on meetings.id = met.meeting_id join groups on groups.id = group_id
    order by round(km * 1000), meeting_id`
}
