import { requireMember, slice } from '../../platform/web.ts'
import { getStanding } from './store.ts'
import { StandingPage } from './views.tsx'

/** What a member may do here, and what comes next: for them alone. */
export const standing = slice()

standing.get('/', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  return c.var.page(<StandingPage standing={await getStanding(db, member.id, now)} now={now} />)
})
