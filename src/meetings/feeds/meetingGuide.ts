import type { IsoDay, Recurrence } from '../recurrence/recurrence.ts'
import { readDays, readLength, readMinutes, readStart, readTimesInWords, weeksInName } from './clock.ts'
import { readPoint, readZone, townOf } from './place.ts'
import { brief, type FeedMeeting, type Mend, RefusedRecord } from './record.ts'
import { plainWord, readLink, readPhone, readText } from './text.ts'
import { readTypes, type Types } from './typeCodes.ts'

type Raw = Record<string, unknown>

/** One Meeting Guide record (code4recovery/spec). Names, mail and phone numbers of contact persons are never read. */
export function readMeetingGuideRecord(raw: Raw, feedZone: string | undefined, mend: Mend): FeedMeeting {
  const placeName = readText(raw.location, 'location', 'line', mend)
  const groupField = readText(raw.group, 'group', 'name', mend)
  const name = readName(raw, groupField ?? placeName, mend)
  const address = readText(raw.formatted_address, 'formatted_address', 'line', mend) ?? joinAddress(raw, mend)
  const point = readPoint(raw.latitude, raw.longitude, mend)
  const onlineUrl = readLink(raw.conference_url, 'conference_url', mend)
  const phone = readPhone(raw.conference_phone, 'conference_phone', mend)
  const types = readTypes(raw.types, mend)
  const attendance = readAttendance(
    raw,
    { types, address, placeName, hasWay: Boolean(onlineUrl ?? phone) },
    mend,
  )
  const when = readWhen(raw, name, mend)
  const notes = [
    readText(raw.notes, 'notes', 'long', mend),
    readText(raw.group_notes, 'group_notes', 'long', mend),
  ]

  return {
    externalId: readSlug(raw, name, mend),
    name,
    group: groupOf(groupField, name, attendance.inPerson ? (address ?? placeName) : undefined),
    ...attendance,
    status: when ? attendance.status : 'by_appointment',
    recurrence: when?.recurrence,
    time: when?.time,
    minutes: when?.minutes ?? 60,
    zone:
      when &&
      readZone(
        {
          own: raw.timezone,
          ownField: 'timezone',
          point,
          name,
          time: when.time,
          inPerson: attendance.inPerson && !attendance.online,
          address,
          feedZone,
        },
        mend,
      ),
    onlineUrl,
    onlineNotes: readText(raw.conference_url_notes, 'conference_url_notes', 'line', mend),
    phone,
    phoneNotes: readText(raw.conference_phone_notes, 'conference_phone_notes', 'line', mend),
    placeName,
    address,
    // Null: a table that has no town, in whose address nobody can tell a street from one.
    town: raw.city === null ? undefined : (readText(raw.city, 'city', 'line', mend) ?? townOf(address)),
    placeNotes: readText(raw.location_notes, 'location_notes', 'long', mend),
    region: readRegion(raw, mend),
    latitude: point?.latitude,
    longitude: point?.longitude,
    types: types.codes,
    tags: types.tags,
    notes: notes.filter(Boolean).join('\n\n') || undefined,
    fellowship: readText(raw.fellowship, 'fellowship', 'line', mend)?.slice(0, 100),
    pageUrl: readLink(raw.url, 'url', mend),
  }
}

function readName(raw: Raw, instead: string | undefined, mend: Mend): string {
  const name = readText(raw.name, 'name', 'name', mend)
  if (name !== undefined) return name
  if (instead === undefined) throw new RefusedRecord('name', 'name_missing')
  mend('name', 'name_taken', raw.name ?? '', instead)
  return instead.slice(0, 255)
}

/** What the feed calls a record, also one that cannot be read. */
export function guideId(raw: Raw): string {
  const said = readSlug(raw, brief(raw.name ?? ''), () => {})
  return said.slice(0, 255)
}

function readSlug(raw: Raw, name: string, mend: Mend): string {
  const slug = plainWord(raw.slug, 255)
  if (slug !== '') return slug
  const id = plainWord(raw.id, 255) || plainWord(raw.wso_id, 255)
  const words = [name, raw.day, raw.time, raw.times].filter((part) => part !== undefined && part !== '')
  const made =
    id ||
    words
      .map((part) => brief(part))
      .join(' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') ||
    'meeting'
  mend('slug', id === '' ? 'slug_from_words' : 'slug_from_id', raw.slug ?? '', made)
  return made
}

function joinAddress(raw: Raw, mend: Mend): string | undefined {
  const part = (field: string) => readText(raw[field], field, 'line', mend)
  const stateAndCode = [part('state'), part('postal_code')].filter(Boolean).join(' ')
  const parts = [part('address'), part('city'), stateAndCode, part('country')].filter(Boolean)
  return parts.join(', ').slice(0, 300) || undefined
}

