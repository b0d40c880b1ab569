import type { Sql } from '../src/platform/database/index.ts'

/** One announcement holds less than 8,000 bytes. */
const namedAtOnce = 100

/** The site's memory forgets the pages of these topics. What is stored of them stays true: nothing is said of a change. */
export async function forgetTopics(db: Sql, topicIds: string[]): Promise<void> {
  for (let from = 0; from < topicIds.length; from += namedAtOnce) {
    const tags = ['profiles', ...topicIds.slice(from, from + namedAtOnce).map((id) => `=topic ${id}`)]
    await db`select pg_notify('newleaf', ${JSON.stringify({ channel: 'tags', message: { tags } })})`
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
}
