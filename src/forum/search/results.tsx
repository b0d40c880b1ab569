import type { Context } from 'hono'
import { profilesTag } from '../../account/index.ts'
import { Piece } from '../../platform/piece.ts'
import { type Env, zoneOf } from '../../platform/web.ts'
import { closedFor } from '../found/closed.ts'
import { spacesTag } from '../spaces/spaces.store.ts'
import { listsTag } from '../writing.store.ts'
import type { Asked } from './asked.ts'
import { findPosts } from './findPosts.ts'
import { termsOf } from './query.rules.ts'
import { mostFound, type Search } from './search.store.ts'
import { Results } from './views/results.tsx'

const postsOnPage = mostFound - 1
/** "Five minutes ago" stands there. */
const keptSeconds = 60

/**
 * What was found, drawn. Kept in memory until anything is written, for all who may read the same and want the same
 * closed: people come back from what they opened, and many ask for the same few words.
 */
export async function resultsFor(
  c: Context<Env>,
  asked: Asked,
  search: Omit<Search, 'queries'>,
): Promise<Piece> {
  const { cache, searchDb } = c.var
  const closed = await closedFor(c)
  const zone = zoneOf(c)
  return cache.remember(
    `found ${JSON.stringify([search.readers, closed, zone, asked])}`,
    [listsTag, spacesTag, profilesTag, 'groups'],
    async () => {
      const answer = await findPosts(searchDb, termsOf(asked.words), search)
      const posts = answer.posts.slice(0, postsOnPage)
      const hasOlder = answer.posts.length > postsOnPage
      const drawn = { asked, answer: { ...answer, posts }, hasOlder, closed, zone }
      return new Piece(c.var.draw(<Results {...drawn} />), 'seldom')
    },
    ({ bytes }) => bytes,
    keptSeconds,
  )
}
