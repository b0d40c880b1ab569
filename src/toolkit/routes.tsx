import { notFound } from '../platform/errors.ts'
import { slice } from '../platform/web.ts'
import { letScreenStayOn } from './player/screen.ts'
import { techniquesForOne } from './rules.ts'
import { findSession, sessions } from './sessions/sessions.ts'
import { SessionPage } from './sessions/views.tsx'
import { symptomIds } from './technique.ts'
import { findTechnique, techniques } from './techniques.ts'
import { ToolkitPage } from './views/list.tsx'
import { TechniquePage } from './views/technique.tsx'

export const toolkit = slice()

toolkit.get('/', (c) => {
  const asked = c.req.query('for')
  const symptom = symptomIds.find((id) => id === asked)
  if (asked === undefined || symptom) c.var.cache.guestPage([])
  const shown = symptom ? techniquesForOne(techniques, symptom) : techniques
  return c.var.page(<ToolkitPage techniques={shown} sessions={sessions} symptom={symptom} />)
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
