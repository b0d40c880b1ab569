import type { IncomingMessage } from 'node:http'
import { createGunzip } from 'node:zlib'
import { askOutside, OutOfReach } from '../../platform/outside.ts'

/** Why an address gives no feed; each is a sentence `unreachable.<name>` in the catalogue. */
export type Unreachable =
  | 'address'
  | 'private'
  | 'host'
  | 'status'
  | 'time'
  | 'size'
  | 'redirects'
  | 'connection'
  | 'file'

export class UnreachableFeed extends Error {
  readonly reason: Unreachable
  readonly detail: string
  constructor(reason: Unreachable, detail = '') {
    super(reason)
    this.reason = reason
    this.detail = detail
  }
}

export const longestFeedMegabytes = 32
const longestFeedBytes = longestFeedMegabytes * 1024 * 1024
const mostRedirects = 5

interface Fetching {
  /** Only for an intranet or a test. */
  allowPrivate: boolean
  seconds?: number
  /** What the server said of the content we have, so that it need not send it again. */
  etag?: string | null
  lastModified?: string | null
}

export interface Fetched {
  text: string
  etag: string | null
  lastModified: string | null
}

/** Reads a feed from the web. Every hop is guarded: no redirect leads into the operator's own network. */
export async function fetchFeed(
  address: string,
  asked: Omit<Fetching, 'etag' | 'lastModified'>,
): Promise<Fetched> {
  const fetched = await fetchChanged(address, asked)
  // Nobody asked for what changed only.
  if (!fetched) throw new UnreachableFeed('status', '304')
  return fetched
}

/** The same, or undefined when the server says that nothing has changed. */
export async function fetchChanged(
  address: string,
  { allowPrivate, seconds = 60, etag, lastModified }: Fetching,
): Promise<Fetched | undefined> {
  const known = {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
  const signal = AbortSignal.timeout(seconds * 1000)
  let url = readAddress(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await ask(url, allowPrivate, signal, known)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy()
      url = readAddress(headers.location, url)
      continue
    }
    if (statusCode === 304 && Object.keys(known).length > 0) {
      response.destroy()
      return undefined
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new UnreachableFeed('status', String(statusCode))
    }
    const { etag: tag = null, 'last-modified': modified = null } = headers
    // Headers of a stranger are kept only as long as a header is.
    const short = (text: string | null) => (text !== null && text.length <= 200 ? text : null)
    return { text: await readAll(response, signal), etag: short(tag), lastModified: short(modified) }
  }
  throw new UnreachableFeed('redirects')
}

function readAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href)
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new UnreachableFeed('address')
  return url
}

async function ask(
  url: URL,
  allowPrivate: boolean,
  signal: AbortSignal,
  known: Record<string, string>,
): Promise<IncomingMessage> {
  const headers = {
    accept: 'application/json, text/csv, text/calendar, */*;q=0.5',
    'accept-encoding': 'gzip',
    ...known,
  }
  try {
    return await askOutside(url, { allowPrivate, signal, headers })
  } catch (fault) {
    throw asUnreachable(fault, signal)
  }
}

async function readAll(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  const packed = response.headers['content-encoding'] === 'gzip'
  const stream = packed ? response.pipe(createGunzip()) : response
  response.on('error', (fault) => stream.destroy(fault))
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      // Counted after unpacking: a small gzip can hold gigabytes.
      if (bytes > longestFeedBytes) throw new UnreachableFeed('size', String(longestFeedMegabytes))
      chunks.push(chunk)
    }
  } catch (fault) {
    throw asUnreachable(fault, signal)
  } finally {
    response.destroy()
  }
  return textOf(Buffer.concat(chunks))
}

/** Text of a list: UTF-8, or what office programs write tables in. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A table of Windows has no byte that this cannot read; a broken JSON says so later.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function asUnreachable(fault: unknown, signal: AbortSignal): UnreachableFeed {
  if (fault instanceof UnreachableFeed) return fault
  if (fault instanceof OutOfReach) return new UnreachableFeed(fault.reason)
  if (signal.aborted) return new UnreachableFeed('time')
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
  return new UnreachableFeed('connection', code)
}