function readRegion(raw: Raw, mend: Mend): string | undefined {
  const regions = Array.isArray(raw.regions) ? raw.regions.slice(0, 6) : [raw.region, raw.sub_region]
  const texts = regions.map((each) => readText(each, 'regions', 'line', mend)).filter(Boolean)
  return texts.join(' · ').slice(0, 300) || undefined
}

interface Known {
  types: Types
  address: string | undefined
  placeName: string | undefined
  hasWay: boolean
}

function readAttendance(
  raw: Raw,
  { types, address, placeName, hasWay }: Known,
  mend: Mend,
): Pick<FeedMeeting, 'online' | 'inPerson' | 'status'> {
  const option = typeof raw.attendance_option === 'string' ? raw.attendance_option : ''
  const isPlace = raw.approximate === 'no' || (raw.approximate !== 'yes' && isStreetAddress(raw, address))
  if (option === 'inactive') {
    mend('attendance_option', 'inactive', option)
    return { online: hasWay, inPerson: isPlace, status: 'paused' }
  }
  if (types.codes.includes('TC')) {
    if (hasWay) return { online: true, inPerson: false, status: 'running' }
    mend('types', 'place_closed', 'TC')
    return { online: false, inPerson: true, status: 'paused' }
  }
  const saysBoth = option === 'hybrid' || types.saysHybrid
  const online = option === 'online' || saysBoth || (option !== 'in_person' && (hasWay || types.saysOnline))
  const isSomewhere = isPlace || (!online && Boolean(address ?? placeName))
  const inPerson = option === 'in_person' || saysBoth || (option !== 'online' && isSomewhere)
  if (online ? !hasWay : !inPerson) mend(online ? 'conference_url' : 'location', 'no_way_in')
  return { online, inPerson, status: 'running' }
}

/** Meeting Guide's own clients count the parts of an address: a street comes with four. */
function isStreetAddress(raw: Raw, address: string | undefined): boolean {
  return Boolean(raw.address) || (address ?? '').split(',').length >= 4
}

interface When {
  recurrence: Recurrence
  time: string
  minutes: number
}

/** Undefined for a meeting by appointment: one that names neither a day nor a time. */
function readWhen(raw: Raw, name: string, mend: Mend): When | undefined {
  const isGiven = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  if (!isGiven(raw.day) && !isGiven(raw.time)) {
    if (typeof raw.times !== 'string' || raw.times.trim() === '') {
      // A list of letters or a chat that never closes has no hour to come at.
      if (raw.is_24_7 === true) mend('is_24_7', 'always_open')
      return undefined
    }
    const times = readTimesInWords(raw.times)
    if (!times) throw new RefusedRecord('times', 'times_unreadable', raw.times)
    mend('times', 'times_in_words', raw.times, times.time)
    return { recurrence: { every: 'week', interval: 1, days: times.days }, time: times.time, minutes: 60 }
  }
  if (!isGiven(raw.day)) throw new RefusedRecord('day', 'day_missing')
  if (!isGiven(raw.time)) throw new RefusedRecord('time', 'time_missing')
  const days = readDays(raw.day, mend)
  const time = readStart(raw.time, 'time', mend)
  const minutes =
    raw.duration === undefined || isGiven(raw.end_time)
      ? readMinutes(time, raw.end_time, 'end_time', mend)
      : readLength(raw.duration, 'duration', mend)
  return { recurrence: recurrenceOf(name, days, mend), time, minutes }
}

function recurrenceOf(name: string, days: IsoDay[], mend: Mend): Recurrence {
  const weekly: Recurrence = { every: 'week', interval: 1, days }
  const weeks = weeksInName(name, days)
  const [day] = days
  if (weeks === undefined || day === undefined) return weekly
  mend('day', weeks === 'every other' ? 'every_other_unknown' : 'some_weeks_from_name', name)
  return weeks === 'every other' ? weekly : { every: 'month', weeks, day }
}

// In many intergroups' feeds the field holds a district or a registration number, which is nobody's name for a group.
const registration = /^(d(istrict)?[\s.]*\d+)?[\s/]*(gso[\s#]*\d+)?$/i

function groupOf(field: string | undefined, name: string, place: string | undefined): FeedMeeting['group'] {
  if (field !== undefined && !registration.test(field)) return { key: field.toLowerCase(), name: field }
  const number = /gso[\s#]*\d+/i.exec(field ?? '')?.[0]
  return { key: [name, number ?? place ?? ''].join(' | ').toLowerCase(), name }
}
