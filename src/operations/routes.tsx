import { linesToVerify } from '../help/index.ts'
import { requireOperator, slice } from '../platform/web.ts'
import { siteNotices } from './notice.routes.tsx'
import { people } from './people.routes.tsx'
import { readState } from './store.ts'
import { OperationsPage } from './views.tsx'

export const operations = slice()

operations.route('/people', people)
operations.route('/notice', siteNotices)

operations.get('/', async (c) => {
  requireOperator(c)
  const { db, now } = c.var
  return c.var.page(<OperationsPage state={await readState(db, now)} lines={linesToVerify(now)} />)
})
