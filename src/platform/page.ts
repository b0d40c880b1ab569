import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { type ComponentChildren, h, type VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { carryZone } from './carryZone.ts'
import { isZone } from './clock.ts'
import { bytesOf, chooseEncoding, compress, type Encoding, takes } from './compress.ts'
import { asSlots, slots, withoutSlots } from './frame.ts'
import { type KeptPage, PageCache, type Ticket } from './pageCache.ts'
import type { Piece } from './piece.ts'
import { carriesSession, maskToken } from './sessions.ts'
import { siteNoticeTag } from './siteNotice/store.ts'
import { type Visit, VisitContext } from './visit.ts'
import type { Env, Framing, PageStatus, RequestCache } from './web.ts'

interface Keeping {
  ticket: Ticket
  untilMs: number
}

/** What one request may ask of the cache; `keeping` is what it asked for the whole page. */
export function requestCache(
  c: Context<Env>,
  pages: PageCache,
): { cache: RequestCache; keeping: () => Keeping | undefined } {
  let keeping: Keeping | undefined
  const cache: RequestCache = {
    guestPage: (tags, options = {}) => {
      if (c.var.member || c.env?.ahead || carriesSession(c.req.header('cookie')) || c.req.method !== 'GET')
        return
      const untilMs = options.forSeconds
        ? c.var.now.epochMilliseconds + options.forSeconds * 1000
        : Number.POSITIVE_INFINITY
      const saidUntilMs = c.var.siteNotice?.until.epochMilliseconds ?? Number.POSITIVE_INFINITY
      keeping = {
        ticket: pages.ticket([...tags, siteNoticeTag]),
        untilMs: Math.min(untilMs, saidUntilMs),
      }
    },
    storable: (tags) => {
      if (c.env?.ahead) c.env.ahead.tags = tags
    },
    remember: (key, tags, make, bytesOf, forSeconds) =>
      pages.remember(`${c.var.locale} ${key}`, tags, make, bytesOf, {
        nowMs: c.var.now.epochMilliseconds,
        forSeconds,
      }),
  }
  return { cache, keeping: () => keeping }
}

/** Draws a piece that visitors share: with nobody's name and no form's secret in it. */
export function drawPiece(c: Context<Env>, view: VNode): string {
  return render(h(Visiting, { visit: { ...visitOf(c), member: undefined, formToken: undefined } }, view))
}

/** Draws a page, compresses it, and keeps it when the handler said that it may. */
export function drawPage(
  c: Context<Env>,
  view: VNode,
  status: PageStatus,
  pages: PageCache,
  keeping: Keeping | undefined,
  piece: Piece | undefined,
): Response {
  const { member } = c.var
  const drawn = drawWhole(view, visitOf(c))
  const zone = member ? undefined : c.req.query('zone')
  const keep = keeping && status === 200
  const accepted = c.req.header('accept-encoding')
  // A piece is compressed already, as gzip; a guest's page is kept whole, and smaller as brotli.
  const joins = piece && member && takes(accepted, 'gzip')
  const encoding = joins ? 'gzip' : chooseEncoding(accepted)
  const whole = joins || !piece ? drawn : piece.within(drawn)
  const html = zone && isZone(zone) ? carryZone(whole, zone) : whole
  const body = joins ? piece.gzipWithin(html) : compress(html, encoding)
  // A shared phone must not keep what somebody read; a cached public page is at least asked about again.
  const response = send(c, body, { encoding, status, cacheControl: keep ? 'private, no-cache' : 'no-store' })
  // A cookie is for one browser: a broken one that is taken away here must not be taken from others.
  if (keep && !response.headers.has('set-cookie'))
    pages.keepPage(pageKeyOf(c, encoding), keeping.ticket, kept(response, body, encoding), keeping.untilMs)
  return response
}

/**
 * A page of many around its piece. It is drawn for somebody without a name: what is theirs alone stands in slots, all
 * else that a view can know of them is part of the name it is kept under.
 */
export function drawFramed(
  c: Context<Env>,
  view: VNode,
  piece: Piece,
  { name, frames = piece.frames, words = '' }: Framing,
): Response {
  const visit = visitOf(c)
  const member = visit.member && asSlots(visit.member)
  const frame = frames.frame(`${name} ${JSON.stringify(allButSlots(visit))}`, () =>
    drawWhole(view, { ...visit, member, formToken: () => slots.token }),
  )
  const values = {
    token: visit.formToken ?? (() => ''),
    once: randomUUID,
    id: () => visit.member?.id ?? '',
    handle: () => visit.member?.handle ?? '',
    sessionId: () => visit.member?.sessionId ?? '',
    words: () => words,
  }
  const accepted = c.req.header('accept-encoding')
  const encoding = takes(accepted, 'gzip') ? 'gzip' : chooseEncoding(accepted)
  const body =
    encoding === 'gzip' ? frame.gzip(piece.part, values) : compress(frame.text(piece.part, values), encoding)
  return send(c, body, { encoding, status: 200, cacheControl: 'no-store' })
}

/** The day stands for the moment: a view that is kept shows no times of day that pass. */
function allButSlots({ path, locale, now, siteNotice, member }: Visit): unknown {
  const day = Math.floor(now.epochMilliseconds / 86_400_000)
  return [path, locale, day, siteNotice?.words, member && { ...member, ...withoutSlots }]
}

function drawWhole(view: VNode, visit: Visit): string {
  return `<!doctype html>${render(h(Visiting, { visit }, view))}`
}

interface Sending {
  encoding: Encoding
  status: PageStatus
  cacheControl: string
}

function send(c: Context<Env>, body: Buffer, { encoding, status, cacheControl }: Sending): Response {
  c.header('content-type', 'text/html; charset=utf-8')
  c.header('content-length', String(body.length))
  c.header('vary', 'accept-encoding, accept-language, cookie')
  // Not asked of `c.res`: once it was looked at, the framework sends every answer the long way, as a stream.
  c.header('cache-control', cacheControl)
  if (encoding !== 'identity') c.header('content-encoding', encoding)
  return c.body(bytesOf(body), status)
}

function visitOf(c: Context<Env>): Visit {
  const { locale, member, formToken, now, assets, config, siteNotice } = c.var
  const token = formToken === undefined ? undefined : () => maskToken(formToken)
  return { path: c.req.path, locale, member, formToken: token, now, assets, config, siteNotice }
}

function Visiting(props: { visit: Visit; children?: ComponentChildren }) {
  return h(VisitContext.Provider, { value: props.visit, children: props.children })
}

function pageKeyOf(c: Context<Env>, encoding: ReturnType<typeof chooseEncoding>): string {
  const url = new URL(c.req.url)
  return PageCache.pageKey(url.pathname + url.search, c.var.locale, encoding)
}

function kept(response: Response, body: Buffer, encoding: Encoding): KeptPage {
  const headers: string[] = []
  for (const [name, value] of response.headers) headers.push(name, value)
  // A copy of its own: the compressor's buffer is much larger than what it wrote into it.
  const own = Buffer.allocUnsafeSlow(body.length)
  body.copy(own)
  return { headers, body: own, encoding, reads: 0 }
}
