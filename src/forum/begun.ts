import type { Context } from 'hono'
import { getStanding } from '../moderation/trust/index.ts'
import type { Typed } from '../platform/forms.ts'
import type { Env, Member } from '../platform/web.ts'
import { getOwnPlace } from './days/store.ts'
import { findDraft } from './drafts/drafts.store.ts'
import { t } from './messages.ts'
import { findWords } from './posts/editing.store.ts'
import { quoteOf } from './posts/quote.rules.ts'
import { getTopicToRead } from './reading.ts'
import { findSpaceNamed } from './spaces/spaces.store.ts'
import { findPost } from './store.ts'

/** What stands in the answer form when it opens: the words of somebody, quoted, or one's own from earlier. */
export async function begunReply(c: Context<Env>, topicId: string): Promise<Typed | undefined> {
  if (!c.var.member) return undefined
  return (await findOwnDraft(c, topicId)) ?? (await quoted(c, topicId))
}

async function quoted(c: Context<Env>, topicId: string): Promise<Typed | undefined> {
  const asked = c.req.query('quote') ?? ''
  if (!/^(0|[1-9]\d{0,17})$/.test(asked)) return undefined
  const ref = { topicId, replyId: asked === '0' ? null : asked }
  await getTopicToRead(c, topicId)
  const post = await findPost(c.var.db, ref)
  if (!post || post.removedAt || post.heldAt) return undefined
  const words = await findWords(c.var.db, ref)
  const handle = post.authorHandle ?? t(c.var.locale)('author.former')
  return words && { body: quoteOf(handle, words.markdown) }
}

/** The draft that the address asks for, where it is one's own and of this topic (null: of a new one). */
export async function findOwnDraft(c: Context<Env>, topicId: string | null): Promise<Typed | undefined> {
  const asked = c.req.query('draft') ?? ''
  if (!c.var.member || !/^[1-9]\d{0,17}$/.test(asked)) return undefined
  const draft = await findDraft(c.var.db, c.var.member.id, asked)
  if (!draft || draft.topicId !== topicId) return undefined
  const { once, space, kind, notes, helps, title, body } = draft
  return { once, space, kind, notes, helps, title, body, needs: draft.needs ? 'yes' : '' }
}

/** What a new page is begun with by somebody who has written nothing that others read yet. */
export interface FirstTime {
  /** Where newcomers are looked for first; none where the operator has put that space to rest. */
  space: string
  /** Nobody has asked them for their day yet. */
  hasNoDay: boolean
}

export async function firstTimeOf(c: Context<Env>, member: Member): Promise<FirstTime | undefined> {
  const { db, now } = c.var
  const { postsAccepted } = await getStanding(db, member.id, now)
  if (postsAccepted > 0) return undefined
  const [space, { lastDoseOn }] = await Promise.all([
    findSpaceNamed(db, 'newcomers', member),
    getOwnPlace(db, member.id),
  ])
  return { space: space && !space.retiredAt ? 'newcomers' : '', hasNoDay: lastDoseOn === null }
}
