import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { profilesTag } from '../account/index.ts'
import { isMemberOf, listGroupsOf } from '../groups/index.ts'
import { isHiddenByDecision } from '../moderation/measures/index.ts'
import { isCrisis } from '../moderation/words/index.ts'
import { notFound, Refusal } from '../platform/errors.ts'
import { emptyForm, mistakenForm, readForm, type Typed, typedText } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, getId, type Member, memberFirst, requireMember, slice, zoneOf } from '../platform/web.ts'
import { answered } from './answered/routes.tsx'
import { begunReply, findOwnDraft, firstTimeOf } from './begun.ts'
import { days } from './days/routes.tsx'
import { drafts } from './drafts/routes.tsx'
import { feeds } from './feeds/routes.ts'
import { newAmong } from './following/newHere.ts'
import { following } from './following/routes.tsx'
import { replyForm, topicForm } from './forms.ts'
import { helped } from './helped/routes.tsx'
import { letInFirstPost } from './keepers/handling.store.ts'
import { keeping } from './keeping/routes.tsx'
import { streamReplies } from './live.tsx'
import { t } from './messages.ts'
import { ownWords } from './ownWords.routes.tsx'
import { readMark, readPage, replyPath, topicPath } from './paging.ts'
import { posts } from './posts/routes.tsx'
import { getTopicToRead } from './reading.ts'
import { addReply } from './replies.store.ts'
import { whyNoReply } from './rules.ts'
import { search } from './search/routes.tsx'
import { beforeSending, lookAtWriter, sentPath, whileCounted } from './sending/beforeSending.tsx'
import { addHeldReply } from './sending/held.store.ts'
import { topicPage, topicTags, unsentReply } from './showTopic.tsx'
import { spaces } from './spaces/routes.tsx'
import { findSpaceNamed, listGroupSpaces, listOpenSpaces, spacesTag } from './spaces/spaces.store.ts'
import { listTopics, listWaitingTopics } from './store.ts'
import { ForumPage } from './views/forumPage.tsx'
import { NewTopicPage } from './views/writingPages.tsx'
import { addTopic, listsTag } from './writing.store.ts'

export const forum = slice()

const topicsOnPage = 25
const waitingShown = 8
const groupSpacesShown = 8
const writingLimit = { points: 30, seconds: 600 }

forum.get('/', async (c) => {
  const { db, member, cache, now } = c.var
  const old = oldSpaceAddress(c)
  if (old) return c.redirect(old, 301)
  // Waiting times are said to the minute.
  cache.guestPage([listsTag, spacesTag, profilesTag, 'groups'], { forSeconds: 60 })
  const before = c.req.query('before')
  const after = before === undefined ? undefined : readMark(before)
  if (before !== undefined && !after) throw notFound()

  const [topics, waiting, open, ofGroups] = await Promise.all([
    listTopics(db, { reader: member, after, limit: topicsOnPage + 1 }),
    after ? [] : listWaitingTopics(db, c.var.now, waitingShown, { reader: member }),
    listOpenSpaces(db, member),
    listGroupSpaces(db, member, groupSpacesShown),
  ])
  return c.var.page(
    <ForumPage
      spaces={[...open, ...ofGroups]}
      waiting={waiting}
      topics={topics.slice(0, topicsOnPage)}
      isNew={await newAmong(c, topics)}
      isFirstPage={after === undefined}
      hasOlder={topics.length > topicsOnPage}
      isRemoved={member !== undefined && c.req.query('removed') !== undefined}
      zone={zoneOf(c)}
      now={now}
    />,
  )
})

forum.route('/', feeds)
forum.route('/', spaces)
forum.route('/days', days)
forum.route('/search', search)
forum.route('/following', following)
forum.route('/waiting', answered)
forum.route('/helped', helped)
forum.route('/', drafts)
forum.route('/', posts)
forum.route('/', keeping)

forum.get('/new', async (c) => {
  const member = requireMember(c)
  const draft = await findOwnDraft(c, null)
  if (draft) return newTopicPage(c, member, emptyForm(draft))
  const group = c.req.query('group')
  const value = group === undefined ? (c.req.query('space') ?? '') : `group:${group}`
  const space = value === '' ? undefined : await findSpaceNamed(c.var.db, value, member)
  if (value !== '' && !space) throw notFound()
  const kind = c.req.query('kind') === 'resource' ? 'resource' : 'story'
  if (space?.groupId && !(await isMemberOf(c.var.db, space.groupId, member.id)))
    return c.redirect(`/groups/${space.groupSlug}`, 303)
  const first = await firstTimeOf(c, member)
  const begun = { space: value || (first?.space ?? ''), kind, once: randomUUID() }
  return newTopicPage(c, member, emptyForm(begun), 200, undefined, undefined, first?.hasNoDay)
})

forum.post('/new', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const form = readForm(topicForm, await readBody(c))
  const space = await findSpaceNamed(db, typedText(form, 'space') || 'open', member)
  const mayWrite =
    space && !space.retiredAt && (!space.groupId || (await isMemberOf(db, space.groupId, member.id)))
  const mistakes = { ...(mayWrite ? {} : { space: 'mistake.space' }), ...form.mistakes }
  if (!form.ok || !mayWrite)
    return newTopicPage(c, member, mistakenForm(afresh(form.typed, mistakes), mistakes), 422)
  if (await isTooFast(c, member))
    return newTopicPage(c, member, emptyForm(form.typed), 429, t(c.var.locale)('refusal.tooFast'))
  return whileCounted(c, member, await lookAtWriter(c, member), async (writer) => {
    const cleared = await beforeSending(c, member, writer, form.typed, { topicId: null, spaceId: space.id })
    if ('hints' in cleared)
      return newTopicPage(c, member, emptyForm(form.typed), cleared.status, undefined, cleared.hints)

    const { body, ...topic } = form.value
    const topicId = await addTopic(db, author(c, member), { ...topic, ...body, ...cleared, space }, now)
    // Closed between the look above and the writing.
    const late = { space: 'mistake.space' }
    if (!topicId) return newTopicPage(c, member, mistakenForm(form.typed, late), 409)
    return c.redirect(sentPath(`/forum/${topicId}`, cleared, topic.needs), 303)
  })
})

