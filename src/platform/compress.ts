import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** What the browser takes; brotli first, because our bytes are the slow part on a bad line. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  // "br;q=0" refuses it. Rare enough that one look is all we give it.
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accept)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accept) ? 'gzip' : 'identity'
}

/** @param effort `once` for what one visitor reads, `kept` for what many will read from the cache */
export function compress(text: string, encoding: Encoding, effort: 'once' | 'kept'): Buffer {
  if (encoding === 'br')
    return brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: effort === 'once' ? 1 : 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    })
  if (encoding === 'gzip') return gzipSync(text, { level: effort === 'once' ? 1 : 5 })
  return Buffer.from(text)
}

/** The same bytes as the web's own type, without a copy. */
export function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength)
}
