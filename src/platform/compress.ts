import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  gunzip,
  gzip,
  gzipSync,
} from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const forText = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
// As far back as a page is long: a larger window is memory that is set up for each page and used by none.
const quick = { ...forText, [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 }
const brotliAsync = promisify(brotliCompress)
const unbrotliAsync = promisify(brotliDecompress)
const gzipAsync = promisify(gzip)
const gunzipAsync = promisify(gunzip)

/** What the browser takes; brotli first, because our bytes are the slow part on a bad line. */
export function chooseEncoding(accept: string | undefined): Encoding {
  return takes(accept, 'br') ? 'br' : takes(accept, 'gzip') ? 'gzip' : 'identity'
}

const offers = {
  // "br;q=0" refuses it. Rare enough that one look is all we give it.
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
}

export function takes(accept: string | undefined, encoding: 'br' | 'gzip'): boolean {
  return accept !== undefined && offers[encoding].test(accept)
}

/** Quickly: most pages are read once, by one person or one crawler. */
export function compress(text: string, encoding: Encoding): Buffer {
  if (encoding === 'identity') return Buffer.from(text)
  const chunkSize = Math.max(1024, text.length)
  if (encoding === 'gzip') return gzipSync(text, { level: 1, chunkSize })
  return brotliCompressSync(text, { params: quick, chunkSize })
}

/** Again and smaller, beside the main thread: for a page that turns out to be read by many. */
export async function compressWell(quick: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return quick
  if (encoding === 'gzip') return gzipAsync(await gunzipAsync(quick), { level: 9 })
  const params = { ...forText, [constants.BROTLI_PARAM_QUALITY]: 9 }
  return brotliAsync(await unbrotliAsync(quick), { params })
}

/** The same bytes as the web's own type, without a copy. */
export function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength)
}
