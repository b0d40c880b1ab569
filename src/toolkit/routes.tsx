import type { Context } from 'hono'
import { helpedTags, listHelped, readHelp, type TopicSummary } from '../forum/index.ts'
import { notFound } from '../platform/errors.ts'
import { type Env, slice, zoneOf } from '../platform/web.ts'
import { letScreenStayOn } from './player/screen.ts'
import { techniquesForOne } from './rules.ts'
import { findSession, sessions } from './sessions/sessions.ts'
import { SessionPage } from './sessions/views.tsx'
import { symptomIds } from './technique.ts'
import { findTechnique, techniques } from './techniques.ts'
import { ToolkitPage } from './views/list.tsx'
import { TechniquePage } from './views/technique.tsx'

export const toolkit = slice()

const helpedShown = 5

toolkit.get('/', async (c) => {
  const asked = c.req.query('for')
  const symptom = symptomIds.find((id) => id === asked)
  const shown = symptom ? techniquesForOne(techniques, symptom) : techniques
  const page = { techniques: shown, sessions, symptom, zone: zoneOf(c) }
  if (!readHelp(symptom)) {
    if (asked === undefined || symptom) c.var.cache.guestPage([])
    return c.var.page(<ToolkitPage {...page} helped={undefined} />)
  }
  const helped = await findHelped(c, symptom)
  if (helped) c.var.cache.guestPage(helpedTags, { forSeconds: 60 })
  return c.var.page(<ToolkitPage {...page} helped={helped} />)
})

toolkit.get('/sessions/:session', (c) => {
  const session = findSession(c.req.param('session'))
  if (!session) throw notFound()
  c.var.cache.guestPage([])
  letScreenStayOn(c)
  return c.var.page(<SessionPage session={session} />)
})

toolkit.get('/:slug', (c) => {
  const technique = findTechnique(c.req.param('slug'))
  if (!technique) throw notFound()
  c.var.cache.guestPage([])
  letScreenStayOn(c)
  const [madeFor] = technique.helpsWith
  const more = techniquesForOne(techniques, madeFor).filter((one) => one !== technique)
  return c.var.page(<TechniquePage technique={technique} more={more.slice(0, 2)} />)
})

/** What members wrote had helped with it; undefined when we could not look: the techniques are there all the same. */
async function findHelped(c: Context<Env>, asked: string | undefined): Promise<TopicSummary[] | undefined> {
  const { db, member, log } = c.var
  return listHelped(db, { symptom: readHelp(asked), reader: member, limit: helpedShown }).catch(
    (fault: Error) => {
      log.error({ route: c.req.routePath, stack: fault.stack }, 'could not look for what helped members')
      return undefined
    },
  )
}
