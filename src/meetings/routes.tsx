import { roleIn } from '../groups/index.ts'
import type { Database } from '../platform/database/index.ts'
import { getId, slice, zoneOf } from '../platform/web.ts'
import { finder } from './finder/routes.tsx'
import { getMeeting, listTimes } from './store.ts'
import { MeetingPage } from './views/meeting.tsx'

export const meetings = slice()

const timesOfAMeeting = 5
/** "In 25 minutes" and what is on now must not grow old. */
const keptSeconds = 60

meetings.route('/', finder)

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
