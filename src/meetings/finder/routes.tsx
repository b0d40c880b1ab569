import type { Context } from 'hono'
import { permissionsPolicy } from '../../platform/securityHeaders.ts'
import { type Env, slice } from '../../platform/web.ts'
import type { UpcomingMeeting } from '../meeting.ts'
import { hasMeetings } from '../store.ts'
import { FinderPage } from '../views/finder.tsx'
import { NearPage } from '../views/near.tsx'
import { choicesOf, findNear, readSearch } from './asked.ts'
import type { Filters } from './filters.ts'
import { map } from './map.routes.tsx'
import { searchMeetings } from './search.store.ts'
import { finderPath, type Search } from './search.ts'
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
  const { meetings: found, words } = await searchMeetings(db, filters, {
    ...{ now, zone, point: place.point },
    limit: rowsOfAPage + 1,
  })
  const shown = found.slice(0, rowsOfAPage)
  const house = await ofThisHouse(c, filters, { zone, point: place.point, shown })
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

/** On the first page, when the search also found meetings of lists and says nothing of whose it wants. */
async function ofThisHouse(
  c: Context<Env>,
  filters: Filters,
  { zone, point, shown }: { zone: string; point: Filters['at']; shown: UpcomingMeeting[] },
): Promise<UpcomingMeeting[]> {
  const { db, now } = c.var
  const isMixed = shown.some(({ source }) => source !== null)
  if (!isMixed || filters.from || filters.fellowship || filters.after || filters.sort) return []
  const wanted = { ...filters, from: 'house' as const }
  return (await searchMeetings(db, wanted, { now, zone, point, limit: houseRows })).meetings
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
