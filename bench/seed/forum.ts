import type { Sql } from '../../src/platform/database/index.ts'
import { renderMarkdown } from '../../src/platform/markdown.ts'
import type { Chance } from './chance.ts'
import type { SeededMember } from './members.ts'
import { post, title } from './words.ts'

const rowsAtOnce = 1000
const minute = 60_000

/** Topics with their replies; `posts` counts the topic's own text. Gives the topics' ids. */
export async function seedForum(
  db: Sql,
  chance: Chance,
  members: SeededMember[],
  size: { topics: number; posts: number },
): Promise<string[]> {
  const start = Date.now() - size.topics * size.posts * minute
  const at = (count: number) => new Date(start + count * minute)
  const text = () => {
    const bodyMarkdown = post(chance)
    return { bodyMarkdown, bodyHtml: renderMarkdown(bodyMarkdown), once: id(chance) }
  }
  const [open] = await db<{ id: string }[]>`select id from spaces where slug = 'open'`
  const topics = Array.from({ length: size.topics }, (_, index) => ({
    spaceId: open?.id ?? '',
    authorId: chance.oneOf(members).id,
    title: title(chance),
    ...text(),
    replyCount: size.posts - 1,
    createdAt: at(index * size.posts),
    answeredAt: at(index * size.posts + 1),
    lastPostAt: at((index + 1) * size.posts - 1),
  }))
  const rows = await db<{ id: string }[]>`insert into topics ${db(topics)} returning id`
  const ids = rows.map((row) => row.id)
  const replies = ids.flatMap((topicId, index) =>
    Array.from({ length: size.posts - 1 }, (_, reply) => ({
      topicId,
      number: reply + 1,
      authorId: chance.oneOf(members).id,
      authorDay: chance.next() < 0.5 ? chance.between(1, 200) : null,
      ...text(),
      createdAt: at(index * size.posts + reply + 1),
    })),
  )
  for (let from = 0; from < replies.length; from += rowsAtOnce)
    await db`insert into replies ${db(replies.slice(from, from + rowsAtOnce))}`
  return ids
}

function id(chance: Chance): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => chance.between(0, 15).toString(16)).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
}
