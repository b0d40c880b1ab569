import type { PublishedMeeting, Site } from '../published.ts'
import type { Slot } from '../slots.rules.ts'
import { formatsOf, numberOf } from './formats.ts'
import { bodyOfGroup, recordId } from './ids.rules.ts'

export interface Distance {
  km: number
  miles: number
}

/** In the order in which servers of this protocol tell them. */
export type BmltMeeting = Record<string, string>

/** A meeting as this protocol tells it: everything is text, and what is missing is empty. */
export function bmltMeeting(
  meeting: PublishedMeeting & { time: string; zone: string },
  slot: Slot,
  site: Site,
  distance: Distance | undefined,
): BmltMeeting {
  const formats = formatsOf(meeting)
  const { inPerson, online } = meeting
  const place = inPerson ? addressParts(meeting.address, meeting.town) : noAddress
  return {
    id_bigint: recordId(meeting.id, slot.number),
    worldid_mixed: '',
    shared_group_id_bigint: '',
    service_body_bigint: bodyOfGroup(meeting.groupId),
    service_body_name: meeting.groupName,
    weekday_tinyint: String((slot.day % 7) + 1),
    venue_type: online ? (inPerson ? '3' : '2') : '1',
    start_time: `${meeting.time}:00`,
    duration_time: lengthOf(meeting.minutes),
    time_zone: meeting.zone,
    formats: formats.join(','),
    lang_enum: meeting.languages[0] ?? 'en',
    longitude: inPerson ? numberText(meeting.longitude) : '',
    latitude: inPerson ? numberText(meeting.latitude) : '',
    distance_in_km: numberText(distance?.km),
    distance_in_miles: numberText(distance?.miles),
    email_contact: '',
    published: '1',
    root_server_uri: site.origin,
    format_shared_id_list: formats.map(numberOf).join(','),
    meeting_name: meeting.name,
    location_text: inPerson ? (meeting.placeName ?? '') : '',
    location_info: inPerson ? [meeting.meetingPoint, meeting.placeNotes].filter(Boolean).join('\n') : '',
    ...place,
    comments: [meeting.notes, meeting.bring, meeting.consent].filter(Boolean).join('\n\n'),
    train_lines: '',
    bus_lines: '',
    phone_meeting_number: meeting.phone ?? '',
    virtual_meeting_link: meeting.onlineUrl ?? '',
    virtual_meeting_additional_info: meeting.onlineNotes ?? '',
    contact_phone_2: '',
    contact_email_2: '',
    contact_name_2: '',
    contact_phone_1: '',
    contact_email_1: '',
    contact_name_1: '',
  }
}

export const bmltFields: readonly string[] = (
  'id_bigint worldid_mixed shared_group_id_bigint service_body_bigint service_body_name weekday_tinyint ' +
  'venue_type start_time duration_time time_zone formats lang_enum longitude latitude distance_in_km ' +
  'distance_in_miles email_contact published root_server_uri format_shared_id_list meeting_name ' +
  'location_text location_info location_street location_city_subsection location_neighborhood ' +
  'location_municipality location_sub_province location_province location_postal_code_1 location_nation ' +
  'comments train_lines bus_lines phone_meeting_number virtual_meeting_link ' +
  'virtual_meeting_additional_info contact_phone_2 contact_email_2 contact_name_2 contact_phone_1 ' +
  'contact_email_1 contact_name_1'
).split(' ')

/** Only the fields that were asked for; all when none of them is one of ours. */
export function onlyFields(meeting: BmltMeeting, asked: string[]): BmltMeeting {
  const known = bmltFields.filter((field) => asked.includes(field))
  if (known.length === 0) return meeting
  return Object.fromEntries(known.map((field) => [field, meeting[field] ?? '']))
}

function lengthOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`
}

function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

const noAddress = {
  location_street: '',
  location_city_subsection: '',
  location_neighborhood: '',
  location_municipality: '',
  location_sub_province: '',
  location_province: '',
  location_postal_code_1: '',
  location_nation: '',
}

/** "8 Invented St, Springfield, IL 62701, USA" in its parts; what has no comma is a street. */
function addressParts(address: string | null, town: string | null): typeof noAddress {
  const parts = (address ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const [street = '', ...rest] = parts
  const state = rest.findIndex((part) => /^[A-Z]{2,3}\s+[A-Z0-9][A-Z0-9 -]{2,9}$/.test(part))
  const [, province = '', code = ''] = /^([A-Z]{2,3})\s+(.+)$/.exec(rest[state] ?? '') ?? []
  const nation = rest.length > 1 && state !== rest.length - 1 ? (rest.at(-1) ?? '') : ''
  const between = rest.filter((part, index) => index !== state && part !== nation && part !== town)
  return {
    ...noAddress,
    location_street: street,
    location_municipality: town ?? between.at(-1) ?? '',
    location_city_subsection: town ? between.join(', ') : '',
    location_province: province,
    location_postal_code_1: code,
    location_nation: nation,
  }
}
