import type { Context } from 'hono'
import { listFolded } from '../moderation/quiet/index.ts'
import type { LiveEvent } from '../platform/live/index.ts'
import { type Env, zoneOf } from '../platform/web.ts'
import { findHeard, listChangedUpTo, listRepliesAfter } from './live.store.ts'
import { t } from './messages.ts'
import { pageOf, topicPath } from './paging.ts'
import { whetherInGroup } from './reading.ts'
import { postsOnPage } from './rules.ts'
import { findTopic, getTopic, type Post, type Topic } from './store.ts'
import { PostArticle } from './views/posts.tsx'
import { topicTag } from './writing.store.ts'

/**
 * The replies of a topic as they are written, edited and removed. Each event is the reply as drawn for the page, in its
 * zone, and its id where it is new: a browser that comes back names the last one it has, and is sent what came after,
 * and what was changed or removed of the page it shows.
 */
export async function streamReplies(c: Context<Env>, topic: Topic): Promise<Response> {
  const { db, live } = c.var
  const zone = zoneOf(c)
  const folded = c.var.member ? (await listFolded(db, c.var.member.id)).map(({ id }) => id) : []
  const draw = (reply: Post, isNew: boolean): LiveEvent => ({
    event: 'reply',
    data: c.var.draw(<PostArticle topic={topic} post={reply} zone={zone} folded={folded} />),
    ...(isNew && reply.id !== null ? { id: reply.id } : {}),
  })
  return live.stream(
    c,
    topicTag(topic.id),
    async ({ replyId, isNew, goesOn }) => {
      if (goesOn) return goingOn(c, await getTopic(db, topic.id))
      const reply = await findHeard(db, topic.id, String(replyId))
      if (!reply || !(reply.isForAll || (await isStillThere(c, topic)))) return undefined
      return draw(reply, isNew === true)
    },
    async () => {
      // More than a page of them lies on a later page, which the last one sent is enough to tell.
      const last = lastSeen(c)
      const changed = isBack(c) ? await listChangedUpTo(db, topic.id, last) : []
      const missed = await listRepliesAfter(db, topic.id, last, postsOnPage)
      const standing = await findTopic(db, topic.id)
      if (standing?.mergedInto) return [goingOn(c, standing)]
      return [...changed.map((reply) => draw(reply, false)), ...missed.map((reply) => draw(reply, true))]
    },
    // Where not everybody may read, each listener is looked at alone.
    `${folded.join()} ${isForAll(topic) ? '' : (c.var.member?.id ?? '')}`,
  )
}

/** Brought into another topic: nothing more is written here. The old address of its last page knows the way. */
function goingOn(c: Context<Env>, topic: Topic): LiveEvent {
  const say = t(c.var.locale)
  const here = topicPath(topic.id, pageOf(topic.replyCount))
  return {
    event: 'elsewhere',
    data: c.var.draw(
      <>
        {say('topic.elsewhere')} <a href={here}>{say('topic.readElsewhere')}</a>
      </>,
    ),
  }
}

/**
 * Held or hidden while people listen, or the listener left the group: what comes now is not for them. Drawn once for
 * all while everybody may read, it cannot tell one listener from another: their pages say the rest when loaded again.
 */
async function isStillThere(c: Context<Env>, topic: Topic): Promise<boolean> {
  const standing = await findTopic(c.var.db, topic.id)
  return (
    standing !== undefined &&
    !isForAll(topic) &&
    whetherInGroup(c, standing).then(
      () => true,
      () => false,
    )
  )
}

const isForAll = ({ readers, heldAt }: Topic) => readers === 'everybody' && heldAt === null

/** The id of the last reply a browser has: by its own header when it reconnects, by the address the first time. */
function lastSeen(c: Context<Env>): string {
  const named = c.req.header('last-event-id') ?? c.req.query('after') ?? ''
  return /^\d{1,18}$/.test(named) ? named : '0'
}

/** Its page is older than its line: by itself a browser sends the header, and the page that opens a line again says so. */
function isBack(c: Context<Env>): boolean {
  return c.req.header('last-event-id') !== undefined || c.req.query('again') !== undefined
}
