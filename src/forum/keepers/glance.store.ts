import type { Database } from '../../platform/database/index.ts'
import { excerptOf, plainText } from '../found/excerpt.rules.ts'
import { type PostRef, postBase } from '../posts/post.ts'

/** Enough of a post to tell it from another in a list. */
export interface Glance {
  title: string
  /** The beginning of its words. */
  words: string
  isRemoved: boolean
  /** Opened by the job of the morning. */
  isHouses: boolean
}

const shown = 120
/** Far more than is shown, with its form. */
const read = 1000

/** What a keeper sees of many posts at once, also of those that wait. @returns by `glanceKey` */
export async function glanceAtPosts(db: Database, refs: PostRef[]): Promise<Map<string, Glance>> {
  const topicIds = refs.map(({ topicId }) => topicId)
  const replyIds = refs.flatMap(({ replyId }) => replyId ?? [])
  const rows = await db<(PostRef & { title: string; html: string; isRemoved: boolean; isHouses: boolean })[]>`
    select id as topic_id, null::bigint as reply_id, title, left(body_html, ${read}) as html,
      removed_at is not null as is_removed, kind = 'check_in' as is_houses
    from topics where id = any(${topicIds}::bigint[])
    union all
    select r.topic_id, r.id, t.title, left(r.body_html, ${read}), r.removed_at is not null, false
    from replies r join topics t on t.id = r.topic_id where r.id = any(${replyIds}::bigint[])`
  return new Map(
    rows.map(({ title, html, isRemoved, isHouses, ...ref }) => [
      glanceKey(ref),
      { title, words: isRemoved ? '' : beginningOf(html), isRemoved, isHouses },
    ]),
  )
}

export function glanceKey(ref: PostRef): string {
  return postBase(ref)
}

function beginningOf(html: string): string {
  // Cut where it may be in the middle of a tag.
  const text = plainText(html.replace(/<[^>]*$/, ''))
  return excerptOf(text, [], shown)
    .map((segment) => segment.text)
    .join('')
}
