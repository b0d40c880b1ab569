import type { Database } from '../../../platform/database/index.ts'
import { foldText } from '../../index.ts'
import { codesOfAccess, codesOfCircles, codesOfLanguages, onlyInARoom } from '../guide/types.rules.ts'
import type { Around, AskedResults, Signed } from './asked.rules.ts'
import { codeOf } from './formats.ts'
import { meetingOfRecord, readBodies } from './ids.rules.ts'

/** One record of the answer: a weekday of a meeting, and how far it is. */
export interface FoundRecord {
  id: string
  slot: number
  day: number
  km: number | null
  miles: number | null
  /** Another when anything that is told of it may be another. */
  print: string
}

/** This protocol's own measure of the earth, so that a radius means the same here as there. */
const perDegree = { km: 111.111, miles: 69.0 }

/** The records that were asked for, in the order that was asked for. */
export async function findRecords(
  db: Database,
  asked: AskedResults,
  now: Temporal.Instant,
): Promise<FoundRecord[]> {
  const { around, page, field } = asked
  const today = now.toString().slice(0, 10)
  const degrees = around ? degreesTo(db, around) : db`null::float8`
  // A page of what a field says is cut when the fields are there.
  const cut = page && !field ? db`limit ${page.size} offset ${(page.number - 1) * page.size}` : db``
  return db<FoundRecord[]>`
    with found as (
      select meetings.id, slot.number::int as slot, slot.day::int as day, ${degrees} as degrees, ${sortColumns(db)},
        concat_ws(' ', meetings.xmin, meetings.ctid, groups.xmin, groups.ctid,
          (select feeds.name from feeds where feeds.id = meetings.feed_id)) as print
      from meetings join groups on groups.id = group_id join meeting_slots on meeting_id = meetings.id
      cross join lateral unnest(meeting_slots.days) with ordinality as slot(day, number)
      where slot.day <> 0 and groups.status = 'active' and meetings.status = 'running'
        and recurrence ->> 'every' = 'week' and recurrence ->> 'interval' = '1'
        and coalesce(recurrence ->> 'begins' <= ${today}, true) and coalesce(recurrence ->> 'until' >= ${today}, true)
        ${asksId(db, asked.meetingIds)} ${asksSimple(db, asked)} ${asksServices(db, asked)}
        ${asksFormats(db, asked)} ${asksTimes(db, asked)} ${asksWords(db, asked.words)}
    ), near as (
      select *, rank() over (order by degrees) as place from found
      ${around?.within ? db`where degrees is not null` : db``}
    )
    select id, slot, day, degrees * ${perDegree.km} as km, degrees * ${perDegree.miles} as miles, print
    from near where true ${around ? isWithin(db, around) : db``}
    order by ${around && asked.byDistance ? db`degrees, id, slot` : ordered(db, asked.sortKeys)} ${cut}`
}

/** The spherical law of cosines, in degrees; rounding may not lead outside of what an arc cosine takes. */
function degreesTo(db: Database, { latitude, longitude }: Around) {
  return db`case when meetings.in_person then degrees(acos(greatest(-1, least(1,
    cos(radians(latitude)) * cos(radians(${latitude})) * cos(radians(longitude) - radians(${longitude}))
    + sin(radians(latitude)) * sin(radians(${latitude})))))) end`
}

function isWithin(db: Database, { within }: Around) {
  if (!within) return db``
  // As many as were asked for, and those that are just as near as the last of them.
  if ('nearest' in within) return db`and place <= ${within.nearest}`
  return db`and degrees * ${within.km ? perDegree.km : perDegree.miles} <= ${within.radius}`
}

const inWeekday = '(slot.day % 7 + 1)'

function sortColumns(db: Database) {
  return db`meetings.name, meetings.place_name, address, town, meetings.region, time, minutes, meetings.zone,
    notes, group_id, groups.name as group_name, latitude, longitude, online_url, phone, ${venue(db)} as venue,
    ${db.unsafe(inWeekday)} as weekday`
}

function venue(db: Database) {
  return db`case when meetings.online then case when meetings.in_person then 3 else 2 end else 1 end`
}

const sortable: Record<string, string> = {
  id_bigint: 'id * 8 + slot',
  service_body_bigint: 'group_id',
  service_body_name: 'group_name',
  weekday_tinyint: 'weekday',
  venue_type: 'venue',
  start_time: 'time',
  duration_time: 'minutes',
  time_zone: 'zone',
  longitude: 'longitude',
  latitude: 'latitude',
  distance_in_km: 'degrees',
  distance_in_miles: 'degrees',
  meeting_name: 'name',
  location_text: 'place_name',
  location_street: 'address',
  location_municipality: 'town',
  location_province: 'region',
  comments: 'notes',
  virtual_meeting_link: 'online_url',
  phone_meeting_number: 'phone',
}

/** What is empty comes last. */
function ordered(db: Database, keys: string[]) {
  const columns = keys.flatMap((key) => (Object.hasOwn(sortable, key) ? [`${sortable[key]} nulls last`] : []))
  return db.unsafe([...columns, 'id', 'slot'].join(', '))
}

