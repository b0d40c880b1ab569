import type { IsoDay } from '../recurrence/recurrence.ts'
import { readDuration, readStart } from './clock.ts'
import { readPoint, readZone } from './place.ts'
import { type FeedMeeting, type Mend, RefusedRecord } from './record.ts'
import { plainWord, readLink, readPhone, readText } from './text.ts'
import { codeOfBmltFormat } from './typeCodes.ts'

type Raw = Record<string, unknown>

/** What the keys of `formats` mean on this server: its words, and the vocabulary's code where there is one. */
export type BmltFormats = Map<string, { name: string; code: string | undefined }>

export function readBmltFormats(value: unknown): BmltFormats {
  const formats: BmltFormats = new Map()
  for (const each of Array.isArray(value) ? (value as Raw[]) : []) {
    const [key, name] = [each?.key_string, each?.name_string]
    if (typeof key !== 'string' || typeof name !== 'string' || name.trim() === '') continue
    const english = each.lang === 'en' || each.lang === undefined
    if (formats.has(key) && !english) continue
    formats.set(key, {
      name: plainWord(name, 60),
      code: codeOfBmltFormat(String(each.world_id ?? ''), name),
    })
  }
  return formats
}

/** One record of BMLT's GetSearchResults, in which everything is a string and missing is "". */
export function readBmltRecord(
  raw: Raw,
  formats: BmltFormats,
  feedZone: string | undefined,
  mend: Mend,
): FeedMeeting {
  const name = readText(raw.meeting_name, 'meeting_name', 'name', mend)
  if (name === undefined) throw new RefusedRecord('meeting_name', 'name_missing')
  if (raw.published !== undefined && String(raw.published) === '0') {
    throw new RefusedRecord('published', 'not_published', raw.published)
  }
  const id = bmltId(raw)
  if (id === '') throw new RefusedRecord('id_bigint', 'id_missing', raw.id_bigint)
  const weekday = String(raw.weekday_tinyint ?? '').trim()
  if (!/^[1-7]$/.test(weekday)) throw new RefusedRecord('weekday_tinyint', 'day_out_of_range', weekday)
  const time = readStart(withoutSeconds(raw.start_time), 'start_time', mend)
  const point = readPoint(raw.latitude, raw.longitude, mend)
  const onlineUrl = readLink(raw.virtual_meeting_link, 'virtual_meeting_link', mend)
  const phone = readPhone(raw.phone_meeting_number, 'phone_meeting_number', mend)
  const venue = String(raw.venue_type ?? '')
  const online = venue === '2' || venue === '3' || (venue !== '1' && Boolean(onlineUrl ?? phone))
  const inPerson = venue === '1' || venue === '3' || !online
  if (online && !onlineUrl && !phone) mend('virtual_meeting_link', 'no_way_in')
  const address = readAddress(raw, mend)
  const placeName = readText(raw.location_text, 'location_text', 'line', mend)

  return {
    externalId: id,
    name,
    group: { key: `${name} | ${inPerson ? (address ?? placeName ?? '') : ''}`.toLowerCase(), name },
    status: 'running',
    recurrence: {
      every: 'week',
      interval: 1,
      days: [weekday === '1' ? 7 : ((Number(weekday) - 1) as IsoDay)],
    },
    time,
    minutes: readDuration(raw.duration_time, 'duration_time', mend),
    zone: readZone(
      {
        own: raw.time_zone,
        ownField: 'time_zone',
        point,
        name,
        time,
        inPerson: inPerson && !online,
        address,
        feedZone,
      },
      mend,
    ),
    online,
    inPerson,
    onlineUrl,
    onlineNotes: readText(
      raw.virtual_meeting_additional_info,
      'virtual_meeting_additional_info',
      'line',
      mend,
    ),
    phone,
    placeName,
    address,
    town: readTown(raw, mend),
    placeNotes: joinTexts(raw, ['location_info', 'train_lines', 'bus_lines'], mend),
    region: readText(raw.service_body_name, 'service_body_name', 'line', mend),
    latitude: point?.latitude,
    longitude: point?.longitude,
    ...readFormats(raw.formats, formats, mend),
    notes: readText(raw.comments, 'comments', 'long', mend),
  }
}

export function bmltId(raw: Raw): string {
  return plainWord(raw.id_bigint, 64)
}

function withoutSeconds(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^(\d{2}:\d{2}):\d{2}$/, '$1') : value
}

function readAddress(raw: Raw, mend: Mend): string | undefined {
  const part = (field: string) => readText(raw[field], field, 'line', mend)
  const town =
    part('location_municipality') ?? part('location_city_subsection') ?? part('location_neighborhood')
  const stateAndCode = [part('location_province'), part('location_postal_code_1')].filter(Boolean).join(' ')
  const parts = [part('location_street'), town, stateAndCode, part('location_nation')].filter(Boolean)
  return parts.join(', ').slice(0, 300) || undefined
}

function readTown(raw: Raw, mend: Mend): string | undefined {
  const fields = ['location_municipality', 'location_city_subsection', 'location_neighborhood']
  return fields.map((field) => readText(raw[field], field, 'line', mend)).find(Boolean)
}

function joinTexts(raw: Raw, fields: string[], mend: Mend): string | undefined {
  const texts = fields.map((field) => readText(raw[field], field, 'long', mend)).filter(Boolean)
  return texts.join('\n').slice(0, 4000) || undefined
}

function readFormats(value: unknown, formats: BmltFormats, mend: Mend): Pick<FeedMeeting, 'types' | 'tags'> {
  const keys = typeof value === 'string' ? value.split(',').map((key) => key.trim()) : []
  const types = new Set<string>()
  const tags = new Set<string>()
  for (const key of keys.slice(0, 50)) {
    const format = formats.get(key)
    if (format?.code) types.add(format.code)
    else if (format) tags.add(format.name)
    else if (key !== '') mend('formats', 'type_unknown', key)
  }
  return { types: [...types], tags: [...tags] }
}
