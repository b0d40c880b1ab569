import { blobSizes } from '../seal/blob.ts'
import { type Bytes, fromBase64Url, toBase64Url } from '../seal/bytes.ts'
import { authorization, type VaultKeys } from '../seal/keys.ts'
import { HostileServer, Unreachable } from './trouble.ts'

/** A record as the server keeps it. */
export interface Stored {
  id: string
  rev: number
  baseRev: number
  blob: Bytes
}

export interface Write {
  opId: string
  recordId: string
  baseRev: number
  /** base64url */
  blob: string
  /** The record was removed; the server may forget it after 180 days. */
  gone?: true
}

export interface Changes {
  records: Stored[]
  /** There is more; ask again from the last one. */
  more: boolean
  /** The vault's latest revision, as the server says. */
  head: number
}

export type WriteAnswer = { revisions: number[] } | 'stale'

export interface VaultServer {
  /** @param work proof that making a vault cost something; found by `findWork` */
  create(work: { day: string; nonce: string }): Promise<void>
  /** What changed after a revision, in order. Undefined where there is no such vault. */
  changesSince(rev: number): Promise<Changes | undefined>
  write(writes: Write[]): Promise<WriteAnswer>
  erase(): Promise<void>
}

/** The journal's only way to the network. No cookie goes along, and neither id nor token is in an address. */
export function vaultServer(keys: VaultKeys, fetcher: typeof fetch, origin = ''): VaultServer {
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const answer = await fetcher(`${origin}/vault${path}`, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: {
        authorization: authorization(keys),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => undefined)
    if (!answer || answer.status === 429 || answer.status >= 500) throw new Unreachable(answer?.status)
    return answer
  }
  return {
    create: async (work) => {
      const answer = await send('POST', '', work)
      if (!answer.ok) throw new Unreachable(answer.status)
    },
    changesSince: async (rev) => {
      const answer = await send('GET', `/records?since=${rev}`)
      if (answer.status === 401) return undefined
      if (!answer.ok) throw new Unreachable(answer.status)
      return readChanges(await jsonOf(answer))
    },
    write: async (writes) => {
      const answer = await send('PUT', '/records', { writes })
      if (answer.status === 409) return 'stale'
      if (!answer.ok) throw new Unreachable(answer.status)
      const { revisions } = (await jsonOf(answer)) as { revisions?: unknown }
      if (!Array.isArray(revisions) || !revisions.every(isRevision)) throw new HostileServer('altered')
      return { revisions }
    },
    erase: async () => {
      const answer = await send('DELETE', '')
      if (!answer.ok && answer.status !== 401) throw new Unreachable(answer.status)
    },
  }
}

async function jsonOf(answer: Response): Promise<object> {
  // A line that breaks in the middle of an answer is no attack.
  const text = await answer.text().catch(() => {
    throw new Unreachable()
  })
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {}
  throw new HostileServer('altered')
}

const isRevision = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

function readChanges(answer: object): Changes {
  const { records, more, head } = answer as { records?: unknown; more?: unknown; head?: unknown }
  if (!Array.isArray(records) || typeof more !== 'boolean' || !Number.isSafeInteger(head))
    throw new HostileServer('altered')
  return { records: records.map(readStored), more, head: Number(head) }
}

function readStored(value: unknown): Stored {
  const { id, rev, baseRev, blob } = Object(value) as Record<string, unknown>
  const isWhole =
    typeof id === 'string' &&
    typeof blob === 'string' &&
    isRevision(rev) &&
    (baseRev === 0 || isRevision(baseRev)) &&
    baseRev < rev
  if (!isWhole) throw new HostileServer('altered')
  try {
    const bytes = fromBase64Url(blob)
    if (fromBase64Url(id).length !== 16 || bytes.length > (blobSizes.at(-1) ?? 0)) throw new Error()
    return { id, rev, baseRev, blob: bytes }
  } catch {
    throw new HostileServer('altered')
  }
}

export const newOpId = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
