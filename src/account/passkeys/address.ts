import type { Context } from 'hono'
import type { Env } from '../../platform/web.ts'
import { isLocalName } from '../index.ts'

/** What a passkey is bound to: the name of the site, and the address that the browser must show. */
export interface Bound {
  origin: string
  rpId: string
}

/**
 * PUBLIC_URL alone, never a name that a request claims. Without it passkeys work on this very machine only, where the port
 * may be any.
 */
export function boundTo(c: Context<Env>): Bound | undefined {
  const { publicUrl } = c.var.config
  const url = URL.parse(publicUrl ?? `http://${c.req.header('host') ?? ''}`)
  if (!url || (!publicUrl && !isLocalName(url.hostname))) return undefined
  return { origin: url.origin, rpId: url.hostname }
}
