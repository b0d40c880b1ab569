import { clockTime } from '../clock.ts'
import { RefusedRecord } from '../record.ts'
import { codeOfBmltFormat } from '../typeCodes.ts'
import { daysInWords } from './days.ts'

type Row = Record<string, string>

/** World ids of NAWS formats that the vocabulary has no code for, in words. */
const nawsWords: Record<string, string> = {
  BT: 'Basic Text',
  CH: 'Closed on holidays',
  CPT: 'Twelve Concepts',
  GP: 'Guiding Principles',
  IP: 'Information pamphlet',
  IW: 'It Works: How and Why',
  JFT: 'Just for Today',
  LC: 'Living Clean',
  NC: 'No children',
  NS: 'No smoking',
  QA: 'Questions and answers',
  RA: 'Restricted access',
  SG: 'Step working guide',
  SPAD: 'A Spiritual Principle a Day',
  SWG: 'Step working guide',
  TOP: 'Topic',
  VAR: 'Format varies',
}

/** Where in the table a field of Meeting Guide comes from. */
export const nawsColumns: Record<string, string> = {
  name: 'CommitteeName',
  slug: 'bmlt_id',
  day: 'Day',
  time: 'Time',
  timezone: 'TimeZone',
  types: 'Format1',
  location: 'Place',
  address: 'Address',
  latitude: 'Latitude',
  location_notes: 'Directions',
  conference_url: 'VirtualMeetingLink',
  conference_url_notes: 'VirtualMeetingInfo',
  conference_phone: 'PhoneMeetingNumber',
  attendance_option: 'Format1',
}

/** A committee has several meetings; the number of its server tells them apart, else its day and hour. */
export function nawsId(row: Row): string {
  return row.bmlt_id || [row.Committee, row.Day, row.Time].filter(Boolean).join('-')
}

/** A row of the NAWS export in the words of Meeting Guide. @throws RefusedRecord for one that is no longer listed */
export function nawsAsGuide(row: Row): Record<string, unknown> {
  if (/^d/i.test(row.Delete ?? '')) throw new RefusedRecord('Delete', 'deleted', row.Delete)
  if (/^(1|true)$/i.test(row.unpublished ?? '')) throw new RefusedRecord('unpublished', 'not_published')
  const ids = [row.Format1, row.Format2, row.Format3, row.Format4, row.Format5].filter(
    (id) => id !== undefined,
  )
  const has = (id: string) => ids.includes(id)
  const link = row.VirtualMeetingLink || undefined
  const isOnline = has('VM') || (Boolean(link ?? row.PhoneMeetingNumber) && !row.Address)
  return {
    slug: nawsId(row),
    name: row.CommitteeName,
    group: row.CommitteeName,
    day: daysInWords(row.Day ?? '') ?? row.Day,
    time: clockOf(row.Time ?? ''),
    timezone: row.TimeZone,
    location: row.Place,
    address: row.Address,
    city: row.City || row.LocBorough,
    state: row.State,
    postal_code: row.Zip,
    country: row.Country,
    regions: [row.ParentName].filter(Boolean),
    latitude: row.Latitude,
    longitude: row.Longitude,
    location_notes: [row.Room, row.Directions].filter(Boolean).join('\n'),
    types: typesOf(row, ids),
    conference_url: link,
    conference_url_notes: row.VirtualMeetingInfo,
    conference_phone: row.PhoneMeetingNumber,
    attendance_option: has('HY') ? 'hybrid' : isOnline ? 'online' : undefined,
  }
}

function typesOf(row: Row, ids: string[]): string[] {
  const shown = ids.filter((id) => id !== '' && id !== 'VM' && id !== 'HY')
  const types = shown.map((id) => (id === 'TC' ? 'TC' : (codeOfBmltFormat(id, '') ?? nawsWords[id] ?? id)))
  if (/^open$/i.test(row.Closed ?? '')) types.push('O')
  if (/^closed$/i.test(row.Closed ?? '')) types.push('C')
  if (/^(1|true)$/i.test(row.WheelChr ?? '')) types.push('X')
  return types
}

/** "0730" */
function clockOf(text: string): string {
  const digits = /^(\d{1,2})(\d{2})$/.exec(text.trim())
  return (digits && clockTime(`${digits[1]}:${digits[2]}`)) ?? clockTime(text) ?? text
}
