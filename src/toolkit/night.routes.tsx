import { numbersFor } from '../help/index.ts'
import { notFound } from '../platform/errors.ts'
import { slice } from '../platform/web.ts'
import { loudest, nightTechniques } from './rules.ts'
import { findTechnique } from './techniques.ts'
import { NightAlonePage, NightPage, NightTechniquePage, NightThoughtsPage } from './views/night.tsx'

export const night = slice()

night.get('/', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<NightPage />)
})

night.get('/thoughts', (c) => {
  const numbers = numbersFor(c.req.query('country'), c.var.now)
  return c.var.page(<NightThoughtsPage numbers={numbers} steps={findTechnique('grounding')?.steps ?? []} />)
})

night.get('/alone', (c) => c.var.page(<NightAlonePage meetings={[]} />))

night.get('/:loudest', (c) => {
  const one = loudest.find((name) => name === c.req.param('loudest'))
  const chosen = one && nightTechniques[one]
  const technique = chosen && findTechnique(chosen.first)
  if (!technique) throw notFound()
  c.var.cache.guestPage([])
  const more = chosen.more.map(findTechnique).filter((found) => found !== undefined)
  return c.var.page(<NightTechniquePage loudest={one} technique={technique} more={more} />)
})
