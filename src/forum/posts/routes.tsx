import type { Context } from 'hono'
import { listHiding } from '../../moderation/measures/index.ts'
import { isBlockedBetween } from '../../moderation/quiet/index.ts'
import { notFound, refused } from '../../platform/errors.ts'
import { emptyForm, readForm, typedText } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { notesForm } from '../forms.ts'
import { closedFor } from '../found/closed.ts'
import { t } from '../messages.ts'
import { replyPath, topicPath } from '../paging.ts'
import { getTopicToRead } from '../reading.ts'
import { isKeeper, mayChange } from '../rules.ts'
import { seenBy } from '../spaces/space.ts'
import { findPost, findTopicOf, type Post, type Topic } from '../store.ts'
import { closeNotes, listClosedNotes } from './closedNotes.store.ts'
import { forgetVersions, listVersions, setNotes } from './editing.store.ts'
import { type PostRef, postBase, postPath } from './post.ts'
import { giveThanks, hasThanked, listThanksFor, takeBackThanks } from './thanks.store.ts'
import { ClosedNotesPage } from './views/closedNotesPage.tsx'
import { PostPage } from './views/postPage.tsx'
import { ThanksPage } from './views/thanksPage.tsx'
import { VersionsPage } from './views/versionsPage.tsx'

/** One post alone: its address, its earlier versions, thanks for it and its content notes. */
export const posts = slice()

const thanksShown = 50
const thanksLimit = { points: 60, seconds: 600 }

posts.get('/thanks', async (c) => {
  const member = requireMember(c)
  const thanked = await listThanksFor(c.var.db, member.id, thanksShown)
  return c.var.page(<ThanksPage thanked={thanked} zone={zoneOf(c)} />)
})

posts.get('/notes', async (c) => {
  const closed = await listClosedNotes(c.var.db, requireMember(c).id)
  return c.var.page(<ClosedNotesPage closed={closed} isSaved={c.req.query('saved') !== undefined} />)
})

posts.post('/notes', async (c) => {
  const member = requireMember(c)
  const form = readForm(notesForm, await readBody(c))
  await closeNotes(c.var.db, member.id, form.ok ? form.value.notes : [])
  return c.redirect('/forum/notes?saved', 303)
})

posts.get('/:topicId/first', (c) => postPage(c))
posts.get('/:topicId/replies/:replyId', (c) => postPage(c))

posts.get('/:topicId/versions', (c) => versionsPage(c))
posts.get('/:topicId/replies/:replyId/versions', (c) => versionsPage(c))
posts.post('/:topicId/versions/forget', (c) => forget(c))
posts.post('/:topicId/replies/:replyId/versions/forget', (c) => forget(c))

posts.post('/:topicId/notes', (c) => note(c))
posts.post('/:topicId/replies/:replyId/notes', (c) => note(c))

/** The buttons of all posts of a page belong to one form: the button says which post. */
posts.post('/:topicId/thanks', async (c) => {
  const { db, now } = c.var
  const member = requireMember(c)
  const { topic, post, ref } = await getPostOf(c, await postNamed(c))
  // The button is there for all who read the post, its writer too.
  if (post.authorId === member.id) return c.redirect(`${postPath(ref)}?own`, 303)
  if (post.removedAt || post.heldAt) throw notFound()
  // The house's own thread, or somebody who has left: there is nobody to tell.
  if (post.authorId === null) return c.redirect(postPath(ref), 303)
  await c.var.limits.count('forum thanks', member.id, thanksLimit)
  const title = topic.readers === 'everybody' ? topic.title : ''
  // Somebody who blocked them is not reached, and nobody is told so.
  if (post.authorId === null || !(await isBlockedBetween(db, member.id, post.authorId)))
    await giveThanks(db, member.id, { ...ref, authorId: post.authorId, title }, now)
  return c.redirect(postPath(ref), 303)
})

posts.post('/:topicId/thanks/back', async (c) => {
  const member = requireMember(c)
  const { post, ref } = await getPostOf(c, await postNamed(c))
  await takeBackThanks(c.var.db, member.id, { ...ref, authorId: post.authorId })
  return c.redirect(postPath(ref), 303)
})

