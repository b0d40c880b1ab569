import type { Context, MiddlewareHandler } from 'hono'
import type { Bus } from '../platform/live/index.ts'
import { clearSessionCookie, readSessionCookie } from '../platform/sessions.ts'
import type { Env } from '../platform/web.ts'
import { officeNow } from './office.rules.ts'
import { isLive, seenIsOld } from './session.rules.ts'
import { findSession, markSeen, newsChannel, type Session, sessionsChannel } from './sessions.store.ts'

interface Remembered {
  session: Session
  readAt: number
}

// One node's memory of who is signed in: a member's page costs no query for it. Losing it costs one query each.
const remembered = new Map<string, Remembered>()
/** The tokens of each member in it: every answer in the forum is news to somebody. */
const tokensOf = new Map<string, Set<string>>()
const mostRemembered = 5000
// What another node ended is announced; should the announcement be lost, it ends here a minute later.
const rememberedSeconds = 60

// Rises with every ending, so that a row read just before one is not remembered just after it.
let endings = 0

const heard = new WeakSet<Bus>()

/** Puts the signed-in member and the secret for their forms into `c.var`; leaves both out for a guest. */
export const readMember: MiddlewareHandler<Env> = async (c, next) => {
  hearOfEndedSessions(c.var.live)
  const token = readSessionCookie(c)
  const session = token && (await currentSession(c, token))
  if (session) {
    const { memberId: id, handle, zone, id: sessionId, formToken, hasNews } = session
    const office = officeNow(session, c.var.config, c.var.now)
    c.set('member', { id, handle, ...office, zone, sessionId, hasNews })
    c.set('formToken', formToken)
  } else if (token) clearSessionCookie(c)
  await next()
}

async function currentSession(c: Context<Env>, token: string): Promise<Session | undefined> {
  const { db, now } = c.var
  const before = remembered.get(token)
  const isFresh = before && Math.abs(now.epochMilliseconds - before.readAt) < rememberedSeconds * 1000
  const endingsBefore = endings
  const session = isFresh ? before.session : await findSession(db, token, now)
  if (!session || !isLive(session, now)) {
    forget(token)
    return undefined
  }
  if (seenIsOld(session, now)) {
    await markSeen(db, session.id, now)
    session.lastSeenAt = now
  }
  if (!isFresh && endings === endingsBefore) remember(token, session, now)
  return session
}

function remember(token: string, session: Session, now: Temporal.Instant): void {
  if (remembered.size >= mostRemembered) for (const oldest of remembered.keys().take(1)) forget(oldest)
  remembered.set(token, { session, readAt: now.epochMilliseconds })
  tokensOf.set(session.memberId, (tokensOf.get(session.memberId) ?? new Set()).add(token))
}

function forget(token: string): void {
  const before = remembered.get(token)
  if (!before) return
  remembered.delete(token)
  const { memberId } = before.session
  const tokens = tokensOf.get(memberId)
  tokens?.delete(token)
  if (tokens?.size === 0) tokensOf.delete(memberId)
}

/** After a change to a member or their sessions: the next request reads them again. */
export function forgetMember(memberId: string): void {
  endings += 1
  for (const token of tokensOf.get(memberId) ?? []) forget(token)
}

/** More to read changes nothing for somebody who is known to have something to read. */
function knowsOfNews(memberId: string): boolean {
  const tokens = [...(tokensOf.get(memberId) ?? [])]
  return tokens.length > 0 && tokens.every((token) => remembered.get(token)?.session.hasNews)
}

function hearOfEndedSessions(live: Bus): void {
  if (heard.has(live)) return
  heard.add(live)
  live.on(sessionsChannel, ({ memberId }) => {
    forgetMember(String(memberId))
    live.closeStreamsOf(memberId)
  })
  live.on(newsChannel, ({ memberIds, isMore }) => {
    for (const memberId of memberIds as string[])
      if (!isMore || !knowsOfNews(memberId)) forgetMember(memberId)
  })
}