forum.get('/:topicId', async (c) => {
  const topicId = getId(c, 'topicId')
  const { page: asked, quote, draft } = c.req.query()
  const isPlain = quote === undefined && draft === undefined
  if (isPlain) c.var.cache.guestPage(topicTags(topicId))
  const page = readPage(asked)
  if (page === undefined) throw notFound()
  return topicPage(c, topicId, page, undefined, isPlain ? undefined : await begunReply(c, topicId))
})

forum.post('/:topicId/replies', async (c) => {
  const { db, member, now } = c.var
  const topicId = getId(c, 'topicId')
  const form = readForm(replyForm, await readBody(c))
  const [{ topic, inGroup }, writer] = await Promise.all([
    getTopicToRead(c, topicId, { merged: true }),
    member && lookAtWriter(c, member),
  ])
  if (!member || !writer) throw memberFirst(c)
  const refusal = whyNoReply({ member, inGroup }, topic)
  if (refusal) return unsentReply(c, topic, { form: form.typed, refusal, status: 403 })
  if (topic.heldAt && (await isHiddenByDecision(db, { topicId: topic.id, replyId: null })))
    return unsentReply(c, topic, { form: form.typed, refusal: 'refusal.outOfSight', status: 403 })
  if (!form.ok)
    return unsentReply(c, topic, {
      form: afresh(form.typed, form.mistakes),
      mistakes: form.mistakes,
      status: 422,
    })
  if (await isTooFast(c, member))
    return unsentReply(c, topic, { form: form.typed, refusal: 'refusal.tooFast', status: 429 })
  const place = { topicId: topic.id, spaceId: topic.spaceId, isNeverSlow: topic.slowUntil === null }
  return whileCounted(c, member, writer, async (writer) => {
    const cleared = await beforeSending(c, member, writer, form.typed, place)
    if ('hints' in cleared) return unsentReply(c, topic, { form: form.typed, ...cleared })

    const { body, ...more } = form.value
    const written = { ...body, ...more, signals: cleared.signals }
    if (cleared.held && (await addHeldReply(db, topic.id, member.id, written, now)))
      return c.redirect(sentPath(topicPath(topic.id), cleared), 303)
    // Whoever writes of a crisis below a first post of their own that waits is read at once.
    if (topic.heldAt && topic.authorId === member.id && cleared.signals.some(isCrisis))
      await letInFirstPost(db, topic.id, now)
    const reply = cleared.held ? undefined : await addReply(db, topic.id, author(c, member), written, now)
    // Closed between the look above and the lock: nothing was written.
    if (!reply) return unsentReply(c, topic, { form: form.typed, refusal: 'refusal.closed', status: 409 })
    return c.redirect(sentPath(replyPath(reply.topicId, reply), cleared, more.needs), 303)
  })
})

forum.get('/:topicId/live', async (c) => {
  const { topic } = await getTopicToRead(c, getId(c, 'topicId'))
  return streamReplies(c, topic)
})

forum.route('/', ownWords)

async function newTopicPage(
  c: Context<Env>,
  member: Member,
  form: ReturnType<typeof emptyForm>,
  status: 200 | 403 | 409 | 422 | 429 = 200,
  refusal?: string,
  hints?: ComponentChildren,
  asksForDay?: boolean,
): Promise<Response> {
  const [open, groups] = await Promise.all([
    listOpenSpaces(c.var.db, member),
    listGroupsOf(c.var.db, member.id),
  ])
  const alive = groups.filter(({ closedAt }) => !closedAt)
  return c.var.page(
    <NewTopicPage
      form={form}
      spaces={open}
      groups={alive}
      refusal={refusal}
      hints={hints}
      asksForDay={asksForDay}
    />,
    status,
  )
}

/** Spaces had no page of their own once; links to them are about. */
function oldSpaceAddress(c: Context<Env>): string | undefined {
  const { group, space } = c.req.query()
  if (group !== undefined) return `/forum/groups/${encodeURIComponent(group)}`
  return space === undefined ? undefined : `/forum/spaces/${encodeURIComponent(space)}`
}

function author(c: Context<Env>, member: Member) {
  return { id: member.id, today: c.var.now.toZonedDateTimeISO(zoneOf(c)).toPlainDate() }
}

/** Counted by member, so that people behind one address do not slow each other. A refusal would lose the words. */
async function isTooFast(c: Context<Env>, member: Member): Promise<boolean> {
  try {
    await c.var.limits.count('forum', member.id, writingLimit)
    return false
  } catch (refusal) {
    if (refusal instanceof Refusal) return true
    throw refusal
  }
}

/** The key of a form that is shown again stays, so that sending it twice is still one post; a bad one is replaced. */
function afresh(typed: Typed, mistakes: Record<string, string>): Typed {
  return mistakes.once || typeof typed.once !== 'string' ? { ...typed, once: randomUUID() } : typed
}
