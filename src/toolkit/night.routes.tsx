import type { Context } from 'hono'
import { numbersFor } from '../help/index.ts'
import { listUpcoming } from '../meetings/index.ts'
import { notFound } from '../platform/errors.ts'
import { type Env, slice, zoneOf } from '../platform/web.ts'
import { letScreenStayOn } from './player/screen.ts'
import { loudest, nightTechniques } from './rules.ts'
import { findTechnique } from './techniques.ts'
import { NightAlonePage, NightPage, NightTechniquePage, NightThoughtsPage } from './views/night.tsx'

export const night = slice()

const soonHours = 12
/** Enough to reach the online ones among those in rooms. */
const looked = 200
const meetingsShown = 4

night.get('/', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<NightPage />)
})

night.get('/thoughts', (c) => {
  const numbers = numbersFor(c.req.query('country') ?? c.var.config.defaultCountry, c.var.now)
  return c.var.page(<NightThoughtsPage numbers={numbers} steps={findTechnique('grounding')?.steps ?? []} />)
})

night.get('/alone', async (c) => {
  const meetings = await findSoon(c).catch((fault: Error) => {
    // Whoever is alone at night gets the rest of the page also when the database is down.
    c.var.log.error({ route: c.req.routePath, stack: fault.stack }, 'could not look for meetings')
  })
  if (meetings) c.var.cache.guestPage(['meetings'], { forSeconds: 60 })
  return c.var.page(<NightAlonePage meetings={meetings ?? undefined} zone={zoneOf(c)} />)
})

night.get('/:loudest', (c) => {
  const one = loudest.find((name) => name === c.req.param('loudest'))
  const chosen = one && nightTechniques[one]
  const technique = chosen && findTechnique(chosen.first)
  if (!technique) throw notFound()
  c.var.cache.guestPage([])
  letScreenStayOn(c)
  const more = chosen.more.map(findTechnique).filter((found) => found !== undefined)
  return c.var.page(<NightTechniquePage loudest={one} technique={technique} more={more} />)
})

/** Online meetings that are on or begin soon: nobody goes out to a strange place tonight. */
async function findSoon(c: Context<Env>) {
  const upcoming = await listUpcoming(c.var.db, {
    now: c.var.now,
    hours: soonHours,
    stillToJoin: true,
    limit: looked,
  })
  return upcoming.filter((meeting) => meeting.online).slice(0, meetingsShown)
}
