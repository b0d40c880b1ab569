import type { Database, Transaction } from '../platform/database/index.ts'
import { hashToken, newToken } from '../platform/sessions.ts'
import type { Role } from './members.store.ts'
import { idleDays, idleMinutesShared, sessionEnd } from './session.rules.ts'

/** A session with the member it belongs to: all that a request needs. */
export interface Session {
  id: string
  memberId: string
  handle: string
  role: Role
  zone: string | null
  formToken: string
  shared: boolean
  lastSeenAt: Temporal.Instant
  expiresAt: Temporal.Instant
  /** Something waits to be read. */
  hasNews: boolean
  roleSince: Temporal.Instant
  /** When it was last opened or confirmed with a passkey. */
  passkeyAt: Temporal.Instant | null
  /** Only looked up for those in office. */
  hasPasskey: boolean
}

export interface OpenSession {
  id: string
  /** For the browser's cookie; only its hash is stored. */
  token: string
  formToken: string
}

export async function openSession(
  tx: Transaction,
  member: { id: string; role: Role },
  device: { label: string; shared: boolean; byPasskey: boolean },
  now: Temporal.Instant,
): Promise<OpenSession> {
  const token = newToken()
  const formToken = newToken()
  const [row] = await tx<{ id: string }[]>`
    insert into sessions (token_hash, member_id, form_token, label, shared, created_at, last_seen_at, expires_at,
      passkey_at)
    values (${hashToken(token)}, ${member.id}, ${formToken}, ${device.label}, ${device.shared}, ${now}, ${now},
      ${sessionEnd(member.role, now)}, ${device.byPasskey ? now : null}) returning id`
  if (!row) throw new Error('The session was not written.')
  return { id: row.id, token, formToken }
}

export async function findSession(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<Session | undefined> {
  const [row] = await db<Session[]>`
    select sessions.id, member_id, handle, role, zone, form_token, shared, last_seen_at, expires_at,
      exists (select from notices n
        where n.member_id = members.id and n.read_at is null and n.due_at <= ${now}) as has_news,
      role_since, passkey_at, role <> 'member' and exists (select from passkeys p where p.member_id = members.id) as has_passkey
    from sessions join members on members.id = member_id where token_hash = ${hashToken(token)}`
  return row
}

export async function markSeen(db: Database, sessionId: string, now: Temporal.Instant): Promise<void> {
  await db`update sessions set last_seen_at = ${now} where id = ${sessionId}`
}

/** This session has just shown a passkey. */
export async function markConfirmed(
  tx: Transaction,
  memberId: string,
  sessionId: string,
  now: Temporal.Instant,
) {
  await tx`update sessions set passkey_at = ${now} where id = ${sessionId} and member_id = ${memberId}`
  tx.announce(sessionsChannel, { memberId })
}

export interface ListedSession {
  id: string
  label: string
  shared: boolean
  createdAt: Temporal.Instant
  lastSeenAt: Temporal.Instant
  expiresAt: Temporal.Instant
  passkeyAt: Temporal.Instant | null
}

export async function listSessions(db: Database, memberId: string): Promise<ListedSession[]> {
  return db<ListedSession[]>`
    select id, label, shared, created_at, last_seen_at, expires_at, passkey_at from sessions
    where member_id = ${memberId} order by last_seen_at desc, id desc`
}

/** @returns false when the member has no such session (any more) */
export async function endSession(tx: Transaction, memberId: string, sessionId: string): Promise<boolean> {
  const rows = await tx`delete from sessions where id = ${sessionId} and member_id = ${memberId} returning id`
  announceSessions(tx, memberId)
  return rows.length > 0
}

/** Ends every session but this one; forgets which devices signed in before, since one may be a thief's. */
export async function endOtherSessions(tx: Transaction, memberId: string, keptId: string): Promise<void> {
  await tx`delete from sessions where member_id = ${memberId} and id <> ${keptId}`
  await tx`delete from device_marks where member_id = ${memberId}`
  announceSessions(tx, memberId)
}

export async function endAllSessions(tx: Transaction, memberId: string): Promise<void> {
  await tx`delete from sessions where member_id = ${memberId}`
  await tx`delete from device_marks where member_id = ${memberId}`
  announceSessions(tx, memberId)
}

/** Every node forgets what it remembers of this member's sessions, and ends the streams they opened. */
export const sessionsChannel = 'account sessions'

/** For whoever changed what a member may do: their open pages ask again. */
export function announceSessions(tx: Transaction, memberId: string): void {
  tx.announce(sessionsChannel, { memberId })
}

/** Every node looks again whether these members have something to read: `{ memberIds, isMore? }`. */
export const newsChannel = 'account news'

export async function addDeviceMark(
  tx: Transaction,
  memberId: string,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  await tx`
    insert into device_marks (token_hash, member_id, expires_at)
    values (${hashToken(token)}, ${memberId}, ${now.add({ hours: deviceMarkDays * 24 })})`
  return token
}

export const deviceMarkDays = 180

export async function isMarkedDevice(
  db: Database,
  token: string,
  memberId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await db`
    select 1 from device_marks
    where token_hash = ${hashToken(token)} and member_id = ${memberId} and expires_at > ${now}`
  return rows.length > 0
}

/** What no longer opens anything is not kept. */
export async function removeEnded(tx: Transaction, now: Temporal.Instant): Promise<void> {
  const idle = now.subtract({ hours: idleDays * 24 })
  const idleShared = now.subtract({ minutes: idleMinutesShared })
  const hasEnded = tx`
    expires_at <= ${now} or last_seen_at <= ${idle} or (shared and last_seen_at <= ${idleShared})`
  // A device that is told of news is told on when its session merely ran out; what was signed out goes silent. A shared one too.
  await tx`
    update push_devices set session_id = null
    where session_id in (select id from sessions where not shared and (${hasEnded}))`
  const ended = await tx<{ memberId: string }[]>`delete from sessions where ${hasEnded} returning member_id`
  for (const memberId of new Set(ended.map((session) => session.memberId))) announceSessions(tx, memberId)
  await tx`delete from device_marks where expires_at <= ${now}`
  await tx`delete from operator_invites where expires_at <= ${now.subtract({ hours: 7 * 24 })}`
}
