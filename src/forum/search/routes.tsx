import { notFound } from '../../platform/errors.ts'
import { limit } from '../../platform/guards.ts'
import { slice, zoneOf } from '../../platform/web.ts'
import { closedFor } from '../found/closed.ts'
import { readPostMark } from '../found/found.ts'
import { type Asked, readAsked, readDays } from './asked.ts'
import { findPosts } from './findPosts.ts'
import { findPlace, placesFor } from './places.ts'
import { termsOf } from './query.rules.ts'
import { findAuthor, mostFound } from './search.store.ts'
import { SearchPage } from './views/searchPage.tsx'

/** Searching what people wrote. A GET form: the filters stay in the address, and it works without scripts. */
export const search = slice()

const postsOnPage = mostFound - 1
const limits = { points: 120, seconds: 60 }

search.get('/', async (c) => {
  const { db, member } = c.var
  const asked = readAsked((name) => c.req.query(name))
  const after = asked.before === '' ? undefined : readPostMark(asked.before)
  if (asked.before !== '' && !after) throw notFound()
  const places = await placesFor(c)
  const closed = await closedFor(c)
  const page = { asked, places, closed, zone: zoneOf(c), hasOlder: false }
  const days = readDays(asked)
  const author = asked.author === '' ? undefined : await findAuthor(db, asked.author)
  const mistakes = {
    ...(days === 'mistake' ? { from: 'mistake.days' } : {}),
    ...(asked.author !== '' && !author ? { author: 'mistake.author' } : {}),
  }
  if (days === 'mistake' || Object.keys(mistakes).length > 0 || isNothing(asked))
    return c.var.page(
      <SearchPage {...page} mistakes={mistakes} answer={undefined} />,
      days === 'mistake' ? 422 : 200,
    )

  const spaceId = asked.space === '' ? undefined : await findPlace(c, places, asked.space)
  if (asked.space !== '' && !spaceId) throw notFound()
  // Members count for themselves: many of them may share one way into the net.
  if (member) await c.var.limits.count('forum search', member.id, limits)
  else await limit(c, 'forum search', limits)
  const answer = await findPosts(db, termsOf(asked.words), {
    spaceId,
    authorId: author,
    days,
    reader: member,
    after,
  })
  const posts = answer.posts.slice(0, postsOnPage)
  const hasOlder = answer.posts.length > postsOnPage
  return c.var.page(<SearchPage {...page} mistakes={{}} answer={{ ...answer, posts }} hasOlder={hasOlder} />)
})

function isNothing({ words, author, from, to }: Asked): boolean {
  return termsOf(words).length === 0 && author === '' && from === '' && to === ''
}
