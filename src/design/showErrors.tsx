import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refusal } from '../platform/errors.ts'
import { readBody } from '../platform/guards.ts'
import { pageBefore } from '../platform/pageBefore.ts'
import type { Env, PageStatus } from '../platform/web.ts'
import { ErrorPage, type Kept } from './errorPage.tsx'
import { wordsField } from './fields.tsx'

/** No page is at this address. */
export function showNotFound(c: Context<Env>): Response {
  return c.var.page(<ErrorPage status={404} />, 404)
}

/** The one place where what was thrown becomes a page: a refusal is shown, a fault is logged once and named. */
export async function showError(error: Error, c: Context<Env>): Promise<Response> {
  if (error instanceof Refusal) {
    // The rest of a body that is too large is not read; nothing more can come on this connection.
    if (error.status === 413) c.header('connection', 'close')
    if (error.retryAfterSeconds !== undefined) c.header('retry-after', String(error.retryAfterSeconds))
    // What a form is sent to is often no page.
    const back = c.req.method === 'GET' ? c.req.path + new URL(c.req.url).search : (pageBefore(c) ?? '/')
    const kept = await keptOf(c, error)
    if (error.first && !kept) return c.redirect(`${error.first}?next=${encodeURIComponent(back)}`, 303)
    return c.var.page(
      <ErrorPage
        status={error.status}
        sentence={error.sentence}
        signInFor={error.signIn ? back : undefined}
        retryAfterSeconds={error.retryAfterSeconds}
        kept={kept}
      />,
      error.status,
    )
  }
  // The framework's own refusals (another site's form, a body too large) keep their status.
  if (error instanceof HTTPException && error.status < 500)
    return c.var.page(<ErrorPage status={error.status} />, error.status as PageStatus)
  const reference = randomBytes(4).toString('hex')
  // The route, never the address: an address can hold what somebody typed. The stack names our own lines.
  const fault = { reference, method: c.req.method, route: c.req.routePath, stack: withoutQuotes(error) }
  c.var.log.error(fault, 'a fault')
  return c.var.page(<ErrorPage status={500} reference={reference} kept={await keptOf(c)} />, 500)
}

/** What somebody wrote into the form that was not taken; undefined where they wrote nothing in several lines. */
async function keptOf(c: Context<Env>, refusal?: Refusal): Promise<Kept | undefined> {
  if (c.req.method !== 'POST' || !c.var.bodyIsBounded || refusal?.status === 413) return undefined
  const body = await readBody(c).catch(() => ({}))
  const texts = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((text) => (typeof text === 'string' ? [[name, text] as [string, string]] : [])),
  )
  const areas = new Set(texts.flatMap(([name, text]) => (name === wordsField ? [text] : [])))
  const words = texts.filter(([name, text]) => areas.has(name) && text.trim() !== '')
  if (words.length === 0) return undefined
  return {
    action: c.req.path + new URL(c.req.url).search,
    words,
    rest: texts.filter(([name]) => !areas.has(name) && name !== wordsField && name !== '_token'),
    again: againAfter(c, refusal),
  }
}

function againAfter(c: Context<Env>, refusal: Refusal | undefined): Kept['again'] {
  // A fault says its reference, and may happen again.
  if (!refusal) return undefined
  if (c.var.formIsStale) return 'now'
  if (refusal.first) return { first: refusal.first, is: 'confirm' }
  return refusal.signIn ? { first: '/sign-in', is: 'signIn' } : undefined
}

/** Databases and parsers quote what they stumbled over: it may be what somebody wrote. */
function withoutQuotes({ message, stack }: Error): string | undefined {
  return stack?.replace(message, () => message.replace(/".*"/s, '"…"'))
}
