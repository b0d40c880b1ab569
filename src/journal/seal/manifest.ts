import { type Bytes, concat, lengthPrefixed, numberBytes, toBase64Url, utf8 } from './bytes.ts'
import type { VaultKeys } from './keys.ts'

/** One record, as the manifest knows it. */
export interface Entry {
  id: string
  rev: number
  type: string
  schema: number
  /** First 16 bytes of the SHA-256 of the blob, base64url. */
  hash: string
  /** The day (days since 1970, UTC) on which it was removed; the server may forget it 180 days later. */
  goneOn?: number
}

/** The list is cut into 64 pages by the first six bits of the record's id, so that a write changes few of them. */
export const pageCount = 64

export interface Root {
  /** 1, 2, 3 …: one more with every batch. */
  seq: number
  /** The revision that this root itself has. */
  rev: number
  /** Hash of the root before; '' for the first. */
  prev: string
  /** The last batch of each device, as `seq.random`: a branch of history that lacks one is a fork. */
  writers: Record<string, string>
  /** Revision and hash of each page; null for an empty one. */
  pages: ([number, string] | null)[]
  /** HMAC over the whole list of records, base64url. */
  mac: string
}

export const rootType = 'manifest'
export const pageType = 'manifest-page'
export const manifestSchema = 1

export const pageOf = (recordId: Uint8Array): number => (recordId[0] ?? 0) >> 2

type Listed = [string, number, string, number, string, number?]

/** A page as text: short, because a page is one blob. */
export function writePage(entries: Entry[]): string {
  const listed = entries.map(
    ({ id, rev, type, schema, hash, goneOn }): Listed =>
      goneOn === undefined ? [id, rev, type, schema, hash] : [id, rev, type, schema, hash, goneOn],
  )
  return JSON.stringify(listed)
}

export function readPage(text: string): Entry[] {
  return (JSON.parse(text) as Listed[]).map(([id, rev, type, schema, hash, goneOn]) => ({
    id,
    rev,
    type,
    schema,
    hash,
    ...(goneOn === undefined ? {} : { goneOn }),
  }))
}

/** Where the root (`undefined`) or a page lies: an id that looks like any other. */
export async function manifestId(keys: VaultKeys, page?: number): Promise<Bytes> {
  const name = utf8(page === undefined ? 'newleaf/v1/manifest-root' : 'newleaf/v1/manifest-page')
  const mac = await crypto.subtle.sign('HMAC', keys.manifest, lengthPrefixed(name, numberBytes(page ?? 0, 1)))
  return new Uint8Array(mac).slice(0, 16)
}

/** The MAC that binds sequence, revision and every record together. @param entries in any order */
export async function manifestMac(
  keys: VaultKeys,
  { seq, rev, prev }: Pick<Root, 'seq' | 'rev' | 'prev'>,
  entries: Iterable<Entry>,
): Promise<string> {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
  const bytes = concat(
    lengthPrefixed(
      utf8('newleaf/v1/manifest-mac'),
      keys.vaultId,
      numberBytes(seq, 8),
      numberBytes(rev, 8),
      utf8(prev),
    ),
    ...sorted.map(({ id, rev: of, type, schema, hash, goneOn }) =>
      lengthPrefixed(
        utf8(id),
        numberBytes(of, 8),
        utf8(type),
        numberBytes(schema, 4),
        utf8(hash),
        numberBytes(goneOn ?? 0, 4),
      ),
    ),
  )
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', keys.manifest, bytes)))
}
