import type { Database, Transaction } from '../platform/database/index.ts'

export interface Report {
  category: string
  words: string
  reportedAt: Temporal.Instant
  upheld: boolean | null
}

/** One report of one member about one case; said again, the newest counts. */
export async function addReport(
  tx: Transaction,
  caseId: string,
  reporterId: string,
  report: { category: string; words: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into reports (case_id, reporter_id, category, words, reported_at)
    values (${caseId}, ${reporterId}, ${report.category}, ${report.words}, ${now})
    on conflict (case_id, reporter_id) do update set category = excluded.category, words = excluded.words`
}

/** @param upheld whether those who reported it were right; null where that is not known, or nobody asked */
export async function settleReports(tx: Transaction, caseId: string, upheld: boolean | null): Promise<void> {
  await tx`update reports set upheld = ${upheld} where case_id = ${caseId}`
}

/** Who reported is not among it: what was said counts. */
export async function listReports(db: Database, caseId: string): Promise<Report[]> {
  return db<Report[]>`
    select category, words, reported_at, upheld from reports where case_id = ${caseId} order by reported_at, id`
}

export async function listReporters(db: Database, caseId: string): Promise<string[]> {
  const rows = await db<{ reporterId: string }[]>`
    select reporter_id from reports where case_id = ${caseId} and reporter_id is not null`
  return rows.map((row) => row.reporterId)
}
