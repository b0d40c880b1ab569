import { profilesTag } from '../account/index.ts'
import { listTopics, listWaitingTopics } from '../forum/index.ts'
import { listUpcoming } from '../meetings/index.ts'
import { chosenZone, slice, zoneOf } from '../platform/web.ts'
import { HomePage } from './views.tsx'

export const home = slice()

const waitingShown = 3
const topicsShown = 4
const meetingsShown = 4
const meetingsLooked = 60

home.get('/', async (c) => {
  const { db, now, cache } = c.var
  // "In 25 minutes" is true for about a minute.
  cache.guestPage(['forum', profilesTag, 'meetings'], { forSeconds: 60 })
  const [ahead, waiting, topics] = await Promise.all([
    listUpcoming(db, { now, hours: 12, stillToJoin: true, limit: meetingsLooked }),
    listWaitingTopics(db, now, waitingShown),
    listTopics(db, { limit: waitingShown + topicsShown }),
  ])
  // A guest may be anywhere: a room on another continent is no help tonight where there is one online.
  const online = ahead.filter((meeting) => meeting.online)
  const soon = (online.length > 0 ? online : ahead).slice(0, meetingsShown)
  // What waits for an answer stands on its own above; where nothing else was written, once more is better than nothing.
  const others = topics.filter(({ id }) => !waiting.some((one) => one.id === id))
  const talk = (others.length > 0 ? others : topics).slice(0, topicsShown)
  return c.var.page(
    <HomePage
      soon={soon}
      waiting={waiting}
      topics={talk}
      zone={zoneOf(c)}
      guess={chosenZone(c) === undefined}
      now={now}
    />,
  )
})

/** Out of here at once: to something harmless, and what this browser keeps of us goes. */
home.get('/leave', (c) => {
  c.header('clear-site-data', '"cache", "cookies", "storage"')
  c.header('cache-control', 'no-store')
  return c.redirect(c.var.config.leaveTo, 303)
})

/** Engines may read the open pages; personal stories say themselves that they are not for keeping. */
home.get('/robots.txt', (c) =>
  c.text('User-agent: *\nDisallow: /account\nDisallow: /leave\nDisallow: /operations\n'),
)
