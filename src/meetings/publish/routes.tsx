import type { Context } from 'hono'
import { getGroup } from '../../groups/index.ts'
import { notFound } from '../../platform/errors.ts'
import { type Env, slice } from '../../platform/web.ts'
import { type Asked, allowAsking, answerWith, inPieces, type ListOf } from './answer/answer.ts'
import { calendarList, oneCalendar, wholeCalendar } from './calendar/list.ts'
import { answerEmbed } from './embed.tsx'
import { guideList, wholeGuide } from './guide/list.ts'
import { t } from './messages.ts'
import { answerOwnCalendar } from './mine/routes.tsx'
import { answerDescription } from './openapi/answer.ts'
import { readSearch, searchKey, searchSeconds, whichOf } from './search.ts'
import { siteOf } from './site.ts'
import { findPublished, type Which } from './store.ts'
import { FeedsPage } from './views/feeds.tsx'

type Format = 'guide' | 'calendar'

const types: Record<Format, string> = {
  guide: 'application/json; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
}

const usual = { tags: ['meetings', 'groups'], maxAgeSeconds: searchSeconds }

/** Everything under /feeds. */
export const published = slice()

published.get('/', (c) => c.var.page(<FeedsPage site={siteOf(c.var.config)} query={readSearch(c).query} />))
published.get('/embed', answerEmbed)
published.get('/openapi.json', answerDescription)
published.get('/mine/:file', answerOwnCalendar)
published.options('/:file', allowAsking)
published.get('/meetings.json', (c) => answerSearch(c, 'guide'))
published.get('/meetings.ics', (c) => answerSearch(c, 'calendar'))

function answerSearch(c: Context<Env>, format: Format): Promise<Response> {
  const search = readSearch(c)
  const { origin, name } = siteOf(c.var.config)
  const title = t('en')('calendar.name', { site: name })
  const head = {
    name: title,
    url: `${origin}/meetings${search.query}`,
    source: `${origin}/feeds/meetings.ics${search.query}`,
  }
  return answerWith(c, {
    ...listed(searchKey(c, format, search), format),
    make: async () => makingOf(c, format, await whichOf(c, search), head),
  })
}

function makingOf(
  c: Context<Env>,
  format: Format,
  which: Which,
  head: { name: string; url: string; source: string },
): Asked {
  const { db, now, config } = c.var
  const site = siteOf(config)
  if (which === 'all')
    return format === 'guide'
      ? inPieces(wholeGuide(db, site, now))
      : inPieces(wholeCalendar(db, head, site, now))
  return format === 'guide' ? guideList(db, which, site, now) : calendarList(db, which, head, site, now)
}

function listed(key: string, format: Format): Omit<ListOf, 'make'> {
  return { key, ...usual, type: types[format] }
}

/** Lists and calendars that stand beside the page they are of. */
export const besidePages = slice()

besidePages.options('/groups/:slug/:file{meetings\\.(?:json|ics)}', allowAsking)
besidePages.options('/meetings/:file{[1-9][0-9]{0,17}\\.ics}', allowAsking)
besidePages.get('/groups/:slug/meetings.json', (c) => answerGroup(c, 'guide'))
besidePages.get('/groups/:slug/meetings.ics', (c) => answerGroup(c, 'calendar'))

async function answerGroup(c: Context<Env>, format: Format): Promise<Response> {
  const group = await getGroup(c.var.db, c.req.param('slug') ?? '')
  const { origin } = siteOf(c.var.config)
  const url = `${origin}/groups/${group.slug}`
  const head = { name: group.name, url, source: `${url}/meetings.ics` }
  return answerWith(c, {
    ...listed(`${format} of ${group.id}`, format),
    make: () => makingOf(c, format, { groupId: group.id }, head),
  })
}

besidePages.get('/meetings/:file{[1-9][0-9]{0,17}\\.ics}', async (c) => {
  const { db, now, config } = c.var
  const id = c.req.param('file').slice(0, -'.ics'.length)
  const meeting = await findPublished(db, id)
  if (!meeting) throw notFound()
  return answerWith(c, {
    ...listed(`calendar of meeting ${id}`, 'calendar'),
    make: () => oneCalendar(db, meeting, siteOf(config), now),
  })
})
