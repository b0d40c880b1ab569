import type { Database, Transaction } from '../../../platform/database/index.ts'
import {
  answerKinds,
  type Kinds,
  pushGapMinutes,
  settleSeconds,
  urgentKinds,
  type Wording,
} from '../rules.ts'

export interface PushKey {
  publicKey: string
  privateKey: string
}

/** The key of all nodes: the one that is there, or this one from now on. */
export async function findOrKeepKey(db: Database, fresh: PushKey): Promise<PushKey> {
  await db`insert into push_key ${db({ publicKey: fresh.publicKey, privateKey: fresh.privateKey })} on conflict do nothing`
  const [row] = await db<PushKey[]>`select public_key, private_key from push_key`
  if (!row) throw new Error('The key for push is gone.')
  return row
}

export interface Device {
  id: string
  sessionId: string | null
  label: string
  wording: Wording
  kinds: Kinds
  addedAt: Temporal.Instant
}

export async function listDevices(db: Database, memberId: string): Promise<Device[]> {
  return db<Device[]>`
    select id, session_id, label, wording, kinds, added_at from push_devices
    where member_id = ${memberId} order by added_at, id`
}

export interface NewDevice {
  memberId: string
  sessionId: string
  /** Of its address, so that one device is one row, whoever uses it. */
  name: Buffer
  sealed: Buffer
  label: string
  wording: Wording
  kinds: Kinds
  locale: string
}

/** A device belongs to whoever turned it on last. */
export async function addDevice(tx: Transaction, device: NewDevice, now: Temporal.Instant): Promise<void> {
  await tx`delete from push_devices where name = ${device.name}`
  await tx`
    insert into push_devices (member_id, session_id, name, sealed, label, wording, kinds, locale, added_at, told_at)
    values (${device.memberId}, ${device.sessionId}, ${device.name}, ${device.sealed}, ${device.label},
      ${device.wording}, ${device.kinds}, ${device.locale}, ${now}, ${now})`
}

export async function changeDevice(
  db: Database,
  memberId: string,
  id: string,
  { wording, kinds }: { wording: Wording; kinds: Kinds },
): Promise<void> {
  await db`update push_devices set wording = ${wording}, kinds = ${kinds} where id = ${id} and member_id = ${memberId}`
}

/** @returns false when the member has no such device (any more) */
export async function removeDevice(tx: Transaction, memberId: string, id: string): Promise<boolean> {
  const rows = await tx`delete from push_devices where id = ${id} and member_id = ${memberId} returning id`
  return rows.length > 0
}

export interface DueDevice {
  id: string
  memberId: string
  sealed: Buffer
  wording: Wording
  locale: string
  failures: number
  isUrgent: boolean
}

/** Devices of members for whom something has come since they were last told, outside of their quiet hours. */
export async function listDue(db: Database, now: Temporal.Instant, most: number): Promise<DueDevice[]> {
  const until = now.subtract({ seconds: settleSeconds })
  const rested = now.subtract({ minutes: pushGapMinutes })
  return db<DueDevice[]>`
    select d.id, d.member_id, d.sealed, d.wording, d.locale, d.failures, n.is_urgent
    from push_devices d
    left join quiet_hours q on q.member_id = d.member_id
    cross join lateral (
      select bool_or(kind = any(${urgentKinds})) as is_urgent, count(*) as waiting from notices n
      where n.member_id = d.member_id and n.read_at is null and n.due_at > d.told_at and n.due_at <= ${until}
        and (d.kinds = 'all' or (d.kinds = 'answers' and n.kind = any(${answerKinds}))
          or (d.kinds = 'urgent' and n.kind = any(${urgentKinds})))
    ) n
    where n.waiting > 0 and (n.is_urgent or d.told_at <= ${rested})
      and (d.retry_at is null or d.retry_at <= ${now})
      and after_quiet(${now}, q.zone, q.from_minute, q.to_minute) <= ${now}
    order by d.told_at, d.id limit ${most}`
}

export async function markTold(db: Database, id: string, now: Temporal.Instant): Promise<void> {
  await db`
    update push_devices set told_at = ${now.subtract({ seconds: settleSeconds })}, failures = 0, retry_at = null
    where id = ${id}`
}

export async function markFailed(
  db: Database,
  id: string,
  failures: number,
  retryAt: Temporal.Instant,
): Promise<void> {
  await db`update push_devices set failures = ${failures}, retry_at = ${retryAt} where id = ${id}`
}

export async function forgetDevices(db: Database, memberId: string): Promise<void> {
  await db`delete from push_devices where member_id = ${memberId}`
}

export async function exportDevices(db: Database, memberId: string): Promise<unknown[]> {
  return [
    ...(await db`
      select label, wording, kinds, added_at from push_devices where member_id = ${memberId} order by id`),
  ]
}
