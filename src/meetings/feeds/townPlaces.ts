import lookUpZone from '@photostructure/tz-lookup'
import type { Database } from '../../platform/database/index.ts'
import type { Place } from '../places/place.ts'
import { findPlaces } from '../places/store.ts'
import { keepSameClock } from './place.ts'
import type { FeedMeeting, Line, Reading } from './record.ts'
import { hasTowns } from './towns.store.ts'

const mostTowns = 2000

/**
 * Meetings in a room of which only the address is known, placed at the middle of their town by our own list of towns;
 * no address leaves the server. A town that nobody knows, or whose clock is not the meeting's, is said in a line.
 */
export async function placeByTown(db: Database, reading: Reading): Promise<Reading> {
  const isPlaceless = (meeting: FeedMeeting) =>
    meeting.inPerson && meeting.latitude === undefined && meeting.town
  if (!reading.meetings.some(isPlaceless) || !(await hasTowns(db))) return reading
  const towns = new Map<string, Place | undefined>()
  const lines: Line[] = []
  const meetings: FeedMeeting[] = []
  for (const [index, meeting] of reading.meetings.entries()) {
    if (!isPlaceless(meeting)) {
      meetings.push(meeting)
      continue
    }
    const question = questionOf(meeting)
    if (!towns.has(question) && towns.size < mostTowns)
      towns.set(question, (await findPlaces(db, question)).found)
    const town = towns.get(question)
    const fits = town && isSameClock(town, meeting)
    lines.push({
      action: 'mended',
      record: reading.numbers[index] ?? 0,
      name: meeting.name,
      externalId: meeting.externalId,
      field: 'address',
      why: fits ? 'place_from_town' : 'place_unknown',
      was: question,
      ...(fits ? { became: town.name } : {}),
    })
    meetings.push(
      fits ? { ...meeting, latitude: town.latitude, longitude: town.longitude, approximate: true } : meeting,
    )
  }
  return { ...reading, meetings, lines: [...reading.lines, ...lines] }
}

function isSameClock({ latitude, longitude }: Place, { zone }: FeedMeeting): boolean {
  return zone === undefined || keepSameClock(lookUpZone(latitude, longitude), zone)
}

/** "San Jose, CA, USA" out of "1200 Blossom Hill Rd, San Jose, CA 95118, USA". */
function questionOf({ town = '', address = '' }: FeedMeeting): string {
  const parts = address.split(',').map((part) => part.replace(/\b[\w-]*\d[\w-]*\b/g, '').trim())
  const after = parts.slice(parts.lastIndexOf(town) + 1).filter(Boolean)
  return [town, ...(parts.includes(town) ? after : after.slice(-1))].join(', ').slice(0, 120)
}
