import { slice } from '../platform/web.ts'
import { numbersFor } from './numbers.ts'
import { HelpPage } from './views/page.tsx'

export const help = slice()

/** Verifications age by the day; an hour late is early enough. */
const keptSeconds = 3600

help.get('/', (c) => {
  const asked = c.req.query('country')
  const numbers = numbersFor(asked, c.var.now)
  const unknown = Boolean(asked) && !numbers.country
  if (!unknown) c.var.cache.guestPage([], { forSeconds: keptSeconds })
  return c.var.page(<HelpPage numbers={numbers} unknown={unknown} />)
})
