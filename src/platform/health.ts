import type { Context } from 'hono'
import type { Env } from './web.ts'

/** Whether the process answers. */
export function healthz(c: Context<Env>): Response {
  return c.text('ok\n')
}

/** Whether it can do its work: the database answers within two seconds. */
export async function readyz(c: Context<Env>): Promise<Response> {
  const late = AbortSignal.timeout(2000)
  const gaveUp = new Promise<'late'>((resolve) => late.addEventListener('abort', () => resolve('late')))
  const answered = c.var.db.unsafe('select 1').then(
    () => 'ready' as const,
    () => 'broken' as const,
  )
  const state = await Promise.race([answered, gaveUp])
  return c.text(`${state}\n`, state === 'ready' ? 200 : 503)
}
