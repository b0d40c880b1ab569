import type { Transaction } from '../platform/database/index.ts'
import { namesInQuotes } from './posts/quote.rules.ts'
import { topicTag } from './writing.store.ts'

const posts = { topics: 'id', replies: 'topic_id' } as const

/**
 * Those who answered have quoted this member by name. The quotations stay, as those of a former member, wherever the
 * member wrote and wherever posts of there were moved to.
 * @param former what stands in the place of their name
 */
export async function forgetQuotedName(tx: Transaction, memberId: string, former: string): Promise<void> {
  const [member] = await tx<{ handle: string }[]>`select handle from members where id = ${memberId}`
  if (!member) return
  const { marks, html } = namesInQuotes(member.handle)
  const [stands, standsInHtml] = [namesInQuotes(former).marks[0], namesInQuotes(former).html]
  const markdown = (column: string) =>
    marks.reduce((inside, mark) => tx`replace(${inside}, ${mark}, ${stands})`, tx`${tx(column)}`)
  const patterns = marks.map((mark) => `%${literally(mark)}%`)
  const isQuoted = (column: string) => tx`${tx(column)} like any(${patterns}::text[])`
  const places = await placesOf(tx, memberId)
  // In the order of those who write in several at once: nobody waits for somebody who waits for them.
  await tx`select from topics where id = any(${places}::bigint[]) order by id for no key update`
  for (const [table, topic] of Object.entries(posts)) {
    const changed = await tx<{ topicId: string }[]>`
      update ${tx(table)} set body_markdown = ${markdown('body_markdown')},
        body_html = replace(body_html, ${html}, ${standsInHtml})
      where ${tx(topic)} = any(${places}::bigint[]) and ${isQuoted('body_markdown')}
      returning ${tx(topic)} as topic_id`
    tx.changed(...new Set(changed.map(({ topicId }) => topicTag(topicId))))
  }
  await tx`
    update post_versions v set body_markdown = ${markdown('body_markdown')},
      body_html = replace(body_html, ${html}, ${standsInHtml})
    where ${isQuoted('body_markdown')} and (topic_id = any(${places}::bigint[])
      or exists (select from replies r where r.id = v.reply_id and r.topic_id = any(${places}::bigint[])))`
  await tx`
    update drafts set body = ${markdown('body')}
    where ${isQuoted('body')} and topic_id = any(${places}::bigint[])`
}

async function placesOf(tx: Transaction, memberId: string): Promise<string[]> {
  const rows = await tx<{ topicId: string }[]>`
    with wrote as (
      select id as topic_id from topics where author_id = ${memberId}
      union select topic_id from replies where author_id = ${memberId}
      union select w.topic_id from moved_replies w join replies r on r.id = w.reply_id where r.author_id = ${memberId}
    )
    select topic_id from wrote
    union select r.topic_id from moved_replies w join replies r on r.id = w.reply_id
    where w.topic_id in (select topic_id from wrote)`
  return rows.map(({ topicId }) => topicId)
}

/** For LIKE: a name may hold its signs. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
