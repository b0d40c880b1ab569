import type { Context } from 'hono'
import { Hono } from 'hono'
import type { VNode } from 'preact'
import type { Assets } from './assets.ts'
import { isZone } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import { notFound, Refusal } from './errors.ts'
import type { Frames } from './frame.ts'
import type { Jobs } from './jobs.ts'
import type { Limits } from './limits.ts'
import type { Bus } from './live/index.ts'
import type { Log } from './log.ts'
import type { Piece } from './piece.ts'
import type { SiteNotice } from './siteNotice/store.ts'

/** Somebody signed in, as every handler knows them. */
export interface Member {
  id: string
  handle: string
  /** What this session may do now. */
  role: 'member' | 'moderator' | 'operator'
  /** An office that is closed until a passkey is added, or shown again. */
  closed?: { role: 'moderator' | 'operator'; until: 'added' | 'confirmed' } | undefined
  /** The day by which somebody in office has to add a passkey. */
  passkeyBy?: Temporal.Instant | undefined
  zone: string | null
  sessionId: string
  /** Something waits on the page of notices. */
  hasNews: boolean
}

export type PageStatus =
  | 200
  | 201
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 410
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503

export interface RequestCache {
  /**
   * Call first in a GET handler: this answer may be kept whole for guests until a tag changes
   * (or for so many seconds). Does nothing for members.
   */
  guestPage(tags: string[], options?: { forSeconds?: number }): void
  /**
   * This page may be drawn ahead and stored for guests: it shows nothing that depends on the moment, and every tag
   * of what it shows is named, each beginning with `=`.
   */
  storable(tags: string[]): void
  /**
   * What many pages share, such as the posts of a topic: made once (for this language) until a tag changes.
   * @param bytesOf about what it takes in memory
   * @param forSeconds and no longer
   */
  remember<T extends object>(
    key: string,
    tags: string[],
    make: () => Promise<T>,
    bytesOf: (made: T) => number,
    forSeconds?: number,
  ): Promise<T>
}

/** A page that is drawn once for many. */
export interface Framing {
  /** What it depends on, besides what is in every visit and what it is kept with. */
  name: string
  /** Where it is kept; with its piece, unless it stands around many. */
  frames?: Frames
  words?: string
}

interface Vars {
  db: Database
  searchDb: Database
  config: Config
  live: Bus
  cache: RequestCache
  jobs: Jobs
  limits: Limits
  log: Log
  assets: Assets
  now: Temporal.Instant
  locale: string
  /** Undefined for a guest. */
  member: Member | undefined
  /** The session's secret that every form of a member carries (masked). */
  formToken: string | undefined
  /** A member sent a form without the secret of this session: they count as a guest, and nothing is done. */
  formIsStale: boolean | undefined
  /** The body was let in by its length, or is counted while it is read: before that nobody may read it. */
  bodyIsBounded: boolean | undefined
  /** What the operator says to everybody for now. */
  siteNotice: SiteNotice | undefined
  /**
   * Draws a whole page. Personal pages are never kept by a browser or a proxy.
   * @param piece stands where the view has <PieceHere />
   * @param framing the view has `asSlots(member)` for the member, `slots.once` for a fresh id and `slots.words` for what
   *   they typed: it is given to all for whom it is the same by its name, their rights and what is in every visit
   */
  page: (view: VNode, status?: PageStatus, piece?: Piece, framing?: Framing) => Response
  /** Draws what visitors share, for a piece or a live event: it knows no member. */
  draw: (view: VNode) => string
}

/** A page that is drawn before anybody asks for it, in a snapshot of the database; `tags` is what it depends on. */
export interface Ahead {
  db: Database
  tags: string[] | undefined
}

export type Env = { Variables: Vars; Bindings: { ahead?: Ahead } }

/** The addresses of one slice. */
export function slice(): Hono<Env> {
  return new Hono<Env>()
}

/** A decimal id from the path. Anything else is no address of ours. */
export function getId(c: Context<Env>, name: string): string {
  const id = c.req.param(name) ?? ''
  // 18 digits always fit into PostgreSQL's bigint.
  if (!/^[1-9]\d{0,17}$/.test(id)) throw notFound()
  return id
}

/** The page number of a list, from 1; nonsense counts as 1. */
export function pageOf(c: Context<Env>): number {
  const page = Number(c.req.query('page'))
  return Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}

/** The signed-in member, or a refusal that leads through sign-in and back. */
export function requireMember(c: Context<Env>): Member {
  if (!c.var.member) throw memberFirst(c)
  return c.var.member
}

/** Whoever sends this is nobody for all we know: what they wrote is given back with it. */
export function memberFirst(c: Context<Env>): Refusal {
  return c.var.formIsStale ? new Refusal(403) : new Refusal(401, undefined, { signIn: true })
}

/** The operator. For everybody else such pages do not exist. */
export function requireOperator(c: Context<Env>): Member {
  const member = requireMember(c)
  if (member.role !== 'operator') throw member.closed?.role === 'operator' ? passkeyFirst() : notFound()
  return member
}

/** The office is theirs, but this session has not shown a passkey in time. */
export function passkeyFirst(): Refusal {
  return new Refusal(403, undefined, { first: '/account/passkeys/confirm' })
}

/** The zone somebody told us: in the address, or with their account. Undefined: nobody did. */
export function chosenZone(c: Context<Env>): string | undefined {
  const asked = c.req.query('zone')
  if (asked && isZone(asked)) return asked
  const own = c.var.member?.zone
  return own && isZone(own) ? own : undefined
}

/** The zone times are shown in: the one somebody told us, else the operator's default. */
export function zoneOf(c: Context<Env>): string {
  return chosenZone(c) ?? c.var.config.defaultZone
}
