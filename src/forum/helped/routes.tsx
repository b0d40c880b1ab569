import { profilesTag } from '../../account/index.ts'
import { notFound } from '../../platform/errors.ts'
import { slice, zoneOf } from '../../platform/web.ts'
import { spacesTag } from '../spaces/spaces.store.ts'
import { listsTag } from '../writing.store.ts'
import { listHelped } from './helped.store.ts'
import { readHelp } from './helps.rules.ts'
import { HelpedPage } from './views.tsx'

/** What members wrote had helped them, by symptom. */
export const helped = slice()

/** What a page that shows some of it is kept under. */
export const helpedTags = [listsTag, spacesTag, profilesTag, 'groups']

const shown = 25

helped.get('/', async (c) => {
  const { db, member, cache } = c.var
  const { for: asked, before } = c.req.query()
  const symptom = readHelp(asked)
  if ((asked !== undefined && !symptom) || (before !== undefined && !/^[1-9]\d{0,17}$/.test(before)))
    throw notFound()
  cache.guestPage(helpedTags, { forSeconds: 60 })
  const topics = await listHelped(db, { symptom, reader: member, before, limit: shown + 1 })
  const onPage = topics.slice(0, shown)
  return c.var.page(
    <HelpedPage
      topics={onPage}
      symptom={symptom}
      older={topics.length > shown ? onPage.at(-1)?.id : undefined}
      zone={zoneOf(c)}
    />,
  )
})
