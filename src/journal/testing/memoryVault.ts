import { fromBase64Url } from '../seal/bytes.ts'
import type { Changes, Stored, VaultServer, Write, WriteAnswer } from '../sync/server.ts'

/** A vault as docs/sealed-format.md says that a server keeps it, in memory: for thousands of histories, and for lies. */
export class MemoryVault implements VaultServer {
  revision = 0
  records = new Map<string, Stored & { gone: boolean }>()
  done = new Map<string, number>()
  exists = true

  async create(): Promise<void> {
    this.exists = true
  }

  async erase(): Promise<void> {
    this.exists = false
    this.records.clear()
  }

  async changesSince(rev: number): Promise<Changes | undefined> {
    if (!this.exists) return undefined
    const records = [...this.records.values()]
      .filter((record) => record.rev > rev)
      .sort((a, b) => a.rev - b.rev)
      .map(({ gone: _, ...record }) => record)
    return { records, more: false, head: this.revision }
  }

  async write(writes: Write[]): Promise<WriteAnswer> {
    const before = writes.map(({ opId }) => this.done.get(opId))
    if (before.every((rev) => rev !== undefined)) return { revisions: before }
    if (writes.some(({ recordId, baseRev }) => (this.records.get(recordId)?.rev ?? 0) !== baseRev))
      return 'stale'
    return {
      revisions: writes.map(({ opId, recordId, baseRev, blob, gone = false }) => {
        const rev = ++this.revision
        this.records.set(recordId, { id: recordId, rev, baseRev, blob: fromBase64Url(blob), gone })
        this.done.set(opId, rev)
        return rev
      }),
    }
  }

  /** As it stands: to be brought back later. */
  copy(): Pick<MemoryVault, 'revision' | 'records' | 'done'> {
    return { revision: this.revision, records: new Map(this.records), done: new Map(this.done) }
  }
}
