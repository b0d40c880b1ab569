import type { PublishedMeeting, Site } from '../published.ts'
import type { Slot } from '../slots.rules.ts'
import { typesOf } from './types.rules.ts'

/** One record of a Meeting Guide list, in the profile that every client known to us takes. */
export interface GuideRecord {
  slug: string
  name: string
  /** 0 is Sunday. */
  day: number
  time: string
  end_time: string
  timezone: string
  formatted_address: string
  approximate: 'yes' | 'no'
  latitude?: number
  longitude?: number
  regions?: string[]
  location?: string
  location_notes?: string
  group: string
  types?: string[]
  notes?: string
  conference_url?: string
  conference_url_notes?: string
  conference_phone?: string
  conference_phone_notes?: string
  /** In UTC, "2026-11-22 12:00:00". */
  updated: string
  url: string
  feedback_url: string
  entity: string
  entity_url: string
  entity_website_url: string
}

/** What the sentences of a record are made with. */
export interface GuideWords {
  /** Where an online meeting is. */
  online: string
  source: (list: string) => string
}

function slugOf(meetingId: string, slot: number): string {
  return slot === 1 ? `meeting-${meetingId}` : `meeting-${meetingId}-${slot}`
}

/** @param known the codes of the vocabulary */
export function guideRecord(
  meeting: PublishedMeeting & { time: string; zone: string },
  slot: Slot,
  site: Site,
  words: GuideWords,
  known: ReadonlySet<string>,
): GuideRecord {
  const { inPerson, online, latitude, longitude, time } = meeting
  const address = addressOf(meeting, words)
  // A client draws a pin where we say: the middle of a town would send somebody to the wrong door.
  const isPinned = inPerson && meeting.isExact && latitude !== null && longitude !== null
  const url = `${site.origin}/meetings/${meeting.id}`
  return withoutNothing({
    slug: slugOf(meeting.id, slot.number),
    name: meeting.name,
    day: slot.day % 7,
    time,
    end_time: endOf(time, meeting.minutes),
    timezone: meeting.zone,
    formatted_address: address.text,
    approximate: inPerson && address.isExact ? 'no' : 'yes',
    latitude: isPinned ? rounded(latitude) : undefined,
    longitude: isPinned ? rounded(longitude) : undefined,
    regions: regionsOf(meeting, words),
    location: inPerson ? meeting.placeName : undefined,
    location_notes: inPerson ? paragraphs([meeting.meetingPoint, meeting.placeNotes]) : undefined,
    group: meeting.groupName,
    types: typesOf(meeting, known),
    notes: paragraphs([
      meeting.notes,
      meeting.bring,
      meeting.consent,
      meeting.weatherPlan,
      meeting.feedName && words.source(meeting.feedName),
    ]),
    conference_url: online ? meeting.onlineUrl : undefined,
    conference_url_notes: online && meeting.onlineUrl ? meeting.onlineNotes : undefined,
    conference_phone: online && meeting.phone ? meeting.phone.replace(/[^\d+,*#]/g, '') : undefined,
    conference_phone_notes: online && meeting.phone ? meeting.phoneNotes : undefined,
    updated: said(meeting.changedAt),
    url,
    feedback_url: url,
    entity: site.name,
    entity_url: site.origin,
    entity_website_url: site.origin,
  })
}

type Loose = { [Key in keyof GuideRecord]: GuideRecord[Key] | null | undefined }

/** A field that does not apply is left out, never empty. */
function withoutNothing(record: Loose): GuideRecord {
  const kept = Object.entries(record).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  return Object.fromEntries(kept) as unknown as GuideRecord
}

const minutesOfDay = 24 * 60

/**
 * The wall time at which a meeting ends. One that lasts a whole day ends a minute before it begins again. By hand: a
 * list of forty thousand would leave as many moments behind, and they lie outside of what is collected first.
 */
function endOf(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const length = minutes % minutesOfDay === 0 ? minutes - 1 : minutes
  const end = (hour * 60 + minute + length) % minutesOfDay
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const saidBefore = new WeakMap<Temporal.Instant, string>()

/** "2026-11-22 12:00:00", in UTC. What was imported together changed together: the same moment, said once. */
function said(at: Temporal.Instant): string {
  const before = saidBefore.get(at)
  if (before !== undefined) return before
  const text = at.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', '')
  saidBefore.set(at, text)
  return text
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}

function paragraphs(parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join('\n\n')
}

/** Clients drop a record without an address, and take one that is not exact for "somewhere there". */
function addressOf(
  meeting: PublishedMeeting & { zone: string },
  words: GuideWords,
): { text: string; isExact: boolean } {
  const { inPerson, address, placeName, town, region, groupPlace } = meeting
  const about = town ?? region ?? groupPlace
  if (!inPerson) return { text: about ?? words.online, isExact: false }
  if (address) return { text: address, isExact: true }
  if (placeName) return { text: [placeName, town].filter(Boolean).join(', '), isExact: true }
  return { text: about ?? townOf(meeting.zone), isExact: false }
}

/** "America/Argentina/Buenos_Aires" -> "Buenos Aires": where nothing else is known, at least the clock is right. */
function townOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function regionsOf(meeting: PublishedMeeting, words: GuideWords): string[] {
  if (meeting.region) return meeting.region.split(' · ')
  const place = meeting.town ?? (meeting.inPerson ? meeting.groupPlace : null)
  return place ? [place] : meeting.online ? [words.online] : []
}
