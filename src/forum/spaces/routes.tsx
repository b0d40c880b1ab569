import type { Context } from 'hono'
import { profilesTag } from '../../account/index.ts'
import { roleIn } from '../../groups/index.ts'
import { notFound } from '../../platform/errors.ts'
import { type Env, slice, zoneOf } from '../../platform/web.ts'
import { newAmong } from '../following/newHere.ts'
import { readMark } from '../paging.ts'
import { listTopics, listWaitingTopics } from '../store.ts'
import { listsTag } from '../writing.store.ts'
import { keepSpaces } from './keeping.routes.tsx'
import type { Space } from './space.ts'
import { getGroupSpace, getSpace, listGroupSpaces, listOpenSpaces, spacesTag } from './spaces.store.ts'
import { SpacePage } from './views/spacePage.tsx'
import { SpacesPage } from './views/spacesPage.tsx'

export const spaces = slice()

const topicsOnPage = 25
const waitingShown = 8
const groupSpacesListed = 100

spaces.get('/spaces', async (c) => {
  const { db, member, cache } = c.var
  cache.guestPage([spacesTag, listsTag, 'groups'])
  const [open, ofGroups] = await Promise.all([
    listOpenSpaces(db, member, { retired: true }),
    listGroupSpaces(db, member, groupSpacesListed),
  ])
  return c.var.page(<SpacesPage open={open} ofGroups={ofGroups} />)
})

spaces.route('/', keepSpaces)

spaces.get('/spaces/:slug', async (c) => {
  keep(c)
  return spacePage(c, await getSpace(c.var.db, c.req.param('slug'), c.var.member))
})

spaces.get('/groups/:slug', async (c) => {
  keep(c)
  return spacePage(c, await getGroupSpace(c.var.db, c.req.param('slug'), c.var.member))
})

/** Waiting times are said to the minute. */
function keep(c: Context<Env>): void {
  c.var.cache.guestPage([spacesTag, listsTag, profilesTag, 'groups'], { forSeconds: 60 })
}

async function spacePage(c: Context<Env>, space: Space): Promise<Response> {
  const { db, member, now } = c.var
  const before = c.req.query('before')
  const after = before === undefined ? undefined : readMark(before)
  if (before !== undefined && !after) throw notFound()
  // Of a group in which nobody has written there is nothing to list.
  const of = space.id && { spaceId: space.id, reader: member }
  const [topics, waiting] = await Promise.all([
    of ? listTopics(db, { ...of, after, limit: topicsOnPage + 1 }) : [],
    of && !after ? listWaitingTopics(db, now, waitingShown, of) : [],
  ])
  return c.var.page(
    <SpacePage
      space={space}
      isKept={await mayKeep(c, space)}
      waiting={waiting}
      topics={topics.slice(0, topicsOnPage)}
      isNew={await newAmong(c, topics)}
      isFirstPage={after === undefined}
      hasOlder={topics.length > topicsOnPage}
      zone={zoneOf(c)}
      now={now}
    />,
  )
}

async function mayKeep(c: Context<Env>, { groupId }: Space): Promise<boolean> {
  const { db, member } = c.var
  if (!member) return false
  return groupId ? (await roleIn(db, groupId, member.id)) === 'host' : member.role === 'operator'
}
