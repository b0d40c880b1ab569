import { slice } from '../../platform/web.ts'
import { RulesPage } from './views/rulesPage.tsx'

/** The page that explains the rules of the house. */
export const houseRules = slice()

houseRules.get('/', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<RulesPage />)
})