function asksId(db: Database, { wanted, unwanted }: Signed) {
  const ids = (numbers: bigint[]) => numbers.map(String)
  return db`
    ${
      wanted.length > 0
        ? db`and meetings.id = any(${wanted.map((id) => String(meetingOfRecord(id).meetingId))}::bigint[])
            and meetings.id * 8 + slot.number = any(${ids(wanted)}::bigint[])`
        : db``
    }
    ${unwanted.length > 0 ? db`and meetings.id * 8 + slot.number <> all(${ids(unwanted)}::bigint[])` : db``}`
}

function asksSimple(db: Database, { weekdays, venueTypes }: AskedResults) {
  const numbers = (list: bigint[]) => list.map(String)
  const among = (what: ReturnType<typeof venue>, { wanted, unwanted }: Signed) => db`
    ${wanted.length > 0 ? db`and ${what} = any(${numbers(wanted)}::bigint[])` : db``}
    ${unwanted.length > 0 ? db`and ${what} <> all(${numbers(unwanted)}::bigint[])` : db``}`
  return db`${among(db.unsafe(inWeekday), weekdays)} ${among(venue(db), venueTypes)}`
}

function asksServices(db: Database, { services, recursive }: AskedResults) {
  const within = (ids: bigint[]) => {
    const { all, kinds, groupIds } = readBodies(ids)
    const wide = recursive ? kinds : []
    return db`(${recursive && all} or groups.kind = any(${wide}) or group_id = any(${groupIds}::bigint[]))`
  }
  return db`${services.wanted.length > 0 ? db`and ${within(services.wanted)}` : db``}
    ${services.unwanted.length > 0 ? db`and not ${within(services.unwanted)}` : db``}`
}

function asksFormats(db: Database, { formats, allFormats }: AskedResults) {
  const conditions = formats.wanted.map((number) => hasFormat(db, codeOf(number)))
  return db`
    ${
      conditions.length > 0
        ? db`and (${conditions.map((condition, index) => db`${index === 0 ? db`` : allFormats ? db`and` : db`or`} ${condition}`)})`
        : db``
    }
    ${formats.unwanted.length > 0 ? formats.unwanted.map((number) => db`and not ${hasFormat(db, codeOf(number))}`) : db``}`
}

function keyOf<Key extends string>(map: Partial<Record<Key, string>>, code: string): Key | undefined {
  return (Object.keys(map) as Key[]).find((key) => map[key] === code)
}

/** The same as `formatsOf` says of a meeting, as a condition. */
function hasFormat(db: Database, code: string | undefined) {
  if (code === undefined) return db`false`
  if (code === 'VM') return db`(meetings.online and not meetings.in_person)`
  if (code === 'HY') return db`(meetings.online and meetings.in_person)`
  const [access, circle, language] = [
    keyOf(codesOfAccess, code),
    keyOf(codesOfCircles, code),
    keyOf(codesOfLanguages, code),
  ]
  const practice = code === 'MED' ? 'meditation' : code === 'OUT' ? 'walk' : undefined
  return db`((types @> array[${code}]
    ${access ? db`or access @> array[${access}]` : db``}
    ${circle ? db`or groups.circles @> array[${circle}]` : db``}
    ${
      language
        ? db`or case when meetings.languages = '{}' then groups.languages else meetings.languages end @> array[${language}]`
        : db``
    }
    ${practice ? db`or coalesce(practice = ${practice}, false)` : db``}
    ${code === 'A' ? db`or groups.spirituality = 'secular'` : db``})
    ${onlyInARoom.has(code) ? db`and meetings.in_person` : db``})`
}

function asksTimes(db: Database, asked: AskedResults) {
  const { startsAfter, startsBefore, endsBeforeMinutes, minMinutes, maxMinutes } = asked
  return db`
    ${startsAfter === undefined ? db`` : db`and time > ${startsAfter}`}
    ${startsBefore === undefined ? db`` : db`and time < ${startsBefore}`}
    ${
      endsBeforeMinutes === undefined
        ? db``
        : db`and split_part(time, ':', 1)::int * 60 + split_part(time, ':', 2)::int + minutes <= ${endsBeforeMinutes}`
    }
    ${minMinutes === undefined ? db`` : db`and minutes >= ${minMinutes}`}
    ${maxMinutes === undefined ? db`` : db`and minutes <= ${maxMinutes}`}`
}

const wordsAtMost = 8

/** Numbers are those of records; anything else are words, of which a meeting has all. */
function asksWords(db: Database, words: string) {
  if (words === '') return db``
  const numbers = words.split(',').map((word) => word.trim())
  if (numbers.every((word) => /^\d{1,18}$/.test(word)))
    return asksId(db, { wanted: numbers.map(BigInt), unwanted: [] })
  const sought = foldText(words).split(' ').filter(Boolean).slice(0, wordsAtMost)
  // Signs alone are nothing that a meeting could say.
  if (sought.length === 0) return db`and false`
  return db`${sought.map((word) => db`and meetings.words like ${`%${word}%`}`)}`
}
