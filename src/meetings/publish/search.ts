import type { Context } from 'hono'
import { isZone } from '../../platform/clock.ts'
import { refused } from '../../platform/errors.ts'
import type { Env } from '../../platform/web.ts'
import { type Filters, finderPath, findMeetingIds, readFilters } from '../index.ts'
import { t } from './messages.ts'
import type { Which } from './store.ts'

export interface AskedSearch {
  filters: Filters
  /** The zone that days and hours of the search mean: the one in the address, else the site's. */
  zone: string
  zoneAsked: string | undefined
  /** The same for every way to write the same search; empty for no condition at all. */
  query: string
}

/**
 * What an address asks of the finder. A condition that is not understood is refused: to leave it out would answer with
 * more than was asked, and nobody would notice.
 */
export function readSearch(c: Context<Env>): AskedSearch {
  const params = new URL(c.req.url).searchParams
  const read = readFilters(params)
  const named = params.get('zone')
  const zoneAsked = named && isZone(named) ? named : undefined
  if (read.misread || (named && !zoneAsked)) throw refused(t(c.var.locale)('search.misread'), 400)
  const filters = { ...read.filters, after: undefined }
  return {
    filters,
    zone: zoneAsked ?? c.var.config.defaultZone,
    zoneAsked,
    query: finderPath({ filters, zoneAsked }).slice('/meetings'.length),
  }
}

/** More than any site has; a search of all of them is the whole list. */
const mostIds = 200_000

export async function whichOf(c: Context<Env>, search: AskedSearch): Promise<Which> {
  if (search.query === '') return 'all'
  const { db, now } = c.var
  return {
    ids: await findMeetingIds(db, search.filters, {
      now,
      zone: search.zone,
      guess: search.zoneAsked === undefined,
      limit: mostIds,
    }),
  }
}

/** What is on changes with the clock: a search is looked up anew after so long. */
export const searchSeconds = 300

export function searchKey(c: Context<Env>, format: string, { query }: AskedSearch): string {
  const turn = query === '' ? '' : ` ${Math.floor(c.var.now.epochMilliseconds / 1000 / searchSeconds)}`
  return `${format}${turn} ${query}`
}
