import type { FoundRecord } from './search.store.ts'

const usual = 128
const most = 512

/**
 * Records in pieces, by the name of their first. A piece ends behind a meeting that says so by its own number: one record
 * more or less changes its piece, and not where all others begin.
 */
export function partsOf<Record extends Pick<FoundRecord, 'id' | 'slot'>>(
  records: Record[],
): Map<string, Record[]> {
  const parts = new Map<string, Record[]>()
  let part: Record[] | undefined
  for (const record of records) {
    if (!part) {
      part = []
      parts.set(`${record.id}-${record.slot}`, part)
    }
    part.push(record)
    if (Number(record.id) % usual === 0 || part.length >= most) part = undefined
  }
  return parts
}
