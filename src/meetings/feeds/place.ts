import lookUpZone from '@photostructure/tz-lookup'
import { isZone } from '../../platform/clock.ts'
import { clockTime, minuteOfDay } from './clock.ts'
import { type Mend, RefusedRecord } from './record.ts'

export interface Point {
  latitude: number
  longitude: number
}

/** Coordinates of a place on earth; anything else is left out, with a line. */
export function readPoint(latitude: unknown, longitude: unknown, mend: Mend): Point | undefined {
  const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
  if (isEmpty(latitude) && isEmpty(longitude)) return undefined
  const was = `${latitude}, ${longitude}`
  const [north, east] = [toNumber(latitude), toNumber(longitude)]
  const fault =
    north === undefined || east === undefined
      ? 'coordinates_unreadable'
      : Math.abs(north) > 90 || Math.abs(east) > 180
        ? 'coordinates_outside'
        : north === 0 && east === 0
          ? 'coordinates_zero'
          : undefined
  if (fault || north === undefined || east === undefined) {
    mend('latitude', fault ?? 'coordinates_unreadable', was)
    return undefined
  }
  return { latitude: north, longitude: east }
}

function toNumber(value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

interface ZoneClues {
  own: unknown
  ownField: string
  point: Point | undefined
  name: string
  time: string
  inPerson: boolean
  address: string | undefined
  feedZone: string | undefined
}

// Where a publisher puts "somewhere in this country", the middle of the country says nothing about its clock.
const wideCountries =
  /^(usa|u\.s\.a\.?|us|united states( of america)?|canada|mexico|brazil|russia|australia)$/i

/**
 * The zone of a meeting: its own, else the one its name states ("8pm Eastern"), else that of its place,
 * else the feed's; without any, the record is refused, for a time without a zone leads people to the wrong hour.
 */
export function readZone(clues: ZoneClues, mend: Mend): string {
  const own = typeof clues.own === 'string' ? clues.own.trim() : ''
  if (own !== '') {
    if (isZone(own)) return own
    mend(clues.ownField, 'zone_unknown', own)
  }
  const isVague = !clues.inPerson && wideCountries.test(clues.address ?? '')
  const ofPlace =
    clues.point && !isVague ? lookUpZone(clues.point.latitude, clues.point.longitude) : undefined
  const named = zoneInName(clues.name)
  const guess = ofPlace ?? clues.feedZone
  const agree = named && guess && named.time === clues.time && keepSameClock(named.zone, guess)
  if (named && !agree) {
    if (named.time !== clues.time) {
      const fits = [ofPlace, clues.feedZone].find((zone) => zone && isSameMoment(clues.time, zone, named))
      if (fits && fits !== guess) mend('timezone', 'zone_from_name', clues.name, fits)
      if (fits) return fits
      mend('time', 'zone_disputed', clues.name, `${clues.time} ${guess ?? named.zone}`)
      return guess ?? named.zone
    }
    // A room full of people keeps its town's time, whatever a name says.
    if (ofPlace && clues.inPerson) {
      mend('time', 'zone_disputed', clues.name, `${clues.time} ${ofPlace}`)
      return ofPlace
    }
    mend('timezone', 'zone_from_name', clues.name, named.zone)
    return named.zone
  }
  if (guess === undefined) throw new RefusedRecord('timezone', 'zone_missing', own || undefined)
  return guess
}

const zoneWords: Record<string, string> = {
  eastern: 'America/New_York',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  central: 'America/Chicago',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mountain: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pacific: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
}

/** "2am Eastern" in a name. "Central European Time" is somewhere else and not read. */
function zoneInName(name: string): { time: string; zone: string } | undefined {
  const found = /\b(\d{1,2}(?::\d{2})?\s*[ap]\.?m\.?|\d{1,2}:\d{2}|noon)\s*\(?([a-z]+)\b(?!\s+europe)/i.exec(
    name,
  )
  const zone = zoneWords[(found?.[2] ?? '').toLowerCase()]
  const time = clockTime(found?.[1])
  return zone && time ? { time, zone } : undefined
}

const [winter, summer] = ['2026-01-15', '2026-07-15']

function offsetAt(zone: string, date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).offsetNanoseconds / 60e9
}

export function keepSameClock(one: string, other: string): boolean {
  return [winter, summer].every((date) => offsetAt(one, date) === offsetAt(other, date))
}

/** Either half of the year may have been in the publisher's mind. */
function isSameMoment(time: string, zone: string, named: { time: string; zone: string }): boolean {
  return [winter, summer].some((date) => {
    const apart =
      minuteOfDay(time) - offsetAt(zone, date) - (minuteOfDay(named.time) - offsetAt(named.zone, date))
    return apart % (24 * 60) === 0
  })
}

/** The town out of an address of several parts: before state and country in North America, before the country elsewhere. */
export function townOf(address: string | undefined): string | undefined {
  const parts = (address ?? '').split(',').map((part) => part.trim())
  if (parts.length < 2) return undefined
  const hasState = /^(usa|us|united states|u\.s\.a\.?|canada|australia)$/i.test(parts.at(-1) ?? '')
  // "1 Main St, Cork, T12 AB34, Ireland": a part that is a postcode stands behind the town.
  const isCode = /^[A-Z]{0,2}\d[A-Z\d]*( ?[A-Z\d]{3,4})?$/i.test(parts.at(-2) ?? '')
  const town = (hasState || (isCode && parts.length > 3) ? parts.at(-3) : parts.at(-2)) ?? parts[0]
  return town?.replace(/^\d{4,6}( [A-Z]{2})? /, '').slice(0, 100) || undefined
}
