import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { notFound, type Refusal, refused } from '../platform/errors.ts'
import { emptyForm, type MistakenForm, readForm } from '../platform/forms.ts'
import { readBody } from '../platform/guards.ts'
import { type Env, getId, requireMember, slice } from '../platform/web.ts'
import { replyEditForm, topicEditForm } from './forms.ts'
import { t } from './messages.ts'
import { replyPath, topicPath } from './paging.ts'
import { changeWords, findWords, type Words } from './posts/editing.store.ts'
import { markOf, type PostRef, postBase } from './posts/post.ts'
import { getTopicToRead, whetherInGroup } from './reading.ts'
import { isKeeper, leavesMark, mayChange } from './rules.ts'
import { beforeChanging, sentPath } from './sending/beforeSending.tsx'
import { seenBy } from './spaces/space.ts'
import { findReply, getTopic, type Post, type Topic } from './store.ts'
import { EditPage } from './views/writingPages.tsx'
import { closeTopic, removeReply, removeTopic } from './writing.store.ts'

/** What people do with their own words after they were sent, and moderators with a conversation. */
export const ownWords = slice()

/** Every change of a reply is drawn again for all who read. */
const changesLimit = { points: 60, seconds: 600 }

ownWords.get('/:topicId/edit', async (c) => firstEdit(c, await getOwnTopic(c)))
ownWords.post('/:topicId/edit', async (c) => edit(c, await getOwnTopic(c)))

ownWords.post('/:topicId/remove', async (c) => {
  const { topic } = await getOwnTopic(c)
  await removeTopic(c.var.db, topic.id, c.var.now)
  return c.redirect(topic.replyCount === 0 ? '/forum?removed' : topicPath(topic.id), 303)
})

ownWords.get('/:topicId/replies/:replyId/edit', async (c) => firstEdit(c, await getOwnReply(c)))
ownWords.post('/:topicId/replies/:replyId/edit', async (c) => edit(c, await getOwnReply(c)))

ownWords.post('/:topicId/replies/:replyId/remove', async (c) => {
  const { topic, reply } = await getOwnReply(c)
  await removeReply(c.var.db, topic.id, reply.id, c.var.now)
  return c.redirect(replyPath(topic.id, reply), 303)
})

ownWords.post('/:topicId/close', (c) => close(c, true))
ownWords.post('/:topicId/open', (c) => close(c, false))

async function close(c: Context<Env>, isClosed: boolean): Promise<Response> {
  const member = requireMember(c)
  const { topic } = await getTopicToRead(c, getId(c, 'topicId'))
  if (!isKeeper(member)) throw refused(t(c.var.locale)('refusal.moderators'))
  await closeTopic(c.var.db, topic.id, isClosed, member.id, c.var.now)
  return c.redirect(topicPath(topic.id), 303)
}

async function firstEdit(c: Context<Env>, own: Own): Promise<Response> {
  const words = await findWords(c.var.db, refOf(own))
  if (!words) throw notFound()
  const { title, markdown, notes, helps } = words
  return editPage(c, own, emptyForm({ title, body: markdown, notes, helps, was: markOf(words) }))
}

async function edit(c: Context<Env>, own: Own): Promise<Response> {
  const { db, now } = c.var
  const form = readForm(own.reply ? replyEditForm : topicEditForm, await readBody(c))
  if (!form.ok) return editPage(c, own, form, 422)
  await countChange(c)
  const cleared = await beforeChanging(c, requireMember(c), form.typed)
  if ('hints' in cleared)
    return editPage(c, own, emptyForm(form.typed), cleared.status, { hints: cleared.hints })
  const { body, notes, was } = form.value
  const { title, helps } = 'title' in form.value ? form.value : { title: '', helps: [] }
  const words = { ...body, notes, title, helps, signals: cleared.signals }
  const meanwhile = await changeWords(db, refOf(own), words, was, now)
  // Removed or moved meanwhile: the words are given back.
  if (meanwhile === 'gone') throw notFound()
  // Saved again, these words take the place of the ones that are shown beside them.
  if (meanwhile)
    return editPage(c, own, emptyForm({ ...form.typed, was: markOf(meanwhile) }), 409, { meanwhile })
  const path = own.reply ? replyPath(own.topic.id, own.reply) : topicPath(own.topic.id)
  return c.redirect(sentPath(path, cleared), 303)
}

/** A post of the member who asks: a reply, or the text of the topic itself. */
interface Own {
  topic: Topic
  reply?: Reply
}

function refOf({ topic, reply }: Own): PostRef {
  return { topicId: topic.id, replyId: reply?.id ?? null }
}

async function getOwnTopic(c: Context<Env>): Promise<Own> {
  const member = requireMember(c)
  const topic = await getTopic(c.var.db, getId(c, 'topicId'))
  if (!mayChange(member, topic)) throw await notYours(c, topic)
  return { topic }
}

function countChange(c: Context<Env>): Promise<void> {
  return c.var.limits.count('forum changes', requireMember(c).id, changesLimit)
}

type Reply = Post & { id: string }

async function getOwnReply(c: Context<Env>): Promise<Required<Own>> {
  const member = requireMember(c)
  const topic = await getTopic(c.var.db, getId(c, 'topicId'))
  const reply = await findReply(c.var.db, topic.id, getId(c, 'replyId'))
  if (!isReply(reply)) throw notFound()
  if (!mayChange(member, reply)) throw await notYours(c, topic)
  return { topic, reply }
}

/** One's own words are one's own also where one may not read any more; of others nothing is said there. */
async function notYours(c: Context<Env>, topic: Topic): Promise<Refusal> {
  await whetherInGroup(c, topic)
  return refused(t(c.var.locale)('refusal.notYours'))
}

function isReply(post: Post | undefined): post is Reply {
  return post?.id != null
}

function editPage(
  c: Context<Env>,
  { topic, reply }: Own,
  form: MistakenForm,
  status: 200 | 403 | 409 | 422 | 429 = 200,
  more: { meanwhile?: Words; hints?: ComponentChildren } = {},
): Response {
  const base = postBase(refOf(reply ? { topic, reply } : { topic }))
  return c.var.page(
    <EditPage
      form={form}
      action={`${base}/edit`}
      removeAction={`${base}/remove`}
      seenBy={seenBy(topic)}
      back={reply ? replyPath(topic.id, reply) : topicPath(topic.id)}
      isTopic={!reply}
      hasHelped={!reply && topic.kind === 'resource'}
      isAlone={!reply && topic.replyCount === 0}
      willBeMarked={leavesMark(reply ?? topic, c.var.now)}
      {...more}
    />,
    status,
  )
}
