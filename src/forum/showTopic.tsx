import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { memberTag, profilesTag } from '../account/index.ts'
import { groupNameTag } from '../groups/index.ts'
import { notFound } from '../platform/errors.ts'
import { emptyForm, mistakenForm, type Typed } from '../platform/forms.ts'
import { Piece } from '../platform/piece.ts'
import { type Env, zoneOf } from '../platform/web.ts'
import { t } from './messages.ts'
import { pageOf } from './paging.ts'
import { whetherInGroup } from './reading.ts'
import { mayChange, type whyNoReply } from './rules.ts'
import { spacesTag } from './spaces/spaces.store.ts'
import { getTopicPage, type Topic } from './store.ts'
import { Posts } from './views/posts.tsx'
import { TopicPage } from './views/topicPage.tsx'
import { topicTag } from './writing.store.ts'

/** What a kept page of a topic depends on. */
export const topicTags = (topicId: string) => [topicTag(topicId), profilesTag, spacesTag, 'groups']

/** A reply that was not taken, and why. */
interface Unsent {
  form: Typed
  mistakes?: Record<string, string>
  refusal?: ReturnType<typeof whyNoReply> | 'refusal.tooFast'
  status: 403 | 409 | 422 | 429
}

/** The last page of the topic, where the form is, with what was typed. */
export function unsentReply(c: Context<Env>, topic: Topic, unsent: Unsent): Promise<Response> {
  return topicPage(c, topic.id, pageOf(topic.replyCount), unsent)
}

/** All of a page of a topic that is the same for everybody. */
async function pageForAll(c: Context<Env>, topicId: string, page: number) {
  const { topic, posts } = await getTopicPage(c.var.db, topicId, page)
  if (page > pageOf(topic.replyCount)) throw notFound()
  const piece = new Piece(c.var.draw(<Posts topic={topic} page={page} posts={posts} zone={zoneOf(c)} />))
  return {
    topic,
    piece,
    marks: posts.map(({ id, number, authorId, removedAt }) => ({ id, number, authorId, removedAt })),
  }
}

export async function topicPage(
  c: Context<Env>,
  topicId: string,
  page: number,
  unsent?: Unsent,
): Promise<Response> {
  const { member, cache, locale } = c.var
  const zone = zoneOf(c)
  const make = () => pageForAll(c, topicId, page)
  // A guest's page is kept whole; members share all of theirs but the frame, and cost no query.
  const { topic, piece, marks } = member
    ? await cache.remember(
        `topic ${topicId} ${page} ${zone}`,
        topicTags(topicId),
        make,
        (made) => made.piece.bytes,
      )
    : await make()
  cache.storable([
    topicTag(topicId),
    spacesTag,
    ...(topic.groupId ? [groupNameTag(topic.groupId)] : []),
    ...new Set(marks.flatMap(({ authorId }) => (authorId ? [memberTag(authorId)] : []))),
  ])
  const inGroup = await whetherInGroup(c, topic)
  const reply = unsent
    ? mistakenForm(unsent.form, unsent.mistakes ?? {})
    : emptyForm(member && { once: randomUUID() })
  return c.var.page(
    <TopicPage
      topic={topic}
      page={page}
      member={member}
      inGroup={inGroup}
      own={marks.filter((post) => mayChange(member, post))}
      reply={reply}
      refusal={unsent?.refusal && t(locale)(unsent.refusal)}
      zone={zone}
    />,
    unsent?.status ?? 200,
    piece,
  )
}
