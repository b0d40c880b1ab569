import { slice } from '../platform/web.ts'
import { numbersFor } from './numbers.ts'
import { HelpPage } from './views/page.tsx'

export const help = slice()

/** Verifications age by the day; an hour late is early enough. */
const keptSeconds = 3600

help.get('/', (c) => {
  const asked = c.req.query('country')
  // Nobody is asked where they are before they see a number: the operator has named a country to begin with.
  const numbers = numbersFor(asked === undefined ? c.var.config.defaultCountry : asked, c.var.now)
  const unknown = Boolean(asked) && !numbers.country
  if (!unknown) c.var.cache.guestPage([], { forSeconds: keptSeconds })
  return c.var.page(<HelpPage numbers={numbers} unknown={unknown} chosen={asked !== undefined} />)
})
