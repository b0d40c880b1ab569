import type { Context } from 'hono'
import { greetersNow, greetersTag } from '../forum/index.ts'
import { numbersFor } from '../help/index.ts'
import { listUpcoming } from '../meetings/index.ts'
import { notFound } from '../platform/errors.ts'
import { type Env, slice, zoneOf } from '../platform/web.ts'
import { letScreenStayOn } from './player/screen.ts'
import { loudest, nightTechniques } from './rules.ts'
import { findTechnique } from './techniques.ts'
import { type Awake, NightAlonePage } from './views/alone.tsx'
import { NightPage, NightTechniquePage, NightThoughtsPage } from './views/night.tsx'

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
  // Kept for when there is no line: who was awake then says nothing about who is awake by then.
  const people = c.req.query('line') === 'none' ? undefined : await findAwake(c)
  if (people) c.var.cache.guestPage(['meetings', greetersTag], { forSeconds: 60 })
  return c.var.page(<NightAlonePage people={people} zone={zoneOf(c)} />)
})

night.get('/:loudest', (c) => {
  const one = loudest.find((name) => name === c.req.param('loudest'))
  const chosen = one && nightTechniques[one]
  const technique = chosen && findTechnique(chosen.first)
  if (!technique) throw notFound()
  c.var.cache.guestPage([])
  letScreenStayOn(c)
  const more = chosen.more.map(findTechnique).filter((found) => found !== undefined)
  return c.var.page(
    <NightTechniquePage loudest={one} symptom={chosen.symptom} technique={technique} more={more} />,
  )
})

/** Who is there now; undefined when we could not look. */
async function findAwake(c: Context<Env>): Promise<Awake | undefined> {
  const { db, now, log } = c.var
  try {
    const [meetings, greeters] = await Promise.all([findSoon(c), greetersNow(db, now)])
    return { meetings, greeters }
  } catch (fault) {
    // Whoever is alone at night gets the rest of the page also when the database is down.
    log.error({ route: c.req.routePath, stack: (fault as Error).stack }, 'could not look for people')
    return undefined
  }
}

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
