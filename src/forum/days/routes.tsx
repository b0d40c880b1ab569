import type { Context } from 'hono'
import { dayShown, profilesTag } from '../../account/index.ts'
import { transaction } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { readBody } from '../../platform/guards.ts'
import { type Env, requireMember, slice, zoneOf } from '../../platform/web.ts'
import { closedFor } from '../found/closed.ts'
import { readPostMark } from '../found/found.ts'
import { spacesTag } from '../spaces/spaces.store.ts'
import { listsTag } from '../writing.store.ts'
import { daysAhead, daysOf, readStretch, type Stretch, stretchPath, weekOf } from './days.rules.ts'
import { changeStep, findNearest, getOwnPlace, listPostsOn } from './store.ts'
import { AheadPage, ChoosePage } from './views/choosePages.tsx'
import { DaysPage } from './views/daysPage.tsx'

/** "What people wrote on day 4": by day, by week, by step of a taper, and by those who are further on. */
export const days = slice()

const postsOnPage = 20
const pageTags = [listsTag, spacesTag, profilesTag, 'groups']

days.get('/', async (c) => {
  const own = await ownDay(c)
  return own === undefined ? choosePage(c) : c.redirect(stretchPath({ by: 'day', number: own }), 303)
})

days.get('/all', (c) => choosePage(c))

// The form without scripts gives a number and how it is counted; the address that stays is the one of the page.
days.get('/go', (c) => {
  const by = c.req.query('by')
  const stretch = readStretch(
    by === 'week' || by === 'step' ? by : 'day',
    c.req.query('number')?.trim() ?? '',
  )
  return c.redirect(stretch ? stretchPath(stretch) : '/forum/days/all', 303)
})

days.post('/step', async (c) => {
  const member = requireMember(c)
  const typed = (await readBody(c)).step
  const asText = typeof typed === 'string' ? typed.trim() : ''
  const step = readStretch('step', asText)
  if (asText !== '' && !step) return choosePage(c, { step: asText, stepMistake: 'step.mistake' })
  await transaction(c.var.db, async (tx) => {
    await changeStep(tx, member.id, step?.number ?? null, c.var.now)
    // What they wrote at a step is found, or no longer found, from now on.
    tx.changed(profilesTag)
  })
  return c.redirect('/forum/days/all#taper-step', 303)
})

days.get('/ahead', async (c) => {
  const { db, member, cache } = c.var
  cache.guestPage(pageTags, { forSeconds: 60 })
  const asked = c.req.query('of')
  const day = asked === undefined ? await ownDay(c) : readStretch('day', asked)?.number
  if (day === undefined) {
    if (asked !== undefined) throw notFound()
    return c.redirect('/forum/days/all', 303)
  }
  const { after, isFirstPage } = markOf(c)
  const ahead = daysAhead(day)
  const posts = await listPostsOn(db, { by: 'day', ...ahead, reader: member, after, limit: postsOnPage + 1 })
  return c.var.page(
    <AheadPage
      day={day}
      days={ahead}
      posts={posts.slice(0, postsOnPage)}
      isFirstPage={isFirstPage}
      hasOlder={posts.length > postsOnPage}
      closed={await closedFor(c)}
      zone={zoneOf(c)}
    />,
  )
})

days.get('/weeks/:number', (c) => stretchPage(c, readStretch('week', c.req.param('number'))))
days.get('/steps/:number', (c) => stretchPage(c, readStretch('step', c.req.param('number'))))
days.get('/:number', (c) => stretchPage(c, readStretch('day', c.req.param('number'))))

async function stretchPage(c: Context<Env>, stretch: Stretch | undefined): Promise<Response> {
  const { db, member, cache } = c.var
  if (!stretch) throw notFound()
  cache.guestPage(pageTags, { forSeconds: 60 })
  const { after, isFirstPage } = markOf(c)
  const by = stretch.by === 'step' ? 'step' : 'day'
  const asked = { by, ...daysOf(stretch), reader: member } as const
  const posts = await listPostsOn(db, { ...asked, after, limit: postsOnPage + 1 })
  const near = posts.length === 0 ? await findNearest(db, asked) : { before: null, after: null }
  const nearest = [near.before, near.after]
    .filter((number) => number !== null)
    .map((number) => ({ by: stretch.by, number: stretch.by === 'week' ? weekOf(number) : number }))
  return c.var.page(
    <DaysPage
      stretch={stretch}
      posts={posts.slice(0, postsOnPage)}
      nearest={nearest}
      isFirstPage={isFirstPage}
      hasOlder={posts.length > postsOnPage}
      closed={await closedFor(c)}
      zone={zoneOf(c)}
    />,
  )
}

async function choosePage(c: Context<Env>, typed?: { step: string; stepMistake: string }): Promise<Response> {
  const { db, member } = c.var
  const place = member && (await getOwnPlace(db, member.id))
  return c.var.page(
    <ChoosePage
      isMember={member !== undefined}
      ownDay={await ownDay(c)}
      step={typed?.step ?? String(place?.step ?? '')}
      stepMistake={typed?.stepMistake}
    />,
    typed ? 422 : 200,
  )
}

/** Whether others see it or not: it is their own page. */
async function ownDay(c: Context<Env>): Promise<number | undefined> {
  const { db, member, now } = c.var
  if (!member) return undefined
  const { lastDoseOn } = await getOwnPlace(db, member.id)
  const day = dayShown({ showsDay: true, lastDoseOn }, now.toZonedDateTimeISO(zoneOf(c)).toPlainDate())
  // Longer ago than there are pages: the last of them.
  return day === undefined ? undefined : readStretch('day', String(day))?.number
}

function markOf(c: Context<Env>) {
  const before = c.req.query('before')
  const after = before === undefined ? undefined : readPostMark(before)
  if (before !== undefined && !after) throw notFound()
  return { after, isFirstPage: after === undefined }
}