async function postPage(c: Context<Env>): Promise<Response> {
  const { db, member } = c.var
  const ref = refIn(c)
  const moved = await whereMoved(c, ref)
  if (moved) return c.redirect(postPath({ ...ref, topicId: moved }), 301)
  const { topic, post } = await getPostOf(c, ref)
  const isThanked = member !== undefined && (await hasThanked(db, member.id, ref))
  const hiding = post.heldAt ? await listHiding(db, ref.topicId) : []
  const closed = await closedFor(c)
  return c.var.page(
    <PostPage
      topic={topic}
      post={post}
      hiding={hiding.find(({ replyId }) => replyId === post.id)}
      place={placeIn(topic, post)}
      isThanked={isThanked}
      isOwnThanks={c.req.query('own') !== undefined && post.authorId === member?.id}
      member={member}
      notes={emptyForm({ notes: post.notes })}
      isFolded={post.authorId !== null && closed.writers.includes(post.authorId)}
      closed={closed.notes}
      zone={zoneOf(c)}
    />,
  )
}

async function versionsPage(c: Context<Env>): Promise<Response> {
  const { topic, post, ref } = await getPostOf(c, refIn(c))
  if (post.removedAt) throw notFound()
  return c.var.page(
    <VersionsPage
      post={post}
      versions={await listVersions(c.var.db, ref)}
      back={placeIn(topic, post)}
      seenBy={seenBy(topic)}
      forgetAction={mayChange(c.var.member, post) ? `${postBase(ref)}/versions/forget` : undefined}
      closed={(await closedFor(c)).notes}
      zone={zoneOf(c)}
    />,
  )
}

async function forget(c: Context<Env>): Promise<Response> {
  const member = requireMember(c)
  const { post, ref } = await getPostOf(c, refIn(c))
  if (!mayChange(member, post)) throw refused(t(c.var.locale)('refusal.notYours'))
  await forgetVersions(c.var.db, ref)
  return c.redirect(`${postBase(ref)}/versions`, 303)
}

/** A moderator says what the writer did not: the words stay as they are. */
async function note(c: Context<Env>): Promise<Response> {
  const member = requireMember(c)
  const { ref } = await getPostOf(c, refIn(c))
  if (!isKeeper(member)) throw refused(t(c.var.locale)('refusal.moderators'))
  const form = readForm(notesForm, await readBody(c))
  await setNotes(c.var.db, ref, form.ok ? form.value.notes : [], member.id, c.var.now)
  return c.redirect(postPath(ref), 303)
}

function refIn(c: Context<Env>): PostRef {
  const topicId = getId(c, 'topicId')
  return { topicId, replyId: c.req.param('replyId') === undefined ? null : getId(c, 'replyId') }
}

async function postNamed(c: Context<Env>): Promise<PostRef> {
  const topicId = getId(c, 'topicId')
  const named = typedText({ typed: (await readBody(c)) as Record<string, string> }, 'post')
  if (!/^(0|[1-9]\d{0,17})$/.test(named)) throw notFound()
  return { topicId, replyId: named === '0' ? null : named }
}

/** The post where it exists for who asks; what waits for a moderator exists for its author and for them. */
async function getPostOf(c: Context<Env>, ref: PostRef): Promise<{ topic: Topic; post: Post; ref: PostRef }> {
  const { topic } = await getTopicToRead(c, ref.topicId)
  const post = await findPost(c.var.db, ref)
  if (!post) throw notFound()
  const { member } = c.var
  if (post.heldAt && !isKeeper(member) && (!member || post.authorId !== member.id)) throw notFound()
  return { topic, post, ref }
}

/** The topic that the reply stands in by now, if that is another one, and one that exists for who asks. */
async function whereMoved(c: Context<Env>, { topicId, replyId }: PostRef): Promise<string | undefined> {
  if (!replyId) return undefined
  const now = await findTopicOf(c.var.db, replyId)
  if (now === undefined || now === topicId) return undefined
  await getTopicToRead(c, now)
  return now
}

function placeIn(topic: Topic, post: Post): string {
  // What waits has no place in the conversation yet.
  if (post.id === null || post.number === null) return topicPath(topic.id)
  return replyPath(topic.id, { id: post.id, number: post.number })
}
