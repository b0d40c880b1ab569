import type { Context } from 'hono'
import { permissionsPolicy } from '../../platform/securityHeaders.ts'
import type { Env } from '../../platform/web.ts'

/** A page that is followed with the hands free may keep the screen on; no other page may. */
export function letScreenStayOn(c: Context<Env>): void {
  c.header('permissions-policy', permissionsPolicy(['screen-wake-lock']))
}
