import { profilesTag } from '../account/index.ts'
import { chosenZone, getId, slice, zoneOf } from '../platform/web.ts'
import { finder } from './finder/routes.tsx'
import { partsOfPage } from './pageParts.tsx'
import { getMeeting, listSources, listTimes } from './store.ts'
import { MeetingPage } from './views/meeting.tsx'

export const meetings = slice()

const timesOfAMeeting = 5
/** "In 25 minutes" and what is on now must not grow old. */
const keptSeconds = 60

meetings.route('/', finder)

meetings.get('/:id', async (c) => {
  const { db, now, page, cache } = c.var
  const id = getId(c, 'id')
  const zone = zoneOf(c)
  const zoneAsked = c.req.query('zone') === zone ? zone : undefined
  const guess = chosenZone(c) === undefined
  if (!c.req.url.includes('?') || zoneAsked) {
    cache.guestPage(['meetings', 'groups', profilesTag], { forSeconds: keptSeconds })
  }
  const meeting = await getMeeting(db, id)
  const times = await listTimes(db, id, now, timesOfAMeeting)
  const parts = await partsOfPage(c, meeting, times, zone)
  const sources = meeting.feedId === null ? [] : await listSources(db, id)
  return page(<MeetingPage {...{ sources, meeting, times, zone, zoneAsked, guess, now, parts }} />)
})
