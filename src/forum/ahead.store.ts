import type { Database } from '../platform/database/index.ts'
import { postsOnPage } from './rules.ts'

interface Pages {
  id: string
  pages: number
}

/** Still for so long: a page of a conversation under way would be drawn anew with every reply. */
const stillMinutes = 1

/** Topics whose pages are worth drawing ahead, the ones that were written in last first. */
export async function listStillTopics(db: Database, now: Temporal.Instant, limit: number): Promise<Pages[]> {
  return db<Pages[]>`
    select id, ${pages(db)} from topics
    where removed_at is null and last_post_at < ${now.subtract({ minutes: stillMinutes })}
    order by last_post_at desc, id desc limit ${limit}`
}

/**
 * The next of all topics, by id: an old one may have changed too. Also removed ones: what was drawn of them before is
 * drawn anew or let go, so that nobody's words stay behind in a stored page.
 */
export async function listTopicsFrom(
  db: Database,
  afterId: string,
  now: Temporal.Instant,
  limit: number,
): Promise<Pages[]> {
  return db<Pages[]>`
    select id, ${pages(db)} from topics
    where id > ${afterId} and last_post_at < ${now.subtract({ minutes: stillMinutes })}
    order by id limit ${limit}`
}

function pages(db: Database) {
  return db`greatest(1, ceil((reply_count + 1) / ${postsOnPage}::numeric))::int as pages`
}
