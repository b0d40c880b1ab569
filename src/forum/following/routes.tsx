import type { Context } from 'hono'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, type Member, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { pageOf, readMark, replyPath, topicPath } from '../paging.ts'
import { getTopicToRead } from '../reading.ts'
import { spacePath } from '../spaces/space.ts'
import { unreadChannel } from './afterPost.store.ts'
import { topicStates } from './following.rules.ts'
import { writeReads } from './marks.store.ts'
import { sinceFor } from './newHere.ts'
import {
  findSpaceToFollow,
  followReturn,
  followSpace,
  isSpaceFollowed,
  letReturnBeTold,
  listFollowedPeople,
  listFollowedSpaces,
  listReturningIn,
  type SpaceToFollow,
} from './people.store.ts'
import { changeState, findMark, findReplyFrom, findUnread, listUnread, markCaughtUp } from './store.ts'
import { FollowingPage } from './views/followingPage.tsx'
import { FollowSpacePage, FollowTopicPage } from './views/followPages.tsx'
import { UnreadRow } from './views/unreadRow.tsx'

/** What is new to a member, and what they wish to hear of. */
export const following = slice()

const topicsOnPage = 25

following.get('/', async (c) => {
  const { db } = c.var
  const member = requireMember(c)
  const before = c.req.query('before')
  const after = before === undefined ? undefined : readMark(before)
  if (before !== undefined && !after) throw notFound()
  await writeReads(db)
  const from = c.req.query('from') === 'everywhere' ? 'everywhere' : 'followed'
  const { since, tellsReturn } = await sinceFor(c, member.id)
  const [topics, spaces, people] = await Promise.all([
    listUnread(db, { from, reader: member, since, after, limit: topicsOnPage + 1 }),
    listFollowedSpaces(db, member.id),
    listFollowedPeople(db, member.id),
  ])
  return c.var.page(
    <FollowingPage
      from={from}
      topics={topics.slice(0, topicsOnPage)}
      isFirstPage={after === undefined}
      hasOlder={topics.length > topicsOnPage}
      spaces={spaces}
      people={people}
      tellsReturn={tellsReturn}
      zone={zoneOf(c)}
    />,
  )
})

following.post('/caught-up', async (c) => {
  const member = requireMember(c)
  await writeReads(c.var.db)
  await transaction(c.var.db, (tx) => markCaughtUp(tx, member.id, c.var.now))
  return c.redirect('/forum/following', 303)
})

following.post('/return', async (c) => {
  const member = requireMember(c)
  const tells = (await readBody(c)).tells === 'yes'
  await transaction(c.var.db, (tx) => letReturnBeTold(tx, member.id, tells, c.var.now))
  return c.redirect('/forum/following#return', 303)
})

following.get('/topics/:topicId', async (c) => {
  const { db } = c.var
  const member = requireMember(c)
  const { topic } = await getTopicToRead(c, getId(c, 'topicId'))
  const mark = await findMark(db, member.id, topic.id)
  const people = await listReturningIn(db, topic.id, member.id)
  return c.var.page(<FollowTopicPage topic={topic} state={mark?.state ?? 'seen'} people={people} />)
})

following.post('/topics/:topicId', async (c) => {
  const member = requireMember(c)
  const { topic } = await getTopicToRead(c, getId(c, 'topicId'))
  const asked = (await readBody(c)).state
  const state = topicStates.find((one) => one === asked)
  if (!state) throw notFound()
  await transaction(c.var.db, (tx) => changeState(tx, member.id, topic.id, state))
  return c.redirect(`/forum/following/topics/${topic.id}`, 303)
})

/** To the first post that was not read; to the last one when all were. */
following.get('/topics/:topicId/unread', async (c) => {
  const { db } = c.var
  const member = requireMember(c)
  const { topic } = await getTopicToRead(c, getId(c, 'topicId'))
  await writeReads(db)
  const read = (await findMark(db, member.id, topic.id))?.readNumber ?? -1
  const number = Math.min(read + 1, topic.replyCount)
  const reply = number > 0 ? await findReplyFrom(db, topic.id, number) : undefined
  return c.redirect(reply ? replyPath(topic.id, reply) : topicPath(topic.id, pageOf(number)), 303)
})

following.get('/spaces/:spaceId', async (c) => {
  const member = requireMember(c)
  const space = await getSpace(c, member)
  const isFollowed = await isSpaceFollowed(c.var.db, member.id, space.id)
  return c.var.page(<FollowSpacePage space={{ ...space, path: spacePath(space) }} isFollowed={isFollowed} />)
})

following.post('/spaces/:spaceId', async (c) => {
  const member = requireMember(c)
  const space = await getSpace(c, member)
  const follows = (await readBody(c)).follow === 'yes'
  await transaction(c.var.db, (tx) => followSpace(tx, member.id, space.id, follows, c.var.now))
  return c.redirect(`/forum/following/spaces/${space.id}`, 303)
})

following.post('/people/:memberId', async (c) => {
  const member = requireMember(c)
  const { follow, back } = await readBody(c)
  const followed = getId(c, 'memberId')
  await transaction(c.var.db, (tx) => followReturn(tx, member.id, followed, follow === 'yes', c.var.now))
  const topicId = typeof back === 'string' && /^[1-9]\d{0,17}$/.test(back) ? back : undefined
  return c.redirect(topicId ? `/forum/following/topics/${topicId}` : '/forum/following', 303)
})

/** What is new to this member while the list is open. A line that was cut is sent the list again. */
following.get('/live', async (c) => {
  const { db, live } = c.var
  const member = requireMember(c)
  const zone = zoneOf(c)
  const draw = (topic: Parameters<typeof UnreadRow>[0]['topic']) => ({
    event: 'unread',
    data: c.var.draw(<UnreadRow topic={topic} zone={zone} />),
  })
  return live.stream(
    c,
    unreadChannel(member.id),
    async ({ topicId }) => {
      const topic = await findUnread(db, member, String(topicId))
      return topic && draw(topic)
    },
    async () => {
      if (c.req.query('again') === undefined) return []
      const { since } = await sinceFor(c, member.id)
      const wanted = {
        from: 'followed',
        reader: member,
        since,
        after: undefined,
        limit: topicsOnPage,
      } as const
      return (await listUnread(db, wanted)).reverse().map(draw)
    },
  )
})

async function getSpace(c: Context<Env>, member: Member): Promise<SpaceToFollow> {
  const space = await findSpaceToFollow(c.var.db, getId(c, 'spaceId'), member)
  if (!space) throw notFound()
  return space
}
