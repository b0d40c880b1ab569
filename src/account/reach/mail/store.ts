import type { Database, Transaction } from '../../../platform/database/index.ts'
import { hashToken } from '../../../platform/sessions.ts'
import { answerKinds, type Kinds, mailGapMinutes, type Pace, settleSeconds, urgentKinds } from '../rules.ts'

export interface Choices {
  pace: Pace
  hour: number
  zone: string
  kinds: Kinds
  nextAt: Temporal.Instant
}

export interface MailAddress extends Choices {
  memberId: string
  sealed: Buffer
  locale: string
  addedAt: Temporal.Instant
  confirmedAt: Temporal.Instant | null
  failures: number
}

export async function findAddress(db: Database, memberId: string): Promise<MailAddress | undefined> {
  const [row] = await db<MailAddress[]>`
    select member_id, sealed, pace, hour, zone, kinds, next_at, locale, added_at, confirmed_at, failures
    from mail_addresses where member_id = ${memberId}`
  return row
}

/** In place of the one there was; nothing is sent to it before it is confirmed. */
export async function addAddress(
  tx: Transaction,
  address: { memberId: string; sealed: Buffer; stopToken: string; locale: string } & Choices,
  confirmUntil: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await removeAddress(tx, address.memberId)
  const { memberId, sealed, stopToken, locale, pace, hour, zone, kinds, nextAt } = address
  await tx`
    insert into mail_addresses
      (member_id, sealed, stop_hash, confirm_until, pace, hour, zone, kinds, locale, added_at, told_at, next_at)
    values (${memberId}, ${sealed}, ${hashToken(stopToken)}, ${confirmUntil}, ${pace}, ${hour}, ${zone}, ${kinds},
      ${locale}, ${now}, ${now}, ${nextAt})`
}

export async function changeChoices(tx: Transaction, memberId: string, choices: Choices): Promise<void> {
  const { pace, hour, zone, kinds, nextAt } = choices
  await tx`
    update mail_addresses
    set pace = ${pace}, hour = ${hour}, zone = ${zone}, kinds = ${kinds}, next_at = ${nextAt}
    where member_id = ${memberId}`
}

export async function removeAddress(db: Database, memberId: string): Promise<void> {
  await db`delete from mail_addresses where member_id = ${memberId}`
}

/** The link of this word, and no earlier one, confirms the address. */
export async function keepConfirmToken(db: Database, memberId: string, token: string): Promise<void> {
  await db`
    update mail_addresses set confirm_hash = ${hashToken(token)}
    where member_id = ${memberId} and confirmed_at is null`
}

export async function isConfirmable(db: Database, token: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await db`
    select 1 from mail_addresses
    where confirm_hash = ${hashToken(token)} and confirmed_at is null and confirm_until > ${now}`
  return rows.length > 0
}

/** @returns false when the link was used, is too old or never was one */
export async function confirm(db: Database, token: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await db`
    update mail_addresses set confirmed_at = ${now}, told_at = ${now}, confirm_hash = null
    where confirm_hash = ${hashToken(token)} and confirmed_at is null and confirm_until > ${now}
    returning member_id`
  return rows.length > 0
}

/** Erases the address whose mails carry this word. Twice is no mistake. */
export async function stop(db: Database, token: string): Promise<void> {
  await db`delete from mail_addresses where stop_hash = ${hashToken(token)}`
}

export async function removeUnconfirmed(db: Database, now: Temporal.Instant): Promise<void> {
  await db`delete from mail_addresses where confirmed_at is null and confirm_until <= ${now}`
}

export interface DueMail extends MailAddress {
  /** False: the hour of the day has come, and nothing waits. */
  waits: boolean
}

/** Addresses that are due: something has come since they were last told, or their hour of the day is here. */
export async function listDueMails(db: Database, now: Temporal.Instant, most: number): Promise<DueMail[]> {
  const until = now.subtract({ seconds: settleSeconds })
  const rested = now.subtract({ minutes: mailGapMinutes })
  return db<DueMail[]>`
    select a.member_id, a.sealed, a.pace, a.hour, a.zone, a.kinds, a.next_at, a.locale, a.added_at, a.confirmed_at,
      a.failures, n.waiting > 0 as waits
    from mail_addresses a
    left join quiet_hours q on q.member_id = a.member_id
    cross join lateral (
      select coalesce(bool_or(kind = any(${urgentKinds})), false) as is_urgent, count(*) as waiting from notices n
      where n.member_id = a.member_id and n.read_at is null and n.due_at > a.told_at and n.due_at <= ${until}
        and (a.kinds = 'all' or (a.kinds = 'answers' and n.kind = any(${answerKinds}))
          or (a.kinds = 'urgent' and n.kind = any(${urgentKinds})))
    ) n
    where a.confirmed_at is not null and (a.retry_at is null or a.retry_at <= ${now})
      and after_quiet(${now}, q.zone, q.from_minute, q.to_minute) <= ${now}
      and ((a.pace = 'daily' and a.next_at <= ${now})
        or (a.pace = 'once' and n.waiting > 0 and (n.is_urgent or a.told_at <= ${rested})))
    order by a.told_at, a.member_id limit ${most}`
}

export async function markMailed(
  db: Database,
  memberId: string,
  nextAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await db`
    update mail_addresses
    set told_at = ${now.subtract({ seconds: settleSeconds })}, next_at = ${nextAt}, failures = 0, retry_at = null
    where member_id = ${memberId}`
}

export async function markUnmailed(
  db: Database,
  memberId: string,
  failures: number,
  retryAt: Temporal.Instant,
): Promise<void> {
  await db`
    update mail_addresses set failures = ${failures}, retry_at = ${retryAt} where member_id = ${memberId}`
}
