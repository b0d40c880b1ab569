import type { Database, Transaction } from '../database/index.ts'

/** What the operator says to everybody, on every page. */
export interface SiteNotice {
  words: string
  until: Temporal.Instant
}

/** Every page depends on it. */
export const siteNoticeTag = 'site notice'

export async function findSiteNotice(db: Database, now: Temporal.Instant): Promise<SiteNotice | undefined> {
  const [notice] = await db<SiteNotice[]>`
    select words, until from site_notices where ended_at is null and until > ${now} order by id desc limit 1`
  return notice
}

/** Takes the place of the one before. */
export async function setSiteNotice(
  tx: Transaction,
  notice: SiteNotice & { setBy: string },
  now: Temporal.Instant,
): Promise<void> {
  await endSiteNotice(tx, now)
  await tx`
    insert into site_notices (words, set_by, set_at, until)
    values (${notice.words}, ${notice.setBy}, ${now}, ${notice.until})`
}

export async function endSiteNotice(tx: Transaction, now: Temporal.Instant): Promise<void> {
  await tx`update site_notices set ended_at = ${now} where ended_at is null and until > ${now}`
  tx.changed(siteNoticeTag)
}

export interface PastNotice extends SiteNotice {
  id: string
  setByHandle: string | null
  setAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** What was said, the newest first. */
export async function listSiteNotices(db: Database, limit: number): Promise<PastNotice[]> {
  return db<PastNotice[]>`
    select n.id, n.words, n.until, m.handle as set_by_handle, n.set_at, n.ended_at
    from site_notices n left join members m on m.id = n.set_by order by n.id desc limit ${limit}`
}

export async function exportSaid(db: Database, memberId: string): Promise<unknown> {
  return [...(await db`select words, set_at, until from site_notices where set_by = ${memberId} order by id`)]
}

/** What was said stays; nothing says any more who said it. */
export async function eraseSaid(tx: Transaction, memberId: string): Promise<void> {
  await tx`update site_notices set set_by = null where set_by = ${memberId}`
}
