import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { memberTag, profilesTag } from '../account/index.ts'
import { groupNameTag } from '../groups/index.ts'
import { listHiding } from '../moderation/measures/index.ts'
import { foldedTag, listFolded } from '../moderation/quiet/index.ts'
import { notFound } from '../platform/errors.ts'
import { emptyForm, mistakenForm, type Typed } from '../platform/forms.ts'
import { asSlots, slots } from '../platform/frame.ts'
import { Piece } from '../platform/piece.ts'
import { chosenZone, type Env, zoneOf } from '../platform/web.ts'
import { claimFor } from './answered/answered.rules.ts'
import { claimTag, findClaim } from './answered/claims.store.ts'
import { noteRead } from './following/marks.store.ts'
import { t } from './messages.ts'
import { pageOf, topicPath } from './paging.ts'
import { listClosedNotes } from './posts/closedNotes.store.ts'
import { type NoteKind, noteKinds } from './posts/notes.ts'
import { whetherInGroup } from './reading.ts'
import { isWaiting, mayChange, type whyNoReply } from './rules.ts'
import { afterSending } from './sending/beforeSending.tsx'
import { spacesTag } from './spaces/spaces.store.ts'
import { getTopicPage, listHeldReplies, type Topic } from './store.ts'
import { Posts } from './views/posts.tsx'
import { TopicPage } from './views/topicPage.tsx'
import { topicTag } from './writing.store.ts'

/** What a kept page of a topic depends on. */
export const topicTags = (topicId: string) => [topicTag(topicId), profilesTag, spacesTag, 'groups']

/** A reply that was not taken, and why. */
interface Unsent {
  form: Typed
  mistakes?: Record<string, string>
  refusal?: ReturnType<typeof whyNoReply> | 'refusal.tooFast' | 'refusal.outOfSight'
  /** What the writer should know before the words are sent. */
  hints?: ComponentChildren
  status: 403 | 409 | 422 | 429
}

/** The last page of the topic, where the form is, with what was typed. */
export function unsentReply(c: Context<Env>, topic: Topic, unsent: Unsent): Promise<Response> {
  return topicPage(c, topic.id, pageOf(topic.replyCount), unsent)
}

/** All of a page of a topic that is the same for everybody (who finds the same content notes closed). */
async function pageForAll(
  c: Context<Env>,
  topicId: string,
  page: number,
  closed: NoteKind[] = [],
  folded: string[] = [],
) {
  const { topic, posts, hasHeld } = await getTopicPage(c.var.db, topicId, page)
  if (page > pageOf(topic.replyCount) && !topic.mergedInto) throw notFound()
  const drawn = { topic, page, posts, zone: zoneOf(c), closed, folded }
  return {
    topic,
    hasHeld,
    piece: new Piece(c.var.draw(<Posts {...drawn} />)),
    notes: noteKinds.filter((note) => posts.some((post) => post.notes.includes(note))),
    marks: posts.map(({ id, number, authorId, removedAt }) => ({ id, number, authorId, removedAt })),
  }
}

export async function topicPage(
  c: Context<Env>,
  topicId: string,
  page: number,
  unsent?: Unsent,
  begun?: Typed,
): Promise<Response> {
  const { member, cache, locale } = c.var
  const zone = zoneOf(c)
  const shared = (closed: NoteKind[], folded: string[] = []) =>
    cache.remember(
      `topic ${topicId} ${page} ${zone} ${closed.join()} ${folded.join()}`,
      [...topicTags(topicId), claimTag(topicId)],
      async () => {
        const claim = await findClaim(c.var.db, topicId)
        return { ...(await pageForAll(c, topicId, page, closed, folded)), claim }
      },
      (made) => made.piece.bytes,
    )
  // A guest's page is kept whole; members share all of theirs but the frame, and cost no query.
  let found = member ? await shared([]) : { ...(await pageForAll(c, topicId, page)), claim: undefined }
  const { topic, marks, notes } = found
  cache.storable([
    topicTag(topicId),
    spacesTag,
    ...(topic.groupId ? [groupNameTag(topic.groupId)] : []),
    ...new Set(marks.flatMap(({ authorId }) => (authorId ? [memberTag(authorId)] : []))),
  ])
  const inGroup = await whetherInGroup(c, topic)
  if (topic.mergedInto) return c.redirect(topicPath(topic.mergedInto, page + (topic.mergedPages ?? 0)), 301)
  if (member)
    await noteRead(c.var.db, c.var.log, { memberId: member.id, topicId, number: marks.at(-1)?.number ?? 0 })
  const folded = member ? await foldedAmong(c, member.id, marks) : []
  if (member && (notes.length > 0 || folded.length > 0)) {
    const closed = notes.length > 0 ? await listClosedNotes(c.var.db, member.id) : []
    found = await shared(
      notes.filter((note) => closed.includes(note)),
      folded,
    )
  }
  const held = member && found.hasHeld ? await listHeldReplies(c.var.db, topicId, member) : []
  const hiding = member && (topic.heldAt || held.length > 0) ? await listHiding(c.var.db, topicId) : []
  const own = marks
    .map((post, index) => ({ ...post, position: index + 1 }))
    .filter((post) => mayChange(member, post))
  const asked = c.req.query('sent')
  const isSentBelow = asked !== 'held' && own.some(({ number }) => number > 0)
  // Whoever needed someone loads the page again and again: answered, it no longer says that they wait.
  const isOver = asked === 'needs' && !isSentBelow && topic.answeredAt !== null
  const sent = isOver ? null : afterSending(c)
  const isZoneGuessed = chosenZone(c) === undefined
  const claim = member && found.claim && claimFor(member.id, found.claim, c.var.now)
  // Nothing typed and nothing to be said to this member alone: the page around the posts is many members' page.
  const isCommon =
    member && !unsent && !begun && !sent && held.length === 0 && hiding.length === 0 && !isOfTheMoment(topic)
  const name = [page, zone, isZoneGuessed, inGroup, claim, ...own.map(({ number }) => number)].join()
  const reader = isCommon ? asSlots(member) : member
  const reply = unsent
    ? mistakenForm(unsent.form, unsent.mistakes ?? {})
    : emptyForm(reader && { once: isCommon ? slots.once : randomUUID(), ...begun })
  return c.var.page(
    <TopicPage
      topic={topic}
      page={page}
      member={reader}
      inGroup={inGroup}
      own={own}
      claim={claim}
      held={held}
      hiding={hiding}
      reply={reply}
      refusal={unsent?.refusal && t(locale)(unsent.refusal)}
      hints={unsent?.hints}
      sent={sent}
      isSentBelow={isSentBelow}
      zone={zone}
      isZoneGuessed={isZoneGuessed}
    />,
    unsent?.status ?? 200,
    found.piece,
    isCommon ? { name } : undefined,
  )
}

/** It says what passes with the hour, or something else to whoever began it. */
function isOfTheMoment(topic: Topic): boolean {
  return topic.slowMinutes !== null || isWaiting(topic)
}

/** Those of the writers of a page whose words the reader has folded away. Remembered: most have folded nobody. */
async function foldedAmong(
  c: Context<Env>,
  memberId: string,
  marks: { authorId: string | null }[],
): Promise<string[]> {
  const all = await c.var.cache.remember(
    foldedTag(memberId),
    [foldedTag(memberId)],
    () => listFolded(c.var.db, memberId),
    (people) => 100 + 60 * people.length,
  )
  const here = all.filter(({ id }) => marks.some(({ authorId }) => authorId === id))
  return here.map(({ id }) => id).sort()
}
