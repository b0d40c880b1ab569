import { foldText } from '../places/place.ts'
import type { FeedMeeting } from './record.ts'

const winter = '2026-01-15'
const summer = '2026-07-15'
const weekMinutes = 7 * 24 * 60

/**
 * When a meeting is, in a form that is equal wherever it is listed: 20:00 in New York on a Monday is 19:00 in Chicago.
 * Only a weekly meeting can be compared across zones; the first Monday there may be no Monday here.
 */
export function slotOf(meeting: Pick<FeedMeeting, 'recurrence' | 'time' | 'zone'>, day = winter): string {
  const { recurrence, time, zone } = meeting
  if (!recurrence || !time || !zone) return 'appointment'
  if (recurrence.every === 'once') return `once ${recurrence.date} ${time} ${zone}`
  if (recurrence.every === 'month')
    return `month ${recurrence.weeks.toSorted().join()} ${recurrence.day} ${time} ${zone}`
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) - offsetMinutes(zone, day)
  const minutes = recurrence.days.map((weekday) => {
    const inWeek = (weekday - 1) * 24 * 60 + minute
    return ((inWeek % weekMinutes) + weekMinutes) % weekMinutes
  })
  return `week ${recurrence.interval} ${minutes.sort((a, b) => a - b).join()}`
}

const offsets = new Map<string, number>()

function offsetMinutes(zone: string, day: string): number {
  const key = `${zone} ${day}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const minutes = Temporal.PlainDate.from(day).toZonedDateTime(zone).offsetNanoseconds / 60e9
  if (offsets.size < 2000) offsets.set(key, minutes)
  return minutes
}

/**
 * Whether two records tell of one meeting: at the same time, at the same place or behind the same link, under nearly
 * the same name, and of the same fellowship where both name one. Wrongly joined, a meeting disappears from the list;
 * wrongly kept apart, it stands there twice. So whatever is in doubt is kept apart.
 */
export function isSameMeeting(one: FeedMeeting, other: FeedMeeting): boolean {
  return (
    slotOf(one) === slotOf(other) &&
    slotOf(one, summer) === slotOf(other, summer) &&
    !differ(one.fellowship, other.fellowship) &&
    areNamesAlike(one.name, other.name) &&
    isSameWay(one, other)
  )
}

/** The same place and name, whenever it is: for a list that gave all its meetings new ids and moved one of them. */
export function placeAndName(meeting: FeedMeeting): string {
  const place = meeting.inPerson
    ? (pointKey(meeting) ?? foldText(meeting.address ?? meeting.placeName ?? ''))
    : linkKey(meeting)
  return `${foldText(meeting.name)} | ${foldText(meeting.group.name)} | ${place ?? ''}`
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return Boolean(one && other) && foldText(one ?? '') !== foldText(other ?? '')
}

const emptyWords = new Set([
  'the',
  'a',
  'of',
  'and',
  'group',
  'meeting',
  'aa',
  'na',
  'ca',
  'afg',
  'for',
  'in',
])

function areNamesAlike(one: string, other: string): boolean {
  const [a, b] = [foldText(one), foldText(other)]
  if (a === b) return true
  const words = (text: string) => new Set(text.split(' ').filter((word) => !emptyWords.has(word)))
  const [left, right] = [words(a), words(b)]
  if (left.size === 0 || right.size === 0) return false
  return (2 * left.intersection(right).size) / (left.size + right.size) >= 0.75
}

function isSameWay(one: FeedMeeting, other: FeedMeeting): boolean {
  if (one.inPerson && other.inPerson) return isSamePlace(one, other)
  if (one.inPerson || other.inPerson) return false
  const link = linkKey(one)
  return link !== undefined && link === linkKey(other)
}

const nearKm = 0.2

function isSamePlace(one: FeedMeeting, other: FeedMeeting): boolean {
  if (hasDoor(one) && hasDoor(other)) return kilometres(one, other) <= nearKm
  const [a, b] = [one, other].map((each) => foldText(each.address ?? '').slice(0, 60))
  if (a && a === b) return true
  const [hall, otherHall] = [foldText(one.placeName ?? ''), foldText(other.placeName ?? '')]
  return hall !== '' && hall === otherHall && Boolean(one.town) && !differ(one.town, other.town)
}

function hasDoor(meeting: FeedMeeting): boolean {
  return meeting.latitude !== undefined && meeting.approximate !== true
}

function kilometres(one: FeedMeeting, other: FeedMeeting): number {
  const north = ((one.latitude ?? 0) - (other.latitude ?? 0)) * 111.2
  const east =
    ((one.longitude ?? 0) - (other.longitude ?? 0)) * 111.2 * Math.cos(((one.latitude ?? 0) * Math.PI) / 180)
  return Math.hypot(north, east)
}

function pointKey(meeting: FeedMeeting): string | undefined {
  if (!hasDoor(meeting)) return undefined
  return `${meeting.latitude?.toFixed(3)} ${meeting.longitude?.toFixed(3)}`
}

/** A room on the web without its password, or the digits of a number to dial with those of the room. */
function linkKey({ onlineUrl, phone }: FeedMeeting): string | undefined {
  const url = onlineUrl === undefined ? null : URL.parse(onlineUrl)
  // An address without a path is a provider's front page, which many meetings share.
  if (url && url.pathname.length > 4) return `${url.host.replace(/^(www|us\d+web)\./, '')}${url.pathname}`
  const digits = phone?.replace(/\D/g, '') ?? ''
  return digits.length > 9 ? digits : undefined
}
