import type { Context } from 'hono'
import { notFound } from '../../platform/errors.ts'
import { slots } from '../../platform/frame.ts'
import { limit } from '../../platform/guards.ts'
import { type Env, slice } from '../../platform/web.ts'
import { readPostMark } from '../found/found.ts'
import { type Asked, readAsked, readDays } from './asked.ts'
import { findPlace, placesFor } from './places.ts'
import { termsOf } from './query.rules.ts'
import { resultsFor } from './results.tsx'
import { findAuthor } from './search.store.ts'
import { SearchPage } from './views/searchPage.tsx'

/** Searching what people wrote. A GET form: the filters stay in the address, and it works without scripts. */
export const search = slice()

const limits = { points: 120, seconds: 60 }

search.get('/', async (c) => {
  const { db } = c.var
  const asked = readAsked((name) => c.req.query(name))
  const after = asked.before === '' ? undefined : readPostMark(asked.before)
  if (asked.before !== '' && !after) throw notFound()
  const places = await placesFor(c)
  const days = readDays(asked)
  const author = asked.author === '' ? undefined : await findAuthor(db, asked.author)
  const mistakes = {
    ...(days === 'mistake' ? { from: 'mistake.days' } : {}),
    ...(asked.author !== '' && !author ? { author: 'mistake.author' } : {}),
  }
  if (days === 'mistake' || Object.keys(mistakes).length > 0 || isNothing(asked)) {
    const status = days === 'mistake' ? 422 : 200
    return c.var.page(<SearchPage asked={asked} places={places} mistakes={mistakes} />, status)
  }
  const spaceId = asked.space === '' ? undefined : await findPlace(c, places, asked.space)
  if (asked.space !== '' && !spaceId) throw notFound()
  await countSearch(c)
  const results = await resultsFor(c, asked, {
    spaceId,
    authorId: author,
    days,
    readers: places.readers,
    after,
  })
  const page = { places, mistakes: {}, hasResults: true }
  const { frames } = places
  if (!frames || !isWordsAlone(c, asked))
    return c.var.page(<SearchPage {...page} asked={asked} />, 200, results)
  // Around what was found, the page of nearly everybody differs in their words alone.
  const framing = { name: 'search', frames, words: asked.words }
  return c.var.page(<SearchPage {...page} asked={{ ...asked, words: slots.words }} />, 200, results, framing)
})

/** Members count for themselves: many of them may share one way into the net. */
async function countSearch(c: Context<Env>): Promise<void> {
  const { member } = c.var
  if (member) await c.var.limits.count('forum search', member.id, limits)
  else await limit(c, 'forum search', limits)
}

function isNothing({ words, author, from, to }: Asked): boolean {
  return termsOf(words).length === 0 && author === '' && from === '' && to === ''
}

/** Nothing else was asked for, and no zone goes from page to page in the address. */
function isWordsAlone(c: Context<Env>, { space, author, from, to }: Asked): boolean {
  const isNarrowed = space !== '' || author !== '' || from !== '' || to !== ''
  return !isNarrowed && (c.var.member !== undefined || c.req.query('zone') === undefined)
}
