import { listTopics, listWaitingTopics } from '../forum/index.ts'
import { listUpcoming } from '../meetings/index.ts'
import { slice, zoneOf } from '../platform/web.ts'
import { HomePage } from './views.tsx'

export const home = slice()

home.get('/', async (c) => {
  const { db, now, cache } = c.var
  // "In 25 minutes" is true for about a minute.
  cache.guestPage(['forum', 'meetings'], { forSeconds: 60 })
  const [soon, waiting, topics] = await Promise.all([
    listUpcoming(db, { now, hours: 12, stillToJoin: true, limit: 4 }),
    listWaitingTopics(db, 3),
    listTopics(db, { limit: 4 }),
  ])
  return c.var.page(<HomePage soon={soon} waiting={waiting} topics={topics} zone={zoneOf(c)} now={now} />)
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
