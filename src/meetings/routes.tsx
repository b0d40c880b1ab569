import { roleIn } from '../groups/index.ts'
import type { Database } from '../platform/database/index.ts'
import { getId, slice, zoneOf } from '../platform/web.ts'
import { type Filters, finderPath, isUnfiltered, readFilters } from './finder/filters.ts'
import { findPlaces } from './places/store.ts'
import { findUpcoming, getMeeting, hasMeetings, listTimes } from './store.ts'
import { FinderPage } from './views/finder.tsx'
import { MeetingPage } from './views/meeting.tsx'

export const meetings = slice()

const rowsOfAPage = 40
const timesOfAMeeting = 5
/** "In 25 minutes" and what is on now must not grow old. */
const keptSeconds = 60

meetings.get('/', async (c) => {
  const { db, now, page, cache } = c.var
  const query = c.req.query()
  const { filters, misread } = readFilters(query)
  const zone = zoneOf(c)
  const zoneAsked = query.zone === zone ? zone : undefined
  if (isUnfiltered(filters) && Object.keys(query).every((name) => name === 'zone' && zoneAsked)) {
    cache.guestPage(['meetings', 'groups'], { forSeconds: keptSeconds })
  }

  const near = filters.near ? await findPlaces(db, filters.near) : undefined
  const found = await findUpcoming(db, filters, { now, zone, near: near?.found, limit: rowsOfAPage })
  const shown = found.slice(0, rowsOfAPage)
  const anyAtAll = shown.length > 0 || (await hasMeetings(db))
  const later = found.length > rowsOfAPage ? pathAfter(filters, zoneAsked, shown.at(-1)) : undefined
  const view = { filters, misread, zone, zoneAsked, now, near, meetings: shown, later, anyAtAll }
  return page(<FinderPage {...view} />)
})

function pathAfter(
  filters: Filters,
  zoneAsked: string | undefined,
  last: { startsAt: Temporal.Instant; id: string } | undefined,
): string | undefined {
  if (!last) return undefined
  const after = { seconds: last.startsAt.epochMilliseconds / 1000, meetingId: last.id }
  return finderPath(filters, zoneAsked, { after })
}

meetings.get('/:id', async (c) => {
  const { db, now, page, member, cache } = c.var
  const id = getId(c, 'id')
  const zone = zoneOf(c)
  const zoneAsked = c.req.query('zone') === zone ? zone : undefined
  if (!c.req.url.includes('?') || zoneAsked) {
    cache.guestPage(['meetings', 'groups'], { forSeconds: keptSeconds })
  }
  const meeting = await getMeeting(db, id)
  const times = await listTimes(db, id, now, timesOfAMeeting)
  const isHost = member ? await isHostOf(db, meeting.groupId, member.id) : false
  return page(<MeetingPage {...{ meeting, times, zone, zoneAsked, isHost }} />)
})

async function isHostOf(db: Database, groupId: string, memberId: string): Promise<boolean> {
  return (await roleIn(db, groupId, memberId)) === 'host'
}
