import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { Assets } from './assets.ts'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import { Refusal } from './errors.ts'
import type { Jobs } from './jobs.ts'
import { negotiateLanguage } from './languages.ts'
import { type Limits, senderKey } from './limits.ts'
import type { Bus } from './live/index.ts'
import type { Log } from './log.ts'
import { drawFramed, drawPage, drawPiece, requestCache } from './page.ts'
import type { PageCache } from './pageCache.ts'
import { headersBeside, securityHeaders } from './securityHeaders.ts'
import { sameToken } from './sessions.ts'
import type { Env } from './web.ts'

/** What a running Newleaf is made of; tests make one of their own. */
export interface Parts {
  db: Database
  /** The same database on lines of their own: searches hold up nobody else. */
  searchDb: Database
  config: Config
  live: Bus
  pages: PageCache
  jobs: Jobs
  limits: Limits
  log: Log
  assets: Assets
  now: () => Temporal.Instant
}

type Guard = MiddlewareHandler<Env>

/** Gives every handler what it works with, in `c.var`. */
export function provide(parts: Parts): Guard {
  const { db, searchDb, config, live, pages, jobs, limits, log, assets } = parts
  return async (c, next) => {
    keepVars(c)
    const { cache, keeping } = requestCache(c, pages)
    c.set('db', c.env?.ahead?.db ?? db)
    c.set('searchDb', c.env?.ahead?.db ?? searchDb)
    c.set('config', config)
    c.set('live', live)
    c.set('jobs', jobs)
    c.set('limits', limits)
    c.set('log', log)
    c.set('assets', assets)
    c.set('cache', cache)
    c.set('now', parts.now())
    c.set('locale', negotiateLanguage(c.req.header('accept-language')))
    c.set('page', (view, status = 200, piece, framing) =>
      piece && framing
        ? drawFramed(c, view, piece, framing)
        : drawPage(c, view, status, pages, keeping(), piece),
    )
    c.set('draw', (view) => drawPiece(c, view))
    await next()
  }
}

/** The framework copies all of `c.var` each time it is asked for; a page asks some forty times. */
function keepVars(c: Context<Env>): void {
  const vars: Record<string, unknown> = {}
  Object.defineProperty(c, 'var', { value: vars })
  c.set = (key: string, value: unknown) => {
    vars[key] = value
  }
  c.get = (key: string) => vars[key]
}

export function secure(config: Config): Guard {
  const headers = Object.entries(securityHeaders(config))
  return async (c, next) => {
    await next()
    const beside = headersBeside((name) => c.res.headers.get(name), headers)
    for (const [name, value] of beside) c.res.headers.set(name, value)
  }
}

/** Refuses forms that another site sends. Behind a proxy our own scheme is unknown, so hosts are compared. */
export function ownForms(config: Config): Guard {
  return csrf({
    origin: (origin, c) => {
      if (config.publicUrl) return origin === config.publicUrl
      return (
        URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
      )
    },
  })
}

/**
 * A member's form must carry the secret of their session, besides coming from this site. One that does not comes
 * from a guest for all we know: `requireMember` refuses it, and a page may give back the words that were typed.
 */
export const formToken: Guard = async (c, next) => {
  if (c.var.member && c.var.formToken && !/^(GET|HEAD|OPTIONS)$/.test(c.req.method)) {
    const body = await readBody(c)
    const sent = body._token
    if (!sameToken(Array.isArray(sent) ? sent[0] : sent, c.var.formToken)) {
      c.set('member', undefined)
      c.set('formIsStale', true)
    }
  }
  await next()
}

/** The submitted form; a body that is no form is refused as such instead of failing. */
export async function readBody(c: Context<Env>): Promise<Record<string, unknown>> {
  try {
    // Read as text, a request stays as light as it came; `parseBody` would first build a whole one of the web's kind.
    if (c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded'))
      return cleanedFields(fieldsOf(new URLSearchParams(await c.req.text())))
    return cleanedFields(await c.req.parseBody({ all: true }))
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error
    throw new Refusal(400)
  }
}

/** In all texts of a form, whoever reads them how. */
function cleanedFields(fields: Record<string, unknown>): Record<string, unknown> {
  const cleaned = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(cleaned) : typeof value === 'string' ? cleanText(value) : value
  for (const [name, value] of Object.entries(fields)) fields[name] = cleaned(value)
  return fields
}

/** PostgreSQL cannot hold U+0000, a lone surrogate is no text, and a browser sends line ends as CR LF. */
function cleanText(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()
}

/** A name that comes twice has all its values, as in `parseBody`. */
function fieldsOf(sent: URLSearchParams): Record<string, unknown> {
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of sent) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

const kilobyte = 1024

/**
 * @param larger path prefix -> bytes, for the few forms that take a file. Only from an operator: whatever is sent is
 *   read into memory before a page can refuse it.
 */
export function smallBodies(larger: Record<string, number>): Guard {
  const refuse = () => {
    throw new Refusal(413)
  }
  const limitTo = (maxSize: number): Guard => {
    const counted = bodyLimit({ maxSize, onError: refuse })
    return (c, next) => {
      // Node holds a sender to the length they announced: only one of unknown length has to be counted.
      const length = c.req.header('content-length')
      c.set('bodyIsBounded', true)
      if (!length || c.req.header('transfer-encoding')) return counted(c, next)
      if (Number(length) > maxSize) return refuse()
      return next()
    }
  }
  const usual = limitTo(256 * kilobyte)
  const special = Object.entries(larger).map(([prefix, maxSize]) => ({ prefix, limit: limitTo(maxSize) }))
  return (c, next) => {
    // Asking the request for its body, even for none, makes the framework build a much dearer one.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const match =
      c.var.member?.role === 'operator'
        ? special.find(({ prefix }) => c.req.path.startsWith(prefix))
        : undefined
    return (match?.limit ?? usual)(c, next)
  }
}

/** Throws a refusal (429) when the network this request comes from did something too often. */
export async function limit(
  c: Context<Env>,
  name: string,
  allowed: { points: number; seconds: number },
): Promise<void> {
  await c.var.limits.count(name, senderOf(c), allowed)
}

/** The network this request comes from, under a name of today that cannot be turned back. */
export function senderOf(c: Context<Env>): string {
  return senderKey(addressOf(c), c.var.now)
}

function addressOf(c: Context<Env>): string {
  if (c.var.config.trustProxy) {
    // The last entry is the one our own proxy wrote; those before it are whatever the visitor claims.
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded) return forwarded
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // In-process tests have no connection.
    return 'unknown'
  }
}
