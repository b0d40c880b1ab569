import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Transaction, transaction } from '../platform/database/index.ts'
import { refused } from '../platform/errors.ts'
import { clearSessionCookie, setSessionCookie } from '../platform/sessions.ts'
import type { Env, Member } from '../platform/web.ts'
import { handleKey } from './handle.rules.ts'
import { hashingIsBusy, isSecret } from './hashing.ts'
import { openLockout } from './lockout.ts'
import { findSecrets, findSecretsByHandle, type Secrets } from './members.store.ts'
import { t } from './messages.ts'
import { forgetMember } from './readMember.ts'
import { deviceLabel } from './session.rules.ts'
import {
  addDeviceMark,
  deviceMarkDays,
  endSession,
  isMarkedDevice,
  listSessions,
  type OpenSession,
  openSession,
} from './sessions.store.ts'
import { counterKey } from './tokens.ts'

const lockout = openLockout()
const daySeconds = 24 * 60 * 60

type Answer = { member: Secrets } | { waitSeconds: number } | 'wrong'

/** Whether somebody is who they say. The same answer, after the same work, for a handle that nobody has. */
export async function checkSignIn(c: Context<Env>, handle: string, passphrase: string): Promise<Answer> {
  const { db, now } = c.var
  const secrets = await findSecretsByHandle(db, handle)
  const mark = readDeviceCookie(c)
  const knowsThisDevice = mark && secrets && (await isMarkedDevice(db, mark, secrets.id, now))
  const key = knowsThisDevice ? counterKey('device', mark) : counterKey('handle', handleKey(handle))
  return (
    (await inTries(c, key, passphrase, secrets?.passphraseHash)) ?? (secrets ? { member: secrets } : 'wrong')
  )
}

/** Asks a signed-in member for the passphrase again, before something that cannot be undone. */
export async function checkAgain(
  c: Context<Env>,
  memberId: string,
  passphrase: string,
): Promise<{ mistake: string; status: 422 | 429 } | undefined> {
  const secrets = await findSecrets(c.var.db, memberId)
  const answer = await inTries(c, counterKey('again', memberId), passphrase, secrets?.passphraseHash)
  if (answer === undefined) return undefined
  if (answer === 'wrong') return { mistake: 'mistake.passphrase.wrong', status: 422 }
  c.header('retry-after', String(answer.waitSeconds))
  return { mistake: 'mistake.passphrase.wait', status: 429 }
}

async function inTries(
  c: Context<Env>,
  key: string,
  passphrase: string,
  hash: string | undefined,
): Promise<{ waitSeconds: number } | 'wrong' | undefined> {
  const waitSeconds = lockout.secondsToWait(key, c.var.now)
  if (waitSeconds > 0) return { waitSeconds }
  refuseWhenBusy(c)
  // Counted before it is known, or a hundred tries at once would all be free.
  lockout.failed(key, c.var.now)
  if (!(await isSecret(passphrase, hash))) return 'wrong'
  lockout.succeeded(key)
  return undefined
}

export function refuseWhenBusy(c: Context<Env>): void {
  if (hashingIsBusy()) throw refused(t(c.var.locale)('busy'), 429)
}

type Entering = Pick<Member, 'id' | 'handle' | 'role' | 'zone'>

/** What to do with the browser once the transaction that opened the session has committed. */
export interface Entered extends OpenSession {
  member: Member
  mark: string | undefined
  shared: boolean
}

/** Opens a session, in place of the one this browser had. */
export async function enter(
  c: Context<Env>,
  tx: Transaction,
  member: Entering,
  shared: boolean,
  byPasskey = false,
): Promise<Entered> {
  const { now, member: before } = c.var
  const { id, handle, role, zone } = member
  if (before) await endSession(tx, before.id, before.sessionId)
  const device = { label: deviceLabel(c.req.header('user-agent')), shared, byPasskey }
  const session = await openSession(tx, member, device, now)
  const known = readDeviceCookie(c)
  const keeps = known !== undefined && (await isMarkedDevice(tx, known, member.id, now))
  return {
    ...session,
    // Whether something waits is looked up with the next request.
    member: { id, handle, role, zone, sessionId: session.id, hasNews: false },
    shared,
    mark: shared || keeps ? undefined : await addDeviceMark(tx, id, now),
  }
}

export async function enterNow(c: Context<Env>, member: Entering, shared: boolean): Promise<void> {
  giveCookies(c, await transaction(c.var.db, (tx) => enter(c, tx, member, shared)))
}

/** From here on the request is the member's, so that the page it draws is too. */
export function giveCookies(c: Context<Env>, { token, formToken, member, mark, shared }: Entered): void {
  if (c.var.member) forgetMember(c.var.member.id)
  c.set('member', member)
  c.set('formToken', formToken)
  setSessionCookie(c, token, shared ? undefined : 90 * daySeconds)
  if (mark) setDeviceCookie(c, mark)
}

/** Whether this session was opened with "shared device" ticked. */
export async function isSharedDevice(c: Context<Env>, member: Member): Promise<boolean> {
  const sessions = await listSessions(c.var.db, member.id)
  return sessions.some(({ id, shared }) => id === member.sessionId && shared)
}

/**
 * Takes what is kept of a member from a browser that is left.
 * @param more `storage` is also what the sealed journal keeps there, which belongs to no account: only where the device is shared
 */
export function clearBrowser(c: Context<Env>, ...more: ('cookies' | 'storage')[]): void {
  clearSessionCookie(c)
  c.header('clear-site-data', ['cache', ...more].map((kind) => `"${kind}"`).join(', '))
}

// Says only "somebody signed in here before"; it opens nothing. Its name must not read as the session's.
function deviceCookie(c: Context<Env>): string {
  return c.var.config.overTls ? '__Host-newleaf-device' : 'newleaf-device'
}

function readDeviceCookie(c: Context<Env>): string | undefined {
  const value = getCookie(c, deviceCookie(c))
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

function setDeviceCookie(c: Context<Env>, mark: string): void {
  setCookie(c, deviceCookie(c), mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.config.overTls,
    maxAge: deviceMarkDays * daySeconds,
  })
}
