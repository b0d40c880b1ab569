import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { crc32After, powerFor } from './crc32.rules.ts'

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** An empty block that says: this was the last. */
const lastBlock = Buffer.from([3, 0])
const longestStored = 0xffff

/** Small and slow: for what is put into many pages. */
const well = { level: 9 }
/** A small window costs less to set up: for a few kilobytes that are sent once. */
const quick = { level: 1, memLevel: 6, windowBits: 13, chunkSize: 8192 }

/**
 * A stretch of text, compressed so that it may stand anywhere in a gzip answer. DEFLATE is a row of blocks, and blocks
 * that end on a byte and do not look back (a full flush) may be put one after the other:
 * https://www.rfc-editor.org/rfc/rfc1951#section-3.2
 */
export class GzipPart {
  readonly deflated: Buffer
  /** In bytes, before it was compressed. */
  readonly length: number
  readonly crc: number
  readonly power: number

  constructor(text: string, often: 'often' | 'once') {
    const utf8 = Buffer.from(text)
    const made = deflateRawSync(utf8, {
      ...(often === 'often' ? well : quick),
      finishFlush: constants.Z_FULL_FLUSH,
    })
    // What is kept takes no more than it needs: the compressor's own buffer is much larger than what it wrote.
    this.deflated = often === 'often' ? ownCopy(made) : made
    this.length = utf8.length
    this.crc = crc32(utf8)
    this.power = powerFor(utf8.length)
  }

  text(): string {
    return inflateRawSync(Buffer.concat([this.deflated, lastBlock])).toString()
  }
}

/**
 * One gzip answer of stretches that were compressed before, and texts that stand in it as they are. Not compressed, a
 * secret cannot be guessed by how long the answer is, whatever words stand beside it (BREACH).
 */
export function gzipOf(parts: readonly (GzipPart | string)[]): Buffer {
  const pieces: Buffer[] = [header]
  let crc = 0
  let length = 0
  for (const part of parts) {
    if (typeof part === 'string') {
      const utf8 = Buffer.from(part)
      pieces.push(...storedBlocks(utf8))
      crc = crc32(utf8, crc)
      length += utf8.length
    } else {
      pieces.push(part.deflated)
      crc = crc32After(crc, part)
      length += part.length
    }
  }
  const end = Buffer.allocUnsafe(8)
  end.writeUInt32LE(crc, 0)
  end.writeUInt32LE(length % 2 ** 32, 4)
  pieces.push(lastBlock, end)
  return Buffer.concat(pieces)
}

/** https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4 */
function storedBlocks(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  for (let from = 0; from < bytes.length; from += longestStored) {
    const block = bytes.subarray(from, from + longestStored)
    const head = Buffer.allocUnsafe(5)
    head[0] = 0
    head.writeUInt16LE(block.length, 1)
    head.writeUInt16LE(block.length ^ 0xffff, 3)
    blocks.push(head, block)
  }
  return blocks
}

function ownCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}
