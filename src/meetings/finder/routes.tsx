import { permissionsPolicy } from '../../platform/securityHeaders.ts'
import { slice } from '../../platform/web.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { hasMeetings } from '../store.ts'
import { FinderPage } from '../views/finder.tsx'
import { NearPage } from '../views/near.tsx'
import { choicesOf, findNear, readSearch } from './asked.ts'
import type { Filters } from './filters.ts'
import { map } from './map.routes.tsx'
import { searchMeetings } from './search.store.ts'
import { finderPath, type Search } from './search.ts'
import { seekWords } from './terms.store.ts'
import { week } from './week.routes.tsx'
import { zones } from './zone.routes.tsx'

export const finder = slice()

finder.route('/zone', zones)
finder.route('/map', map)
finder.route('/', week)

const rowsOfAPage = 40
const houseRows = 5
/** "In 25 minutes" and what is on now must not grow old. */
const keptSeconds = 60

finder.get('/', async (c) => {
  const { db, now, page, cache } = c.var
  const asked = readSearch(c)
  if (asked.tidier) return c.redirect(asked.tidier, 303)
  const { search } = asked
  const { filters } = search
  if (asked.isPlain) cache.guestPage(['meetings', 'groups'], { forSeconds: keptSeconds })

  const place = await findNear(c, asked)
  const { zone } = place
  const words = await seekWords(db, filters.words)
  const look = { now, zone, point: place.point, words }
  // Side by side: who waits for the first row waits for both.
  const [{ meetings: found }, ours] = await Promise.all([
    searchMeetings(db, filters, { ...look, limit: rowsOfAPage + 1 }),
    isMixed(filters)
      ? searchMeetings(db, { ...filters, from: 'house' }, { ...look, limit: houseRows })
      : none,
  ])
  const shown = found.slice(0, rowsOfAPage)
  const house = shown.some(({ source }) => source !== null) ? ours.meetings : []
  const isShown = new Set(house.map(keyOf))
  const view = {
    ...asked,
    ...{ now, zone, words, house, near: place.near },
    meetings: shown.filter((meeting) => !isShown.has(keyOf(meeting))),
    later: found.length > rowsOfAPage ? pathAfter(search, shown.at(-1)) : undefined,
    anyAtAll: shown.length > 0 || (await hasMeetings(db)),
    choices: await choicesOf(c),
  }
  return page(<FinderPage {...view} />)
})

finder.get('/near', async (c) => {
  const { search } = readSearch(c)
  // Only here, where it is said why, may the device be asked where it is.
  c.header('permissions-policy', permissionsPolicy(['geolocation']))
  return c.var.page(<NearPage {...{ search }} />)
})

const none = { meetings: [] }

/** The first page of a search that says nothing of whose meetings it wants shows those of this site on top. */
function isMixed({ from, fellowship, after, sort }: Filters): boolean {
  return !from && !fellowship && !after && !sort
}

function keyOf({ id, startsAt }: UpcomingMeeting): string {
  return `${id} ${startsAt}`
}

function pathAfter(search: Search, last: UpcomingMeeting | undefined): string | undefined {
  if (!last) return undefined
  const isByDistance = search.filters.sort === 'distance'
  const order = isByDistance ? Math.round((last.km ?? 0) * 1000) : last.startsAt.epochMilliseconds / 1000
  return finderPath(search, { after: { order, meetingId: last.id } })
}
