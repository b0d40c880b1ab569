import type { Context } from 'hono'
import type { Env } from './web.ts'

/** The page of ours that a visitor came from, as its path and query. */
export function pageBefore(c: Context<Env>): string | undefined {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return undefined
  const { host, pathname, search } = new URL(from)
  return host === new URL(c.req.url).host ? pathname + search : undefined
}
