import type { Context } from 'hono'
import { framedPolicy } from '../../platform/securityHeaders.ts'
import type { Env } from '../../platform/web.ts'
import { finderPath, searchUpcoming } from '../index.ts'
import { readSearch } from './search.ts'
import { EmbedPage } from './views/embed.tsx'

const usualRows = 20
const mostRows = 100

/** The one page that other sites may show in a frame: the same for everybody, whoever looks. */
export async function answerEmbed(c: Context<Env>): Promise<Response> {
  const { db, now, page } = c.var
  const { filters, zone, zoneAsked } = readSearch(c)
  const limit = rowsOf(c.req.query('limit'))
  const meetings = await searchUpcoming(db, filters, { now, zone, guess: zoneAsked === undefined, limit })
  const theme = c.req.query('theme')
  const view = {
    meetings,
    zone: zoneAsked,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    more: finderPath({ filters, zoneAsked }),
  } as const
  c.header('content-security-policy', framedPolicy)
  c.header('cross-origin-resource-policy', 'cross-origin')
  return page(<EmbedPage {...view} />)
}

function rowsOf(text: string | undefined): number {
  const rows = Number(text ?? usualRows)
  return Number.isInteger(rows) && rows >= 1 && rows <= mostRows ? rows : usualRows
}
