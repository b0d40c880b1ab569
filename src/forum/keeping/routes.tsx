import type { Context } from 'hono'
import { notFound, refused } from '../../platform/errors.ts'
import { emptyForm, type MistakenForm, mistakenForm, readForm } from '../../platform/forms.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, getId, type Member, requireMember, slice } from '../../platform/web.ts'
import { mergeForm, moveForm, splitForm } from '../forms.ts'
import { t } from '../messages.ts'
import { pageOf, readPage, topicPath } from '../paging.ts'
import { getTopicToRead } from '../reading.ts'
import { isKeeper } from '../rules.ts'
import { findSpaceNamed, listGroupSpaces, listOpenSpaces } from '../spaces/spaces.store.ts'
import { findTopic, getTopicPage, type Topic } from '../store.ts'
import { mergeTopics, moveTopic, splitTopic } from './keeping.store.ts'
import { topicIn, whyNoMerge, wouldShow } from './moving.rules.ts'
import { KeepPage } from './views/keepPage.tsx'

/** Moderators put conversations where they are found. Old addresses keep leading there. */
export const keeping = slice()

const groupSpacesOffered = 100

keeping.get('/:topicId/keep', async (c) => {
  const { topic } = await getKept(c)
  return keepPage(c, topic)
})

keeping.post('/:topicId/move', async (c) => {
  const { topic, member } = await getKept(c)
  const form = readForm(moveForm, await readBody(c))
  const space = form.ok ? await findSpaceNamed(c.var.db, form.value.space, member) : undefined
  if (!space) return keepPage(c, topic, { move: mistakenForm(form.typed, { space: 'mistake.space' }) })
  // Each space has one thread a morning: a second one would have no place there.
  const mistake = topic.kind === 'check_in' ? 'mistake.checkIn' : 'mistake.wouldShow'
  if (topic.kind === 'check_in' || wouldShow(topic, space))
    return keepPage(c, topic, { move: mistakenForm(form.typed, { space: mistake }) })
  await moveTopic(c.var.db, topic.id, space, member.id, c.var.now)
  return c.redirect(topicPath(topic.id), 303)
})

keeping.post('/:topicId/merge', async (c) => {
  const { db, now } = c.var
  const { topic, member } = await getKept(c)
  const form = readForm(mergeForm, await readBody(c))
  const named = form.ok ? topicIn(form.value.into) : undefined
  const into = named ? await findTopic(db, named) : undefined
  const refusal = into ? whyNoMerge(topic, into) : 'mistake.noTopic'
  if (!into || refusal)
    return keepPage(c, topic, { merge: mistakenForm(form.typed, { into: refusal ?? 'mistake.noTopic' }) })
  if (!(await mergeTopics(db, topic.id, into.id, member.id, now)))
    return keepPage(c, topic, { merge: mistakenForm(form.typed, { into: 'mistake.noTopic' }) })
  return c.redirect(topicPath(into.id), 303)
})

keeping.post('/:topicId/split', async (c) => {
  const { db, now } = c.var
  const { topic, member } = await getKept(c)
  const form = readForm(splitForm, await readBody(c))
  if (!form.ok) return keepPage(c, topic, { split: form })
  const { title, body, replies } = form.value
  const made = await splitTopic(db, topic.id, replies, { ...body, title, authorId: member.id }, now)
  if (!made) return keepPage(c, topic, { split: mistakenForm(form.typed, { replies: 'mistake.replies' }) })
  return c.redirect(topicPath(made), 303)
})

async function getKept(c: Context<Env>): Promise<{ topic: Topic; member: Member }> {
  const member = requireMember(c)
  const { topic } = await getTopicToRead(c, getId(c, 'topicId'))
  if (!isKeeper(member)) throw refused(t(c.var.locale)('refusal.moderators'))
  if (topic.mergedInto) throw notFound()
  return { topic, member }
}

interface Mistaken {
  move?: MistakenForm
  merge?: MistakenForm
  split?: MistakenForm
}

async function keepPage(c: Context<Env>, topic: Topic, forms: Mistaken = {}): Promise<Response> {
  const { db, member } = c.var
  const page = readPage(c.req.query('page'))
  if (page === undefined || page > pageOf(topic.replyCount)) throw notFound()
  const [open, ofGroups, { posts }] = await Promise.all([
    listOpenSpaces(db, member),
    listGroupSpaces(db, member, groupSpacesOffered),
    getTopicPage(db, topic.id, page),
  ])
  const isAgain = Object.keys(forms).length > 0
  return c.var.page(
    <KeepPage
      topic={topic}
      page={page}
      pages={pageOf(topic.replyCount)}
      spaces={[...open, ...ofGroups]}
      replies={posts.filter((post) => post.id !== null && !post.movedTo)}
      move={forms.move ?? emptyForm()}
      merge={forms.merge ?? emptyForm()}
      split={forms.split ?? emptyForm({ body: splitWords(c, topic) })}
    />,
    isAgain ? 422 : 200,
  )
}

/** What the moderator may say above the answers that move: they can change every word of it. */
function splitWords(c: Context<Env>, topic: Topic): string {
  return t(c.var.locale)('split.words', { address: topicPath(topic.id) })
}
