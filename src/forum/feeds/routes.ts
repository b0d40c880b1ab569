import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { originOf } from '../../platform/config.ts'
import { notFound } from '../../platform/errors.ts'
import { type Env, getId, slice } from '../../platform/web.ts'
import { t } from '../messages.ts'
import { replyPath, topicPath } from '../paging.ts'
import { mayRead } from '../rules.ts'
import { type Space, spacePath } from '../spaces/space.ts'
import { getGroupSpace, getSpace } from '../spaces/spaces.store.ts'
import { getTopic, listLastReplies, listTopics } from '../store.ts'
import { titleOf } from '../views/titles.tsx'
import { atomOf, type Entry } from './atom.ts'

/** Feeds of what everybody may read. Whoever asks counts as a guest: a feed reader has no account. */
export const feeds = slice()

const entriesInFeed = 50

feeds.get('/spaces/:slug/feed', async (c) =>
  spaceFeed(c, await getSpace(c.var.db, c.req.param('slug'), undefined)),
)
feeds.get('/groups/:slug/feed', async (c) =>
  spaceFeed(c, await getGroupSpace(c.var.db, c.req.param('slug'), undefined)),
)

feeds.get('/:topicId/feed', async (c) => {
  const { db, locale } = c.var
  const topic = await getTopic(db, getId(c, 'topicId'))
  if (!mayRead({ member: undefined, inGroup: false }, topic) || topic.removedAt) throw notFound()
  const say = t(locale)
  const title = titleOf(say, topic)
  const entries = (await listLastReplies(db, topic.id, entriesInFeed)).map(
    (reply): Entry => ({
      path: replyPath(topic.id, reply),
      title: say('feed.answer', { title }),
      at: reply.createdAt,
    }),
  )
  const first = { path: topicPath(topic.id), title, at: topic.createdAt }
  return feed(c, {
    path: topicPath(topic.id),
    title,
    isIndexed: topic.isIndexed,
    entries: [...entries, first],
  })
})

async function spaceFeed(c: Context<Env>, space: Space): Promise<Response> {
  const { db, locale } = c.var
  const topics = space.id ? await listTopics(db, { spaceId: space.id, limit: entriesInFeed }) : []
  const say = t(locale)
  const entries = topics.map((topic) => ({
    path: topicPath(topic.id),
    title: [titleOf(say, topic), ...topic.notes.map((note) => say(`note.${note}`))].join(' · '),
    at: topic.lastPostAt,
  }))
  return feed(c, { path: spacePath(space), title: space.name, isIndexed: space.isIndexed, entries })
}

function feed(
  c: Context<Env>,
  { isIndexed, ...of }: { path: string; title: string; isIndexed: boolean; entries: Entry[] },
): Response {
  const { config, locale } = c.var
  const body = atomOf({ ...of, origin: originOf(config), locale })
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('etag', etag)
  c.header('cache-control', 'no-cache')
  c.header('vary', 'accept-language')
  // People write about themselves here: an engine that meets the feed is asked not to keep it.
  if (!isIndexed) c.header('x-robots-tag', 'noindex')
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304)
  c.header('content-type', 'application/atom+xml; charset=utf-8')
  return c.body(body)
}
