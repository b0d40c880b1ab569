import { profilesTag } from '../../account/index.ts'
import { listUpcoming } from '../../meetings/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { readBody } from '../../platform/guards.ts'
import { getId, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { closedFor } from '../found/closed.ts'
import { pageOf, topicPath } from '../paging.ts'
import { spacesTag } from '../spaces/spaces.store.ts'
import { listsTag } from '../writing.store.ts'
import { acts, askedRecently, claimMinutes, greeterAfter, greeterState } from './answered.rules.ts'
import { claim, release } from './claims.store.ts'
import { changeGreeter, findGreeter, greetersNow, greetersTag } from './greeters.store.ts'
import { WaitingPage } from './views/waitingPage.tsx'
import { findWaiting, listWaiting, measureAnswers } from './waiting.store.ts'

/** Who waits for a first answer, for how long people waited, and who greets. */
export const answered = slice()

const waitingTag = 'waiting'
const shown = 50
const soonHours = 12
const looked = 20

answered.get('/', async (c) => {
  const { db, member, cache, now } = c.var
  // Times are said to the minute.
  cache.guestPage([listsTag, waitingTag, greetersTag, spacesTag, profilesTag, 'groups'], { forSeconds: 60 })
  const since = askedRecently(now)
  const [posts, times, here, meetings, greeter] = await Promise.all([
    listWaiting(db, member, now, shown + 1),
    measureAnswers(db, since, now),
    greetersNow(db, now),
    listUpcoming(db, { now, hours: soonHours, stillToJoin: true, limit: looked }),
    member && findGreeter(db, member.id),
  ])
  return c.var.page(
    <WaitingPage
      posts={posts.slice(0, shown)}
      hasMore={posts.length > shown}
      since={since}
      closed={await closedFor(c)}
      times={times}
      here={here}
      meeting={meetings.find(({ online, byPhone }) => online || byPhone)}
      memberId={member?.id}
      greeter={greeter}
      state={greeterState(greeter, now)}
      zone={zoneOf(c)}
      now={now}
    />,
  )
})

answered.post('/greeter', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const asked = (await readBody(c)).act
  const act = acts.find((one) => one === asked)
  if (!act) throw notFound()
  await transaction(db, async (tx) => {
    await changeGreeter(tx, member.id, greeterAfter(act, now), now)
    tx.changed(greetersTag)
  })
  return c.redirect('/forum/waiting#greeter', 303)
})

answered.post('/:id/claim', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const post = await findWaiting(db, member, getId(c, 'id'))
  // Answered meanwhile: the queue shows who still waits.
  if (!post) return c.redirect('/forum/waiting', 303)
  if (!(await findGreeter(db, member.id)) || post.authorId === member.id) throw notFound()
  await transaction(db, async (tx) => {
    await claim(tx, post.id, member.id, { now, olderThan: now.subtract({ minutes: claimMinutes }) })
    tx.changed(waitingTag)
  })
  return c.redirect(`${topicPath(post.topicId, pageOf(post.number))}#answer`, 303)
})

answered.post('/:id/release', async (c) => {
  const member = requireMember(c)
  await transaction(c.var.db, async (tx) => {
    await release(tx, getId(c, 'id'), member.id)
    tx.changed(waitingTag)
  })
  return c.redirect('/forum/waiting', 303)
})
