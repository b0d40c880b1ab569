import { openBlob } from '../seal/blob.ts'
import { type Bytes, fromBase64Url, sha256, textOf, toBase64Url } from '../seal/bytes.ts'
import type { VaultKeys } from '../seal/keys.ts'
import {
  type Entry,
  manifestId,
  manifestMac,
  manifestSchema,
  pageCount,
  pageOf,
  pageType,
  type Root,
  readPage,
  rootType,
} from '../seal/manifest.ts'
import { SealBroken } from '../seal/sealBroken.ts'
import type { Stored } from './server.ts'
import type { Head } from './syncState.ts'
import { HostileServer } from './trouble.ts'

/** Days after which the server may forget what was removed. */
export const tombstoneDays = 180

/** This device among the writers, and the mark of a batch that it sent and never heard of again. */
export interface OwnMarks {
  device: string
  unanswered?: string | undefined
}

export interface Verified {
  head: Head
  /** What changed, opened: the text of each record. */
  opened: { entry: Entry; text: string }[]
}

export const hashOf = async (blob: Bytes): Promise<string> => toBase64Url((await sha256(blob)).slice(0, 16))

/**
 * Holds what a server says against what this device knows. Throws HostileServer before anything is taken over.
 * @param known the last manifest this device has verified
 * @param today days since 1970
 */
export async function verifyChanges(
  keys: VaultKeys,
  known: Head,
  own: OwnMarks,
  records: Stored[],
  today: number,
): Promise<Verified> {
  const sent = latestOf(records, known.rev)
  const rootId = toBase64Url(await manifestId(keys))
  const stored = sent.get(rootId)
  // Every batch ends with a root: records that came without one are not a state that any device left.
  if (!stored) throw new HostileServer('omission')
  const root = await openRoot(keys, stored)
  judgeHistory(root, stored, known, own, records)
  sent.delete(rootId)

  const entries = new Map<string, Entry>()
  for (let page = 0; page < pageCount; page++)
    for (const entry of await entriesOf(keys, root, page, known, sent)) entries.set(entry.id, entry)
  if ((await manifestMac(keys, root, entries.values())) !== root.mac) throw new HostileServer('altered')

  const before = new Map(known.entries.map((entry) => [entry.id, entry]))
  const opened: Verified['opened'] = []
  for (const entry of entries.values()) {
    const old = before.get(entry.id)
    if (old && old.rev === entry.rev && old.hash === entry.hash) {
      // Nothing newer of it may have come along.
      if (sent.has(entry.id)) throw new HostileServer('altered')
      continue
    }
    const record = sent.get(entry.id)
    sent.delete(entry.id)
    if (!record) {
      if (entry.goneOn !== undefined && entry.goneOn <= today - tombstoneDays + 1) continue
      throw new HostileServer('omission')
    }
    opened.push({ entry, text: await openRecord(keys, entry, record) })
  }
  // What no device has listed was not written by one.
  if (sent.size > 0) throw new HostileServer('altered')
  const head = { ...root, rev: stored.rev, hash: await hashOf(stored.blob), entries: [...entries.values()] }
  return { head, opened }
}

/** The newest of each record. A server that does not count upwards is refused. */
function latestOf(records: Stored[], since: number): Map<string, Stored> {
  const latest = new Map<string, Stored>()
  let rev = since
  for (const record of records) {
    if (record.rev <= rev) throw new HostileServer('altered')
    rev = record.rev
    latest.set(record.id, record)
  }
  return latest
}

async function openRoot(keys: VaultKeys, stored: Stored): Promise<Root> {
  const text = await opened(keys, stored, rootType, manifestSchema)
  return JSON.parse(text) as Root
}

/** Whether a root continues the history that this device knows. */
function judgeHistory(root: Root, stored: Stored, known: Head, own: OwnMarks, records: Stored[]): void {
  if (root.rev !== stored.rev) throw new HostileServer('altered')
  // A root is the last thing of every batch: something after it is from no batch.
  if (records.some(({ rev }) => rev > root.rev)) throw new HostileServer('altered')
  if (root.seq <= known.seq) throw new HostileServer('rollback')
  if (root.seq === known.seq + 1 && root.prev !== known.hash) throw new HostileServer('fork')
  for (const [writer, mark] of Object.entries(known.writers)) {
    const now = root.writers[writer] ?? '0.'
    const [before, after] = [mark, now].map((one) => Number(one.split('.')[0]))
    if ((after ?? 0) < (before ?? 0) || (after === before && now !== mark)) throw new HostileServer('fork')
  }
  // Only this device writes under its own name, so that nobody else's history has more of it.
  const mark = root.writers[own.device]
  if (mark !== undefined && mark !== known.writers[own.device] && mark !== own.unanswered)
    throw new HostileServer('fork')
}

async function entriesOf(
  keys: VaultKeys,
  root: Root,
  page: number,
  known: Head,
  sent: Map<string, Stored>,
): Promise<Entry[]> {
  const listed = root.pages[page] ?? null
  const id = toBase64Url(await manifestId(keys, page))
  const before = known.pages[page] ?? null
  const stored = sent.get(id)
  sent.delete(id)
  if (!listed) {
    if (stored || before) throw new HostileServer('altered')
    return []
  }
  const [rev, hash] = listed
  if (before && before[0] === rev && before[1] === hash) {
    if (stored) throw new HostileServer('altered')
    return known.entries.filter((entry) => pageOf(fromBase64Url(entry.id)) === page)
  }
  if (!stored) throw new HostileServer('omission')
  if (stored.rev !== rev || (await hashOf(stored.blob)) !== hash) throw new HostileServer('altered')
  const text = await opened(keys, stored, pageType, manifestSchema)
  return readPage(text)
}

async function openRecord(keys: VaultKeys, entry: Entry, record: Stored): Promise<string> {
  if (record.rev !== entry.rev || (await hashOf(record.blob)) !== entry.hash)
    throw new HostileServer(record.rev < entry.rev ? 'rollback' : 'altered')
  return opened(keys, record, entry.type, entry.schema)
}

async function opened(keys: VaultKeys, stored: Stored, type: string, schema: number): Promise<string> {
  try {
    const place = { recordId: fromBase64Url(stored.id), type, schema, baseRev: stored.baseRev }
    return textOf(await openBlob(keys, place, stored.blob))
  } catch (error) {
    const isNew = error instanceof SealBroken && error.why === 'unknown-version'
    throw new HostileServer(isNew ? 'unknown-version' : 'altered')
  }
}
